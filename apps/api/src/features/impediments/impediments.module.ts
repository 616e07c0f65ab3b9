import { Inject, Module } from '@nestjs/common';
import { SharedFieldsRegistry } from '../../platform/graphql/sharing/shared-fields.js';
import { FilesModule } from '../files/public.js';
import { OrganizationModule } from '../organization/public.js';
import { SprintsModule } from '../sprints/public.js';
import { BOTTLENECKS } from './bottlenecks/bottleneck-providers.js';
import { AnsweredBriefsRead } from './briefs/answered-briefs.read.js';
import { BRIEFS } from './briefs/brief-providers.js';
import { BriefsService } from './briefs/briefs.service.js';
import { ChangeComment } from './change-comment.js';
import { CommentObjects } from './comment-objects.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsResolver } from './comments.resolver.js';
import { AssignImpediment } from './assign-impediment.js';
import { ChangeManyImpediments } from './change-many-impediments.js';
import { ImpedimentBulkResolver } from './impediment-bulk.resolver.js';
import { ImpedimentUndosRepository } from './impediment-undos.repository.js';
import { LabelImpediment } from './label-impediment.js';
import { LabelsRepository } from './labels.repository.js';
import { LabelsResolver } from './labels.resolver.js';
import { LabelsService } from './labels.service.js';
import { UndoImpedimentChange } from './undo-impediment-change.js';
import { BlockedItemsRead } from './blocked-items/blocked-items.read.js';
import { BlockedItemsResolver } from './blocked-items/blocked-items.resolver.js';
import { BoardVisitsResolver } from './board-visits/board-visits.resolver.js';
import { BoardVisitsService } from './board-visits/board-visits.service.js';
import { CLOCKS } from './clocks/clock-providers.js';
import { CSV } from './csv/csv-providers.js';
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
import { ImpedimentPresenceResolver } from './impediment-presence.resolver.js';
import { ImpedimentReferences } from './impediment-references.js';
import { ImpedimentSearch } from './impediment-search.js';
import { IMPEDIMENT_SHARED_FIELDS } from './impediment-shared-fields.js';
import { ImpedimentTeams } from './impediment-teams.js';
import { ImpedimentTransaction } from './impediment-transaction.js';
import { ImpedimentUpdates } from './impediment-updates.js';
import { ImpedimentVerification } from './impediment-verification.js';
import { ImpedimentWrites } from './impediment-writes.js';
import { ImpedimentImages } from './impediment-images.js';
import { ImpedimentJobs } from './impediments.jobs.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import { ImpedimentsResolver, ImpedimentTotalResolver } from './impediments.resolver.js';
import { ImpedimentsService } from './impediments.service.js';
import { KeptBoard } from './kept-board.js';
import { LinkImpediment } from './links/link-impediment.js';
import { LinksRead } from './links/links.read.js';
import { LinksRepository } from './links/links.repository.js';
import { LinksResolver } from './links/links.resolver.js';
import { MarkDuplicate } from './mark-duplicate.js';
import { Mentions } from './mentions.js';
import { MoveImpediment } from './move-impediment.js';
import { MyImpedimentsRead } from './my-impediments.read.js';
import { MyImpedimentsResolver } from './my-impediments.resolver.js';
import { NUMBERS } from './numbers/number-providers.js';
import { RaiseImpediment } from './raise-impediment.js';
import { CameUpBeforeResolver } from './came-up-before/came-up-before.resolver.js';
import { CameUpBeforeService } from './came-up-before/came-up-before.service.js';
import { SimilarImpedimentsRead } from './came-up-before/similar-impediments.read.js';
import { ChangeSavedView } from './saved-views/change-saved-view.js';
import { SavedViewObjects } from './saved-views/saved-view-objects.js';
import { SavedViewsRepository } from './saved-views/saved-views.repository.js';
import { SavedViewsResolver } from './saved-views/saved-views.resolver.js';
import { SavedViewsService } from './saved-views/saved-views.service.js';
import { SettleImpediment } from './settle-impediment.js';
import { EditSource } from './sources/edit-source.js';
import { MergeSources } from './sources/merge-sources.js';
import { NameSources } from './sources/name-sources.js';
import { SourceHistoryResolver, SourceRecurrenceResolver } from './sources/source-history.resolver.js';
import { SourceImpedimentsRead } from './sources/source-impediments.read.js';
import { SourceNumbersRead } from './sources/source-numbers.read.js';
import { SourcePartsResolver } from './sources/source-parts.resolver.js';
import { SourcesRepository } from './sources/sources.repository.js';
import { SourcesResolver } from './sources/sources.resolver.js';
import { SourcesService } from './sources/sources.service.js';
import { TriageFactsRead } from './triage-facts/triage-facts.read.js';
import { TriageImpediment } from './triage-impediment.js';
import { NumbersOverTimeRead } from './numbers/numbers-over-time.read.js';

@Module({
  imports: [FilesModule, OrganizationModule, SprintsModule],
  providers: [
    ...BOTTLENECKS,
    ...BRIEFS,
    ...CLOCKS,
    ...CSV,
    ...NUMBERS,
    UndoImpedimentChange,
    LabelsService,
    LabelsResolver,
    LabelsRepository,
    LabelImpediment,
    ImpedimentUndosRepository,
    ImpedimentBulkResolver,
    ChangeManyImpediments,
    AssignImpediment,
    BlockedItemsRead,
    BlockedItemsResolver,
    BoardVisitsResolver,
    BoardVisitsService,
    CameUpBeforeResolver,
    CameUpBeforeService,
    ChangeComment,
    ChangeSavedView,
    CommentObjects,
    CommentsRepository,
    CommentsResolver,
    EditImpediment,
    EditSource,
    ImpedimentActivityRead,
    ImpedimentAudienceRead,
    ImpedimentBoardRead,
    KeptBoard,
    ImpedimentChanges,
    ImpedimentChangesResolver,
    ImpedimentComments,
    ImpedimentHistory,
    ImpedimentImages,
    ImpedimentJobs,
    ImpedimentLevels,
    ImpedimentLevelsResolver,
    ImpedimentLinks,
    ImpedimentMutationsResolver,
    ImpedimentObjects,
    ImpedimentPartsResolver,
    ImpedimentPresenceResolver,
    ImpedimentReferences,
    ImpedimentSearch,
    ImpedimentTeams,
    ImpedimentTotalResolver,
    ImpedimentTransaction,
    ImpedimentUpdates,
    ImpedimentVerification,
    ImpedimentWrites,
    ImpedimentsRepository,
    ImpedimentsResolver,
    ImpedimentsService,
    LinkImpediment,
    LinksRead,
    LinksRepository,
    LinksResolver,
    MarkDuplicate,
    Mentions,
    MergeSources,
    MoveImpediment,
    MyImpedimentsRead,
    MyImpedimentsResolver,
    NameSources,
    RaiseImpediment,
    SavedViewObjects,
    SavedViewsRepository,
    SavedViewsResolver,
    SavedViewsService,
    SettleImpediment,
    SimilarImpedimentsRead,
    SourceHistoryResolver,
    SourceImpedimentsRead,
    SourceNumbersRead,
    SourcePartsResolver,
    SourceRecurrenceResolver,
    SourcesRepository,
    SourcesResolver,
    SourcesService,
    TriageFactsRead,
    TriageImpediment,
  ],
  exports: [
    AnsweredBriefsRead,
    BlockedItemsRead,
    BriefsService,
    ImpedimentActivityRead,
    ImpedimentAudienceRead,
    ImpedimentHistory,
    ImpedimentsService,
    ImpedimentUpdates,
    NumbersOverTimeRead,
    RaiseImpediment,
    SettleImpediment,
    SourcesService,
    TriageFactsRead,
  ],
})
export class ImpedimentsModule {
  constructor(@Inject(SharedFieldsRegistry) sharing: SharedFieldsRegistry) {
    sharing.declare(IMPEDIMENT_SHARED_FIELDS);
  }
}
