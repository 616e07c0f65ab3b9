import { ChangeScenario } from './change-scenario.js';
import { CreateScenario } from './create-scenario.js';
import { PublishScenario } from './publish-scenario.js';
import { ScenarioComparisonRead } from './scenario-comparison.read.js';
import { ScenarioHistory } from './scenario-history.js';
import { ScenarioMutationsResolver } from './scenario-mutations.resolver.js';
import {
  AreaShiftResolver,
  GoalShiftResolver,
  MoveScenarioResolver,
  ScenarioCommentResolver,
  ScenarioPartsResolver,
} from './scenario-parts.resolver.js';
import { ScenarioTransaction } from './scenario-transaction.js';
import { ScenarioVerification } from './scenario-verification.js';
import { ScenariosRepository } from './scenarios.repository.js';
import { ScenariosResolver } from './scenarios.resolver.js';
import { ScenariosService } from './scenarios.service.js';

/** Private copies of the order, to try and publish, for the module. */
export const SCENARIOS = [
  AreaShiftResolver,
  ChangeScenario,
  CreateScenario,
  GoalShiftResolver,
  MoveScenarioResolver,
  PublishScenario,
  ScenarioCommentResolver,
  ScenarioComparisonRead,
  ScenarioHistory,
  ScenarioMutationsResolver,
  ScenarioPartsResolver,
  ScenarioTransaction,
  ScenarioVerification,
  ScenariosRepository,
  ScenariosResolver,
  ScenariosService,
];
