import { BriefDecisions } from './brief-decisions.js';
import { BriefDecisionsReaction } from './brief-decisions.reaction.js';

/** All of what becomes of answered briefs, for the module. */
export const ANSWERED_BRIEFS = [BriefDecisions, BriefDecisionsReaction];
