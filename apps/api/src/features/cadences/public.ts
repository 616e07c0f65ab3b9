// All that other features may import.
export { actionOf, ActionItem } from './actions/actions.graphql.js';
export { ActionsRepository } from './actions/actions.repository.js';
export { ActionsService } from './actions/actions.service.js';
export { PromiseAction } from './actions/promise-action.js';
export { CadenceObjects } from './cadence-objects.js';
export { type CadenceRow, type OccurrenceRow, seriesOf } from './cadence-row.js';
export { Cadence } from './cadences.graphql.js';
export { CadencesRepository } from './cadences.repository.js';
export { keyOfRef, occurrenceIdOf, type OccurrenceRef, readOccurrenceId } from './occurrence-id.js';
export { OccurrenceObjects } from './occurrence-objects.js';
export { Occurrence } from './occurrences.graphql.js';
export { type Moments, type OccurrenceFacts, OccurrencesRead } from './occurrences.read.js';
export { FacilitatorsRead } from './rotas/facilitators.read.js';
export { ActionsService } from './actions/actions.service.js';
export { ImportedMeetings } from './imported/imported-meetings.js';
