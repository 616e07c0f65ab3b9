import { Module } from '@nestjs/common';
import { CadencesModule } from '../cadences/public.js';
import { DecisionsModule } from '../decisions/public.js';
import { FilesModule } from '../files/public.js';
import { OrganizationModule } from '../organization/public.js';
import { ArtifactHistory } from './artifacts/artifact-history.js';
import { ARTIFACT_PARTS } from './artifacts/artifact-providers.js';
import { ArtifactsService } from './artifacts/artifacts.service.js';
import { COMMUNITY_PARTS } from './communities/community-providers.js';
import { CommunitiesService } from './communities/communities.service.js';
import { DiscussionsService } from './discussions/discussions.service.js';
import { CommunityHistory } from './community-history.js';
import { DISCUSSIONS } from './discussions/discussion-providers.js';
import { IdeasService } from './ideas/ideas.service.js';
import { IDEAS } from './ideas/idea-providers.js';
import { ImportPlaybook } from './playbook-files/import-playbook.js';
import { PLAYBOOK_FILES } from './playbook-files/playbook-providers.js';
import { UpdatePlaybook } from './playbook-files/update-playbook.js';
import { ReviewHistory } from './reviews/review-history.js';
import { UseHistory } from './use/use-history.js';
import { ARTIFACT_USE } from './use/use-providers.js';

/** Each folder lists its own providers: `artifacts/`, `reviews/`, `trees/`, `adoption/`, `playbook-files/` add theirs here. */
@Module({
  imports: [OrganizationModule, FilesModule, CadencesModule, DecisionsModule],
  providers: [
    CommunityHistory,
    ReviewHistory,
    UseHistory,
    ...COMMUNITY_PARTS,
    ...ARTIFACT_PARTS,
    ...DISCUSSIONS,
    ...IDEAS,
    ...ARTIFACT_USE,
    ...PLAYBOOK_FILES,
  ],
  exports: [
    ArtifactHistory,
    ArtifactsService,
    CommunitiesService,
    CommunityHistory,
    DiscussionsService,
    IdeasService,
    ImportPlaybook,
    ReviewHistory,
    UpdatePlaybook,
    UseHistory,
  ],
})
export class CommunitiesModule {}
