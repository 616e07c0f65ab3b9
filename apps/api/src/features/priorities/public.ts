// All that other features may import.
export { BacklogItemsRepository, type BacklogItemRow } from './backlog-items.repository.js';
export { BacklogItem, BacklogItemConnection } from './items/items.graphql.js';
export { Dependency } from './dependencies/dependencies.graphql.js';
export { DependenciesService } from './dependencies/dependencies.service.js';
export { ImportedItemsRepository } from './imported/imported-items.repository.js';
export { ImportItems, type ItemsImport } from './imported/import-items.js';
export { type ImportedItem, keptWords } from './imported/imported-item.js';
export { ItemsService } from './items/items.service.js';
export { PrioritiesModule } from './priorities.module.js';
