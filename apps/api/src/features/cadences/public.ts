// All that other features may import.
export { type CadenceRow, type OccurrenceRow, seriesOf } from './cadence-row.js';
export { keyOfRef, occurrenceIdOf, type OccurrenceRef, readOccurrenceId } from './occurrence-id.js';
export { type Moments, type OccurrenceFacts, OccurrencesRead } from './occurrences.read.js';
