import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/public.js';
import { ChangeComment } from './change-comment.js';
import { CommentObjects } from './comment-objects.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsResolver } from './comments.resolver.js';
import { EditImpediment } from './edit-impediment.js';
import { ImpedimentActivityRead } from './impediment-activity.read.js';
import { ImpedimentAudienceRead } from './impediment-audience.read.js';
import { ImpedimentBoardRead } from './impediment-board.read.js';
import { ImpedimentChanges } from './impediment-changes.js';
import { ImpedimentChangesResolver } from './impediment-changes.resolver.js';
import { ImpedimentComments } from './impediment-comments.js';
import { ImpedimentHistory } from './impediment-history.js';
import { ImpedimentLevels } from './impediment-levels.js';
import { ImpedimentLevelsResolver } from './impediment-levels.resolver.js';
import { ImpedimentLinks } from './impediment-links.js';
import { ImpedimentMutationsResolver } from './impediment-mutations.resolver.js';
import { ImpedimentObjects } from './impediment-objects.js';
import { ImpedimentPartsResolver } from './impediment-parts.resolver.js';
import { ImpedimentReferences } from './impediment-references.js';
import { ImpedimentTeams } from './impediment-teams.js';
import { ImpedimentTransaction } from './impediment-transaction.js';
import { ImpedimentUpdates } from './impediment-updates.js';
import { ImpedimentVerification } from './impediment-verification.js';
import { ImpedimentWrites } from './impediment-writes.js';
import { ImpedimentJobs } from './impediments.jobs.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import { ImpedimentsResolver, ImpedimentTotalResolver } from './impediments.resolver.js';
import { ImpedimentsService } from './impediments.service.js';
import { MarkDuplicate } from './mark-duplicate.js';
import { Mentions } from './mentions.js';
import { MoveImpediment } from './move-impediment.js';
import { MyImpedimentsRead } from './my-impediments.read.js';
import { MyImpedimentsResolver } from './my-impediments.resolver.js';
import { RaiseImpediment } from './raise-impediment.js';
import { ChangeSavedView } from './saved-views/change-saved-view.js';
import { SavedViewObjects } from './saved-views/saved-view-objects.js';
import { SavedViewsRepository } from './saved-views/saved-views.repository.js';
import { SavedViewsResolver } from './saved-views/saved-views.resolver.js';
import { SavedViewsService } from './saved-views/saved-views.service.js';
import { SourcesRepository } from './sources.repository.js';
import { SourcesResolver } from './sources.resolver.js';
import { SourcesService } from './sources.service.js';
import { TriageImpediment } from './triage-impediment.js';

@Module({
  imports: [OrganizationModule],
  providers: [
    ChangeComment,
    ChangeSavedView,
    CommentObjects,
    CommentsRepository,
    CommentsResolver,
    EditImpediment,
    ImpedimentActivityRead,
    ImpedimentAudienceRead,
    ImpedimentBoardRead,
    ImpedimentChanges,
    ImpedimentChangesResolver,
    ImpedimentComments,
    ImpedimentHistory,
    ImpedimentJobs,
    ImpedimentLevels,
    ImpedimentLevelsResolver,
    ImpedimentLinks,
    ImpedimentMutationsResolver,
    ImpedimentObjects,
    ImpedimentPartsResolver,
    ImpedimentReferences,
    ImpedimentTeams,
    ImpedimentTotalResolver,
    ImpedimentTransaction,
    ImpedimentUpdates,
    ImpedimentVerification,
    ImpedimentWrites,
    ImpedimentsRepository,
    ImpedimentsResolver,
    ImpedimentsService,
    MarkDuplicate,
    Mentions,
    MoveImpediment,
    MyImpedimentsRead,
    MyImpedimentsResolver,
    RaiseImpediment,
    SavedViewObjects,
    SavedViewsRepository,
    SavedViewsResolver,
    SavedViewsService,
    SourcesRepository,
    SourcesResolver,
    SourcesService,
    TriageImpediment,
  ],
  exports: [ImpedimentAudienceRead, ImpedimentHistory, ImpedimentsService, ImpedimentUpdates],
})
export class ImpedimentsModule {}
