import { Module } from '@nestjs/common';
import { HttpModule } from '../../platform/http/http.module.js';
import { DecisionsModule } from '../decisions/public.js';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { ACTIONS } from './actions/action-providers.js';
import { ActionsRepository } from './actions/actions.repository.js';
import { ActionsService } from './actions/actions.service.js';
import { PromiseAction } from './actions/promise-action.js';
import { ATTENDANCE } from './attendance/attendance-providers.js';
import { AudienceRead } from './audience.read.js';
import { CadenceObjects } from './cadence-objects.js';
import { CADENCES } from './cadence-providers.js';
import { CadencesRepository } from './cadences.repository.js';
import { CadencesService } from './cadences.service.js';
import { ConcernedRead } from './concerned.read.js';
import { CreateCadence } from './create-cadence.js';
import { CALENDAR_FEED_PROVIDERS } from './feeds/calendar-feed-providers.js';
import { ImportedMeetings } from './imported/imported-meetings.js';
import { MeetingHistory } from './meeting-history.js';
import { MeetingLoaders } from './meeting-loaders.js';
import { MeetingsOf } from './meetings-of.read.js';
import { OccurrenceObjects } from './occurrence-objects.js';
import { OccurrencesRead } from './occurrences.read.js';
import { OccurrencesRepository } from './occurrences.repository.js';
import { FacilitatorsRead } from './rotas/facilitators.read.js';
import { ROTAS } from './rotas/rota-providers.js';

@Module({
  imports: [HttpModule, OrganizationModule, ImpedimentsModule, DecisionsModule],
  providers: [
    MeetingHistory,
    ...CADENCES,
    ...ROTAS,
    ...ACTIONS,
    ...ATTENDANCE,
    ...CALENDAR_FEED_PROVIDERS,
    ImportedMeetings,
  ],
  exports: [
    ActionsRepository,
    ActionsService,
    AudienceRead,
    CadenceObjects,
    CadencesRepository,
    CadencesService,
    ConcernedRead,
    CreateCadence,
    FacilitatorsRead,
    ImportedMeetings,
    MeetingHistory,
    MeetingLoaders,
    MeetingsOf,
    OccurrenceObjects,
    OccurrencesRead,
    OccurrencesRepository,
    PromiseAction,
  ],
})
export class CadencesModule {}
