import { DecisionFinder } from './decision-finder.js';
import { DecisionHitTotalResolver, DecisionSearchResolver } from './decision-search.resolver.js';
import { DecisionSearchService } from './decision-search.service.js';
import { DecisionsAboutRead } from './decisions-about.read.js';
import {
  ImpedimentDecisionsResolver,
  PersonDecisionsResolver,
  RelatedDecisionsResolver,
  TeamDecisionsResolver,
} from './decisions-about.resolver.js';
import { DecisionsFoundRead } from './decisions-found.read.js';
import { RelatedDecisionsRead } from './related-decisions.read.js';

/** All of looking for decisions, for the module. */
export const DECISION_SEARCH = [
  DecisionFinder,
  DecisionHitTotalResolver,
  DecisionSearchResolver,
  DecisionSearchService,
  DecisionsAboutRead,
  DecisionsFoundRead,
  ImpedimentDecisionsResolver,
  PersonDecisionsResolver,
  RelatedDecisionsRead,
  RelatedDecisionsResolver,
  TeamDecisionsResolver,
];
