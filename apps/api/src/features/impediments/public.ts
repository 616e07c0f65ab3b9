// All that other features may import.
export { BlockedItemsRead } from './blocked-items/blocked-items.read.js';
export { type AnsweredBrief, AnsweredBriefsRead } from './briefs/answered-briefs.read.js';
export { EscalationBriefObject } from './briefs/briefs.graphql.js';
export { BriefsService } from './briefs/briefs.service.js';
export { ActivityConnection, type ActivityEntry } from './impediment-activity.graphql.js';
export { ImpedimentActivityRead } from './impediment-activity.read.js';
export { ImpedimentAudienceRead } from './impediment-audience.read.js';
export { ImpedimentHistory, type HistoricImpediment, type RecordedImpediment } from './impediment-history.js';
export { ImpedimentUpdates, type LocatedImpediment } from './impediment-updates.js';
export { numberOf as impedimentNumberOf } from './impediment-row.js';
export { Impediment } from './impediments.graphql.js';
export { ImpedimentsService } from './impediments.service.js';
export { ImpedimentsModule } from './impediments.module.js';
export { RaiseImpediment, type Raising } from './raise-impediment.js';
export { Source } from './sources/sources.graphql.js';
