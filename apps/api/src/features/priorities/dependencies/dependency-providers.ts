import { AnswerClock } from './answer-clock.js';
import { AnswerDependency } from './answer-dependency.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { DependenciesResolver } from './dependencies.resolver.js';
import { DependenciesService } from './dependencies.service.js';
import { DependencyEndsRead } from './dependency-ends.js';
import { DependencyHistory } from './dependency-history.js';
import { DependencyMapRead } from './dependency-map.read.js';
import { DependencyMutationsResolver } from './dependency-mutations.resolver.js';
import {
  DependencyPartsResolver,
  DependencyStepResolver,
  ItemDependenciesResolver,
} from './dependency-parts.resolver.js';
import { DependencyPeopleRead } from './dependency-people.read.js';
import { DependencyReminders } from './dependency-reminders.js';
import { DependencyStandingsRead } from './dependency-standings.read.js';
import { DependencyTransaction } from './dependency-transaction.js';
import { DependencyVerification } from './dependency-verification.js';
import { DependencyJobs } from './dependency.jobs.js';
import { EndedItemReaction } from './ended-item.reaction.js';
import { KeepDependency } from './keep-dependency.js';
import { RaiseImpedimentOfDependency } from './raise-impediment-of-dependency.js';
import { ReopenedItemReaction } from './reopened-item.reaction.js';
import { RequestDependency } from './request-dependency.js';

/** What items need of one another, for the module. */
export const DEPENDENCIES = [
  AnswerClock,
  AnswerDependency,
  DependenciesRepository,
  DependenciesResolver,
  DependenciesService,
  DependencyEndsRead,
  DependencyHistory,
  DependencyJobs,
  DependencyMapRead,
  DependencyMutationsResolver,
  DependencyPartsResolver,
  DependencyPeopleRead,
  DependencyReminders,
  DependencyStandingsRead,
  DependencyStepResolver,
  DependencyTransaction,
  DependencyVerification,
  EndedItemReaction,
  ReopenedItemReaction,
  ItemDependenciesResolver,
  KeepDependency,
  RaiseImpedimentOfDependency,
  RequestDependency,
];
