// All that other features may import.
export { readAdr, type ReadAdr } from './adr/adr-reader.js';
export { DecisionExport } from './adr/decision-export.js';
export { DecisionImportUpdates } from './adr/decision-import-updates.js';
export { readKep } from './adr/kep-reader.js';
export { BriefDecisions } from './answered-briefs/brief-decisions.js';
export { DecideAtOnce } from './decide-at-once.js';
export { DelegationHistory } from './delegation/delegation-history.js';
export { DecisionAudienceRead } from './delegation/decision-audience.read.js';
export { Decision, DecisionConnection } from './decisions.graphql.js';
export { DecisionHistory, type HistoricDecision } from './decision-history.js';
export { DecisionsModule } from './decisions.module.js';
export { DecisionsAboutRead } from './search/decisions-about.read.js';
export { DecisionsService } from './decisions.service.js';
export type { Proposal } from './propose-decision.js';
