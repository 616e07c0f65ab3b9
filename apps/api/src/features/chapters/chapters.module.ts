import { Inject, Module } from '@nestjs/common';
import { SharedFieldsRegistry } from '../../platform/graphql/sharing/shared-fields.js';
import { CadencesModule } from '../cadences/public.js';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { ChangeChapter } from './change-chapter.js';
import { ChapterHistory } from './chapter-history.js';
import { ChapterMembersRead } from './chapter-members.read.js';
import { ChapterPartsResolver, SessionTotalResolver } from './chapter-parts.resolver.js';
import { ChapterVerification } from './chapter-verification.js';
import { ChaptersRepository } from './chapters.repository.js';
import { ChaptersResolver, TeamChaptersResolver } from './chapters.resolver.js';
import { ChaptersService } from './chapters.service.js';
import { CoachingResolver } from './coaching/coaching.resolver.js';
import { ChapterMeetingsRead } from './meetings/chapter-meetings.read.js';
import {
  ActionTriageResolver,
  CadenceChapterResolver,
  OccurrenceTriageResolver,
} from './meetings/meeting-fields.resolver.js';
import { MirrorResolver } from './mirror/mirror.resolver.js';
import { MyFacilitationRead } from './mirror/my-facilitation.read.js';
import { ChangePractice } from './practices/change-practice.js';
import { PracticesRepository } from './practices/practices.repository.js';
import { ChapterPracticesResolver, PracticesResolver } from './practices/practices.resolver.js';
import { TRIAGE } from './triage/triage-providers.js';
import { TRIAGE_SHARED_FIELDS } from './triage/triage-shared-fields.js';
import { TriageService } from './triage/triage.service.js';

@Module({
  imports: [OrganizationModule, ImpedimentsModule, CadencesModule],
  providers: [
    ...TRIAGE,
    ActionTriageResolver,
    CadenceChapterResolver,
    ChangeChapter,
    ChangePractice,
    ChapterHistory,
    ChapterMeetingsRead,
    ChapterMembersRead,
    ChapterPartsResolver,
    ChapterPracticesResolver,
    ChaptersRepository,
    ChaptersResolver,
    ChaptersService,
    ChapterVerification,
    CoachingResolver,
    MirrorResolver,
    MyFacilitationRead,
    OccurrenceTriageResolver,
    PracticesRepository,
    PracticesResolver,
    SessionTotalResolver,
    TeamChaptersResolver,
  ],
  exports: [ChapterHistory, ChaptersService, TriageService],
})
export class ChaptersModule {
  constructor(@Inject(SharedFieldsRegistry) sharing: SharedFieldsRegistry) {
    sharing.declare(TRIAGE_SHARED_FIELDS);
  }
}
