import { DecisionObjects } from './decision-objects.js';
import { DecisionPartsRead } from './decision-parts.read.js';
import { DecisionPartsResolver } from './decision-parts.resolver.js';
import { DecisionReferences } from './decision-references.js';
import { DecisionTransaction } from './decision-transaction.js';
import { DecisionWrites } from './decision-writes.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionLinkTargets } from './links/decision-link-targets.js';
import { DecisionLinksRepository } from './links/decision-links.repository.js';
import { ProposeDecision } from './propose-decision.js';

/** The decision log itself, for the module. */
export const DECISION_LOG = [
  DecisionLinkTargets,
  DecisionLinksRepository,
  DecisionObjects,
  DecisionPartsRead,
  DecisionPartsResolver,
  DecisionReferences,
  DecisionTransaction,
  DecisionWrites,
  DecisionsRepository,
  DecisionsResolver,
  DecisionsService,
  ProposeDecision,
];
