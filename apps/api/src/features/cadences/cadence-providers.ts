import { ArrangeOccurrence } from './arrange-occurrence.js';
import { AudienceRead } from './audience.read.js';
import { CadenceChanges } from './cadence-changes.js';
import { CadenceChangesResolver } from './cadence-changes.resolver.js';
import { CadenceObjects } from './cadence-objects.js';
import { CadencePartsRead } from './cadence-parts.read.js';
import { CadenceAudienceResolver, CadencePartsResolver } from './cadence-parts.resolver.js';
import { CadenceReferences } from './cadence-references.js';
import { CadenceSearch } from './cadence-search.js';
import { CadenceStandingsRead } from './cadence-standings.read.js';
import { CadenceTransaction } from './cadence-transaction.js';
import { CadenceVerification } from './cadence-verification.js';
import { CadenceWrites } from './cadence-writes.js';
import { CadencesRead } from './cadences.read.js';
import { CadencesRepository } from './cadences.repository.js';
import { CadencesResolver } from './cadences.resolver.js';
import { CadencesService } from './cadences.service.js';
import { ConcernedRead } from './concerned.read.js';
import { CreateCadence } from './create-cadence.js';
import { DatesAfter } from './dates-after.js';
import { EditCadence } from './edit-cadence.js';
import { EditOccurrence } from './edit-occurrence.js';
import { EndCadence } from './end-cadence.js';
import { MeetingLoaders } from './meeting-loaders.js';
import { MeetingsOf } from './meetings-of.read.js';
import { OccurrenceObjects } from './occurrence-objects.js';
import { OccurrencePartsResolver } from './occurrence-parts.resolver.js';
import { OccurrenceTransaction } from './occurrence-transaction.js';
import { OccurrencesRead } from './occurrences.read.js';
import { OccurrencesRepository } from './occurrences.repository.js';
import { OccurrencesResolver } from './occurrences.resolver.js';
import { RecordOccurrence } from './record-occurrence.js';
import { SeriesTold } from './series-told.js';
import { SplitCadence } from './split-cadence.js';

/** Series and their dates, for the module. */
export const CADENCES = [
  ArrangeOccurrence,
  AudienceRead,
  CadenceAudienceResolver,
  CadenceChanges,
  CadenceChangesResolver,
  CadenceObjects,
  CadencePartsRead,
  CadencePartsResolver,
  CadenceReferences,
  CadenceSearch,
  CadenceStandingsRead,
  CadenceTransaction,
  CadenceVerification,
  CadenceWrites,
  CadencesRead,
  CadencesRepository,
  CadencesResolver,
  CadencesService,
  ConcernedRead,
  CreateCadence,
  DatesAfter,
  EditCadence,
  EditOccurrence,
  EndCadence,
  MeetingLoaders,
  MeetingsOf,
  OccurrenceObjects,
  OccurrencePartsResolver,
  OccurrenceTransaction,
  OccurrencesRead,
  OccurrencesRepository,
  OccurrencesResolver,
  RecordOccurrence,
  SeriesTold,
  SplitCadence,
];
