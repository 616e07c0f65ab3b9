import { Module } from '@nestjs/common';
import { CadencesModule } from '../cadences/public.js';
import { ChaptersModule } from '../chapters/public.js';
import { CommunitiesModule } from '../communities/public.js';
import { DecisionsModule } from '../decisions/public.js';
import { ImpedimentsModule } from '../impediments/public.js';
import { OrganizationModule } from '../organization/public.js';
import { PrioritiesModule } from '../priorities/public.js';
import { InboxCommunitiesResolver } from './inbox-communities.resolver.js';
import { InboxHistory } from './inbox-history.js';
import { InboxNews } from './inbox-news.js';
import { InboxWrites } from './inbox-writes.js';
import { InboxJobs } from './inbox.jobs.js';
import { InboxReactions } from './inbox.reactions.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxResolver } from './inbox.resolver.js';
import { InboxService } from './inbox.service.js';
import { MeetingToldRead } from './meeting-told.read.js';

/** What people are told of, and why. */
@Module({
  imports: [
    OrganizationModule,
    ImpedimentsModule,
    DecisionsModule,
    PrioritiesModule,
    CadencesModule,
    ChaptersModule,
    CommunitiesModule,
  ],
  providers: [
    InboxCommunitiesResolver,
    InboxHistory,
    InboxJobs,
    InboxNews,
    InboxReactions,
    InboxRepository,
    InboxResolver,
    InboxService,
    InboxWrites,
    MeetingToldRead,
  ],
  exports: [InboxHistory],
})
export class NotificationsModule {}
