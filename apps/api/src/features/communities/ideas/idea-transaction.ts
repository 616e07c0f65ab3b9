import type { CommunityEvent } from '@chapterhouse/domain/communities/community-events';
import type { CommunityAction } from '@chapterhouse/domain/communities/community-policy';
import {
  type IdeaState,
  type IdeaTransition,
  nextIdeaState,
  refuseUnlessLegalForIdea,
  type StandingIdeaAction,
} from '@chapterhouse/domain/communities/idea-state';
import { Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { OrganizationReferences } from '../../organization/public.js';
import { permit, refuseClosed } from '../communities/community-permission.js';
import {
  type CommunityCall,
  type CommunityHappening,
  CommunityTransaction,
  type OpenedCall,
} from '../communities/community-transaction.js';
import type { IdeaRow } from './idea-row.js';
import { RepliesRepository } from '../discussions/replies.repository.js';
import type { ReplyRow } from '../discussions/reply-row.js';
import { type Idea, ideaOf } from './ideas.graphql.js';
import { type IdeaColumns, IdeasRepository } from './ideas.repository.js';
import { IdeasService } from './ideas.service.js';

/** A call about an idea that is there; ids are the database's. */
export interface CallOfIdea extends CommunityCall {
  id: string;
  version?: number;
}

/** A call about a comment on an idea; ids are the database's. */
export interface CallOfComment extends CommunityCall {
  commentId: string;
}

/** An idea that is held, in its community. */
export interface OpenedIdea extends OpenedCall {
  row: IdeaRow;
}

/** What a step did; `columns`: it changed the idea's own fields, so its version is one more. */
export interface IdeaOutcome extends Omit<CommunityHappening, 'of' | 'id' | 'version' | 'communityId'> {
  event: CommunityEvent;
  columns?: Partial<IdeaColumns>;
}

/** Undefined when there was nothing to change: no event then. */
export type IdeaStep = (opened: OpenedIdea) => Promise<IdeaOutcome | undefined>;

/** The frame of every mutation of an idea: held, permitted, of the version that was seen, legal in its state, on the record. */
@Injectable()
export class IdeaTransaction {
  constructor(
    @Inject(CommunityTransaction) private readonly frame: CommunityTransaction,
    @Inject(RepliesRepository) private readonly replies: RepliesRepository,
    @Inject(IdeasRepository) private readonly ideas: IdeasRepository,
    @Inject(IdeasService) private readonly service: IdeasService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** As `change`, to the state that the action leads to. @throws IDEA_IN_OTHER_STATE */
  move(call: CallOfIdea, action: IdeaTransition, step: IdeaStep, trialTeamId?: string): Promise<Idea> {
    return this.change(
      call,
      action,
      async (opened) => {
        const state = stateAfter(opened.row.state, action);
        const outcome = await step(opened);
        return outcome && { ...outcome, columns: { ...outcome.columns, state } };
      },
      trialTeamId,
    );
  }

  /** As `change`, where the state stays. @throws IDEA_IN_OTHER_STATE */
  keep(call: CallOfIdea, action: StandingIdeaAction, step: IdeaStep): Promise<Idea> {
    return this.change(call, action, (opened) => {
      const refusal = refuseUnlessLegalForIdea(opened.row.state, action);
      if (refusal) throw refusal;
      return step(opened);
    });
  }

  /** As `keep`, by whoever wrote the comment; the idea around it is held. */
  comment(
    call: CallOfComment,
    action: 'discussion:edit-reply' | 'discussion:remove-reply',
    step: (opened: OpenedIdea, comment: ReplyRow) => Promise<IdeaOutcome | undefined>,
  ): Promise<Idea> {
    const { viewer, commentId } = call;
    return this.run(call, action, async (opened) => {
      const { tx } = opened;
      const id = (await this.replies.byId(tx, commentId))?.idea_id;
      const row = id ? await this.ideas.forUpdate(tx, viewer.personId, id) : undefined;
      const comment = row && (await this.replies.byId(tx, commentId));
      if (!comment) throw refusePlatform('NOT_FOUND', {});
      const community = await this.frame.around(opened, row.community_id);
      permit(viewer, action, community, { isOwn: comment.by_id === viewer.personId });
      refuseClosed(community);
      return { row, outcome: await step({ ...opened, row }, comment) };
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, CONFLICT, and what the step refuses */
  private change(call: CallOfIdea, action: CommunityAction, step: IdeaStep, trialTeamId?: string): Promise<Idea> {
    return this.run(call, action, async (opened) => {
      const row = await this.open(opened, call, action, trialTeamId);
      return { row, outcome: await step({ ...opened, row }) };
    });
  }

  private run(
    call: CommunityCall,
    action: CommunityAction,
    work: (opened: OpenedCall) => Promise<{ row: IdeaRow; outcome: IdeaOutcome | undefined }>,
  ): Promise<Idea> {
    const { viewer } = call;
    return this.frame.run(
      call,
      action,
      async (opened) => {
        const { row, outcome } = await work(opened);
        if (!outcome) return row.id;
        const { columns, ...happened } = outcome;
        if (columns) await this.ideas.update(opened.tx, row.id, columns);
        const version = row.version + (columns ? 1 : 0);
        await opened.record({ ...happened, of: 'Idea', id: row.id, version, communityId: row.community_id });
        return row.id;
      },
      (tx, id) => this.service.one(tx, viewer, id),
    );
  }

  private async open(
    opened: OpenedCall,
    { id, version }: CallOfIdea,
    action: CommunityAction,
    trialTeamId: string | undefined,
  ): Promise<IdeaRow> {
    const { tx, viewer } = opened;
    const row = await this.ideas.forUpdate(tx, viewer.personId, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    // A team of nobody here is not found, whatever else would be refused.
    if (trialTeamId !== undefined && !(await this.organization.placeOfTeamIn(tx, trialTeamId)))
      throw refusePlatform('NOT_FOUND', {});
    const community = await this.frame.around(opened, row.community_id);
    const isOwn = row.by_id === viewer.personId;
    permit(viewer, action, community, { isOwn, trialTeamId: trialTeamId ?? row.trial_team_id ?? undefined });
    refuseClosed(community);
    if (version !== undefined && version !== row.version) throw conflict(row, viewer.today);
    return row;
  }
}

function stateAfter(state: IdeaState, action: IdeaTransition): IdeaState {
  const next = nextIdeaState(state, action);
  if (next instanceof Refusal) throw next;
  return next;
}

function conflict(row: IdeaRow, today: string): Error {
  const { row: _, ...current } = ideaOf(row, today);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}
