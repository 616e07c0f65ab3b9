import { AnswerAsk } from './answer-ask.js';
import { AskedOfMe } from './asked-of-me.js';
import { AsksRepository } from './asks.repository.js';
import { AsksResolver } from './asks.resolver.js';
import { BoardObjects } from './board-objects.js';
import { BoardsRepository } from './boards.repository.js';
import { BoardsResolver } from './boards.resolver.js';
import { BoardsService } from './boards.service.js';
import { DecisionAreasRepository } from './decision-areas.repository.js';
import { DecisionAreaOfDecisionResolver, DecisionAreasResolver } from './decision-areas.resolver.js';
import { DecisionAreasService } from './decision-areas.service.js';
import { DecisionAudienceRead } from './decision-audience.read.js';
import { DecisionFlows } from './decision-flows.js';
import { DecisionReminders } from './decision-reminders.js';
import { DelegationHistory } from './delegation-history.js';
import { DelegationPeopleRead } from './delegation-people.read.js';
import { DelegationVerification } from './delegation-verification.js';
import { DelegationJobs } from './delegation.jobs.js';
import { FlowObjects } from './flow-objects.js';
import { FlowsRead } from './flows.read.js';
import { FlowsResolver } from './flows.resolver.js';
import { FlowsService } from './flows.service.js';
import { DelegationNumbersRead } from './numbers.read.js';
import { DelegationNumbersResolver } from './numbers.resolver.js';
import { ReinstateReplaced } from './reinstate-replaced.js';
import { ReplacedDecisionsRead } from './replaced-decisions.read.js';
import { VetoDecision } from './veto-decision.js';
import { WaitingDecisions } from './waiting-decisions.read.js';

/** All that delegation is made of. */
export const DELEGATION = [
  AnswerAsk,
  AskedOfMe,
  AsksRepository,
  AsksResolver,
  BoardObjects,
  BoardsRepository,
  BoardsResolver,
  BoardsService,
  DecisionAreaOfDecisionResolver,
  DecisionAreasRepository,
  DecisionAreasResolver,
  DecisionAreasService,
  DecisionAudienceRead,
  DecisionFlows,
  DecisionReminders,
  DelegationHistory,
  DelegationJobs,
  DelegationNumbersRead,
  DelegationNumbersResolver,
  DelegationPeopleRead,
  DelegationVerification,
  FlowObjects,
  FlowsRead,
  FlowsResolver,
  FlowsService,
  ReinstateReplaced,
  ReplacedDecisionsRead,
  VetoDecision,
  WaitingDecisions,
];
