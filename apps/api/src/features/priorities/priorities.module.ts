import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions/public.js';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { SprintsModule } from '../sprints/public.js';
import { BacklogChanges } from './backlog-changes.js';
import { BacklogChangesResolver } from './backlog-changes.resolver.js';
import { DependenciesService } from './dependencies/dependencies.service.js';
import { DependencyHistory } from './dependencies/dependency-history.js';
import { DEPENDENCIES } from './dependencies/dependency-providers.js';
import { BULK } from './bulk/bulk-providers.js';
import { BacklogHistory } from './history/backlog-history.js';
import { GOALS } from './goals/goal-providers.js';
import { IMPORTED_ITEMS } from './imported/imported-providers.js';
import { ITEMS } from './items/item-providers.js';
import { ItemsService } from './items/items.service.js';
import { ORDER } from './order/order-providers.js';
import { ScenarioHistory } from './scenarios/scenario-history.js';
import { SCENARIOS } from './scenarios/scenario-providers.js';

@Module({
  imports: [OrganizationModule, SprintsModule, ImpedimentsModule, DecisionsModule],
  providers: [
    BacklogChanges,
    BacklogChangesResolver,
    BacklogHistory,
    ...ITEMS,
    ...BULK,
    ...GOALS,
    ...ORDER,
    ...DEPENDENCIES,
    ...SCENARIOS,
    ...IMPORTED_ITEMS,
  ],
  exports: [BacklogHistory, DependenciesService, DependencyHistory, ItemsService, ScenarioHistory, ...IMPORTED_ITEMS],
})
export class PrioritiesModule {}
