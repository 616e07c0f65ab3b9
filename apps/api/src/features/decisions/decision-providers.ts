import { AcceptDecision } from './accept-decision.js';
import { AmendDecision } from './amend-decision.js';
import { ChainVerification } from './chain/chain-verification.js';
import { DecisionRecordsRepository } from './chain/decision-records.repository.js';
import { CloseDecision } from './close-decision.js';
import { DecideAtOnce } from './decide-at-once.js';
import { DecisionChanges } from './decision-changes.js';
import { DecisionChangesResolver } from './decision-changes.resolver.js';
import { DecisionHistory } from './decision-history.js';
import { DecisionMutationsResolver } from './decision-mutations.resolver.js';
import { DecisionObjects } from './decision-objects.js';
import { DecisionPartsRead } from './decision-parts.read.js';
import { DecisionPartsResolver } from './decision-parts.resolver.js';
import { DecisionReferences } from './decision-references.js';
import { DecisionTransaction } from './decision-transaction.js';
import { DecisionWrites } from './decision-writes.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { EditDecision } from './edit-decision.js';
import { DecisionLinkTargets } from './links/decision-link-targets.js';
import { DecisionLinksRepository } from './links/decision-links.repository.js';
import { LinkDecision } from './links/link-decision.js';
import { ProposeDecision } from './propose-decision.js';
import { RevertDecision } from './revert-decision.js';
import { SetRevisit } from './set-revisit.js';

/** The decision log itself, for the module. */
export const DECISION_LOG = [
  AcceptDecision,
  AmendDecision,
  ChainVerification,
  CloseDecision,
  DecideAtOnce,
  DecisionChanges,
  DecisionChangesResolver,
  DecisionHistory,
  DecisionLinkTargets,
  DecisionLinksRepository,
  DecisionMutationsResolver,
  DecisionObjects,
  DecisionPartsRead,
  DecisionPartsResolver,
  DecisionRecordsRepository,
  DecisionReferences,
  DecisionTransaction,
  DecisionWrites,
  DecisionsRepository,
  DecisionsResolver,
  DecisionsService,
  EditDecision,
  LinkDecision,
  ProposeDecision,
  RevertDecision,
  SetRevisit,
];
