// All that other features may import.
export { BacklogHistory, type HistoricGoal, type HistoricItem } from './history/backlog-history.js';
export { BacklogItem, BacklogItemConnection } from './items/items.graphql.js';
export { Dependency } from './dependencies/dependencies.graphql.js';
export { DependenciesService } from './dependencies/dependencies.service.js';
export { DependencyHistory, type HistoricDependency } from './dependencies/dependency-history.js';
export { ImportedItemsRepository, type OutsideItem } from './imported/imported-items.repository.js';
export { ImportItems } from './imported/import-items.js';
export { type ImportedItem, keptWords } from './imported/imported-item.js';
export { ItemsService } from './items/items.service.js';
export { PrioritiesModule } from './priorities.module.js';
export { ScenarioHistory } from './scenarios/scenario-history.js';
