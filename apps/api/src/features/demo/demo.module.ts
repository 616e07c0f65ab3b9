import { Module } from '@nestjs/common';
import { CadencesModule } from '../cadences/public.js';
import { ChaptersModule } from '../chapters/public.js';
import { CommunitiesModule } from '../communities/public.js';
import { DecisionsModule } from '../decisions/public.js';
import { ImpedimentsModule } from '../impediments/public.js';
import { NotificationsModule } from '../notifications/public.js';
import { OrganizationModule } from '../organization/public.js';
import { PrioritiesModule } from '../priorities/public.js';
import { SprintsModule } from '../sprints/public.js';
import { DemoArtifactsService } from './demo-artifacts.service.js';
import { DemoBacklogService } from './demo-backlog.service.js';
import { DemoChaptersService } from './demo-chapters.service.js';
import { DemoCommunitiesService } from './demo-communities.service.js';
import { DemoDecisionsService } from './demo-decisions.service.js';
import { DemoDoor } from './demo-door.js';
import { DemoMeetingsService } from './demo-meetings.service.js';
import { DemoNegotiationsService } from './demo-negotiations.service.js';
import { DemoResolver } from './demo.resolver.js';
import { DemoWorkService } from './demo-work.service.js';
import { DemoService } from './demo.service.js';

/** The fictional organization, and the door into it that only the trial on this machine has. */
@Module({
  imports: [
    OrganizationModule,
    ImpedimentsModule,
    DecisionsModule,
    NotificationsModule,
    SprintsModule,
    PrioritiesModule,
    CadencesModule,
    ChaptersModule,
    CommunitiesModule,
  ],
  providers: [
    DemoService,
    DemoArtifactsService,
    DemoBacklogService,
    DemoChaptersService,
    DemoCommunitiesService,
    DemoDecisionsService,
    DemoMeetingsService,
    DemoNegotiationsService,
    DemoWorkService,
    DemoDoor,
    DemoResolver,
  ],
  exports: [DemoService],
})
export class DemoModule {}
