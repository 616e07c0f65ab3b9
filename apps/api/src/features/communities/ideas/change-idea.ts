import {
  ideaProblems,
  type IdeaInput,
  reasonProblems,
  replyProblems,
} from '@chapterhouse/domain/communities/community-fields';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { CommunityMentions } from '../communities/community-mentions.js';
import { permit, refuseClosed, refuseProblems } from '../communities/community-permission.js';
import { type CommunityCall, CommunityTransaction } from '../communities/community-transaction.js';
import { noteOf, replyConflict } from '../discussions/change-discussion.js';
import { RepliesRepository } from '../discussions/replies.repository.js';
import { type CallOfComment, type CallOfIdea, IdeaTransaction } from './idea-transaction.js';
import type { Idea } from './ideas.graphql.js';
import { IdeasRepository } from './ideas.repository.js';
import { IdeasService } from './ideas.service.js';

/** Having an idea, voting for it, talking about it, dropping it. */
@Injectable()
export class ChangeIdea {
  constructor(
    @Inject(CommunityTransaction) private readonly communities: CommunityTransaction,
    @Inject(IdeaTransaction) private readonly frame: IdeaTransaction,
    @Inject(IdeasRepository) private readonly ideas: IdeasRepository,
    @Inject(IdeasService) private readonly service: IdeasService,
    @Inject(RepliesRepository) private readonly replies: RepliesRepository,
    @Inject(CommunityMentions) private readonly mentions: CommunityMentions,
  ) {}

  /** @throws NOT_FOUND, COMMUNITY_CLOSED, INVALID_INPUT */
  add(call: CommunityCall, communityId: string, given: { title: string; words: string }): Promise<Idea> {
    const { viewer } = call;
    return this.communities.run(
      call,
      'idea:add',
      async (opened) => {
        const { tx, at } = opened;
        const community = await this.communities.around(opened, communityId);
        permit(viewer, 'idea:add', community);
        refuseClosed(community);
        refuseProblems(ideaProblems(given));
        const id = newId();
        await this.ideas.insert(tx, { ...given, id, communityId, byId: viewer.personId, at });
        const mentions = await this.mentions.told(tx, viewer.today, '', given.words);
        const changes = changesOf({ title: '', words: '' }, given);
        const of = { of: 'Idea', id, version: 1, communityId } as const;
        await opened.record({ event: 'idea.added', ...of, changes, ...mentions, note: noteOf(given.words) });
        return id;
      },
      (tx, id) => this.service.one(tx, viewer, id),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, IDEA_IN_OTHER_STATE, CONFLICT, INVALID_INPUT */
  edit(call: CallOfIdea, given: IdeaInput): Promise<Idea> {
    return this.frame.keep(call, 'idea:edit', async ({ tx, row, viewer }) => {
      refuseProblems(ideaProblems(given));
      const columns = { title: given.title ?? row.title, words: given.words ?? row.words };
      const changes = changesOf(row, columns);
      if (changes.length === 0) return undefined;
      const mentions = await this.mentions.told(tx, viewer.today, row.words, columns.words);
      return { event: 'idea.edited', columns, changes, ...mentions };
    });
  }

  /** Once per person; a vote that is there, or taken back already, changes nothing. @throws as `edit` */
  vote(call: CallOfIdea, vote: boolean): Promise<Idea> {
    return this.frame.keep(call, 'idea:vote', async ({ tx, row, viewer, at }) => {
      if (!(await this.ideas.vote(tx, row.id, { personId: viewer.personId, at, vote }))) return undefined;
      const [from, to] = [String(row.votes), String(row.votes + (vote ? 1 : -1))];
      return { event: 'idea.voted', changes: [{ field: 'votes', from, to }] };
    });
  }

  /** Somebody else's first words about it make it one that is discussed. @throws as `edit` */
  comment(call: CallOfIdea, body: string): Promise<Idea> {
    return this.frame.keep(call, 'idea:comment', async ({ tx, row, viewer, at }) => {
      refuseProblems(replyProblems(body));
      const replyId = newId();
      const told = [...new Set([row.by_id, ...(await this.replies.writers(tx, { ideaId: row.id }))])];
      await this.replies.insert(tx, {
        id: replyId,
        discussionId: null,
        ideaId: row.id,
        body,
        byId: viewer.personId,
        at,
      });
      const mentions = await this.mentions.told(tx, viewer.today, '', body);
      const happened = { event: 'idea.commented', replyId, told, ...mentions, note: noteOf(body) } as const;
      if (row.state !== 'IDEA' || row.by_id === viewer.personId) return { ...happened, changes: [] };
      const changes = [{ field: 'state', from: 'IDEA', to: 'DISCUSSED' }];
      return { ...happened, changes, columns: { state: 'DISCUSSED' } };
    });
  }

  /** @throws as `edit`, for whoever did not write it, and CONFLICT of the comment */
  editComment(call: CallOfComment & { version: number }, body: string): Promise<Idea> {
    return this.frame.comment(call, 'discussion:edit-reply', async ({ tx, at, viewer }, comment) => {
      if (comment.removed_at !== null) throw refusePlatform('NOT_FOUND', {});
      if (call.version !== comment.version) throw replyConflict(comment);
      refuseProblems(replyProblems(body));
      if (body === comment.body) return undefined;
      await this.replies.edit(tx, comment.id, body, at);
      const mentions = await this.mentions.told(tx, viewer.today, comment.body, body);
      return { event: 'idea.comment-edited', replyId: comment.id, changes: [], ...mentions, note: noteOf(body) };
    });
  }

  /** Removing it again changes nothing. @throws as `edit` */
  removeComment(call: CallOfComment): Promise<Idea> {
    return this.frame.comment(call, 'discussion:remove-reply', async ({ tx, at }, comment) => {
      if (comment.removed_at !== null) return undefined;
      await this.replies.remove(tx, comment.id, at);
      return { event: 'idea.comment-removed', replyId: comment.id, changes: [] };
    });
  }

  /** @throws as `edit` */
  drop(call: CallOfIdea, reason: string): Promise<Idea> {
    return this.frame.move(call, 'idea:drop', async ({ row }) => {
      refuseProblems(reasonProblems(reason));
      const changes = [{ field: 'state', from: row.state, to: 'DROPPED' }];
      return { event: 'idea.dropped', columns: { drop_reason: reason }, changes, note: reason, told: [row.by_id] };
    });
  }

  /** What it had become stays as it is, and is no longer this idea's. @throws as `edit` */
  reopen(call: CallOfIdea): Promise<Idea> {
    return this.frame.move(call, 'idea:reopen', async ({ row }) => {
      const columns = { drop_reason: null, artifact_id: null, decision_id: null };
      const changes = [{ field: 'state', from: row.state, to: 'DISCUSSED' }];
      return { event: 'idea.reopened', columns, changes, told: [row.by_id] };
    });
  }
}

function changesOf(before: { title: string; words: string }, after: { title: string; words: string }): FieldChange[] {
  return (['title', 'words'] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, from: excerpt(before[field]), to: excerpt(after[field]) }],
  );
}
