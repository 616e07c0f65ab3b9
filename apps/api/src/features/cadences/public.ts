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
export { ImportedMeetings } from './imported/imported-meetings.js';
export { AudienceRead } from './audience.read.js';
export { ConcernedRead } from './concerned.read.js';
export { CadencesModule } from './cadences.module.js';
export { CadencesService } from './cadences.service.js';
export { CreateCadence } from './create-cadence.js';
export type { GivenCadence } from './given-cadence.js';
export {
  type HistoricAction,
  type HistoricMeeting,
  type HistoricNote,
  type HistoricRota,
  MeetingHistory,
} from './meeting-history.js';
export { MeetingLoaders } from './meeting-loaders.js';
export { MeetingsOf } from './meetings-of.read.js';
export { OccurrencesRepository } from './occurrences.repository.js';
