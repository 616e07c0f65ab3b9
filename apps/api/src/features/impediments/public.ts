// All that other features may import.
export { ImpedimentChanges } from './impediment-changes.js';
export { ImpedimentHistory, type HistoricImpediment, type RecordedImpediment } from './impediment-history.js';
export { ImpedimentJobs } from './impediments.jobs.js';
export { Impediment } from './impediments.graphql.js';
export { ImpedimentsModule } from './impediments.module.js';
export { Source } from './sources.graphql.js';
