import {
  type DiscussionInput,
  discussionProblems,
  replyProblems,
} from '@chapterhouse/domain/communities/community-fields';
import type { CommunityEvent } from '@chapterhouse/domain/communities/community-events';
import type { CommunityAction } from '@chapterhouse/domain/communities/community-policy';
import { refuseCommunity } from '@chapterhouse/domain/communities/community-refusals';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { CommunityMentions } from '../communities/community-mentions.js';
import { permit, refuseClosed, refuseProblems } from '../communities/community-permission.js';
import {
  type CommunityCall,
  type CommunityHappening,
  CommunityTransaction,
  type OpenedCall,
} from '../communities/community-transaction.js';
import type { DiscussionRow } from './discussion-row.js';
import { type Discussion, discussionOf, replyOf } from './discussions.graphql.js';
import { DiscussionsRepository } from './discussions.repository.js';
import { DiscussionsService } from './discussions.service.js';
import { RepliesRepository } from './replies.repository.js';
import type { ReplyRow } from './reply-row.js';

/** A call about a discussion, or about a reply in one; ids are the database's. */
export interface CallOfDiscussion extends CommunityCall {
  of: { id: string } | { replyId: string };
  version?: number;
}

/** A discussion that is held, in its community. */
interface OpenedDiscussion extends OpenedCall {
  row: DiscussionRow;
}

/** Talking in a community. */
@Injectable()
export class ChangeDiscussion {
  constructor(
    @Inject(CommunityTransaction) private readonly frame: CommunityTransaction,
    @Inject(DiscussionsRepository) private readonly discussions: DiscussionsRepository,
    @Inject(RepliesRepository) private readonly replies: RepliesRepository,
    @Inject(DiscussionsService) private readonly service: DiscussionsService,
    @Inject(CommunityMentions) private readonly mentions: CommunityMentions,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, INVALID_INPUT */
  start(call: CommunityCall, communityId: string, given: { title: string; body: string }): Promise<Discussion> {
    const { viewer } = call;
    return this.frame.run(
      call,
      'discussion:start',
      async (opened) => {
        const community = await this.frame.around(opened, communityId);
        permit(viewer, 'discussion:start', community);
        refuseClosed(community);
        refuseProblems(discussionProblems(given));
        const [id, { tx, at }] = [newId(), opened];
        await this.discussions.insert(tx, { ...given, id, communityId, byId: viewer.personId, at });
        const mentions = await this.mentions.told(tx, viewer.today, '', given.body);
        const changes = changesOf({ title: '', body: '' }, given);
        const of = { of: 'Discussion', id, version: 1, communityId } as const;
        await opened.record({ event: 'discussion.started', ...of, changes, ...mentions, note: noteOf(given.body) });
        return id;
      },
      (tx, id) => this.service.one(tx, id),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, DISCUSSION_CLOSED, CONFLICT, INVALID_INPUT */
  edit(call: CallOfDiscussion, given: DiscussionInput): Promise<Discussion> {
    return this.change(call, 'discussion:edit', async ({ tx, row, at, viewer }) => {
      if (call.version !== row.version) throw conflict(row);
      refuseProblems(discussionProblems(given));
      const after = { title: given.title ?? row.title, body: given.body ?? row.body };
      const changes = changesOf(row, after);
      if (changes.length === 0) return undefined;
      await this.discussions.edit(tx, row.id, after, at);
      const mentions = await this.mentions.told(tx, viewer.today, row.body, after.body);
      return { event: 'discussion.edited', counts: true, changes, ...mentions };
    });
  }

  /** One that is closed stays closed. @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED */
  close(call: CallOfDiscussion, closed: boolean): Promise<Discussion> {
    return this.change(call, 'discussion:close', async ({ tx, row, at }) => {
      if ((row.closed_at !== null) === closed) return undefined;
      await this.discussions.close(tx, row.id, closed ? at : null);
      return { event: closed ? 'discussion.closed' : 'discussion.reopened', counts: true, changes: [] };
    });
  }

  /** Whoever wrote in it before hears of it. @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, DISCUSSION_CLOSED, INVALID_INPUT */
  reply(call: CallOfDiscussion, body: string): Promise<Discussion> {
    return this.change(call, 'discussion:reply', async ({ tx, row, at, viewer }) => {
      refuseProblems(replyProblems(body));
      const replyId = newId();
      const told = [row.by_id, ...(await this.replies.writers(tx, { discussionId: row.id }))];
      await this.replies.insert(tx, {
        id: replyId,
        discussionId: row.id,
        ideaId: null,
        body,
        byId: viewer.personId,
        at,
      });
      await this.discussions.touch(tx, row.id, at);
      const mentions = await this.mentions.told(tx, viewer.today, '', body);
      return {
        event: 'discussion.replied',
        replyId,
        told: [...new Set(told)],
        changes: [],
        ...mentions,
        note: noteOf(body),
      };
    });
  }

  /** @throws as `reply`, CONFLICT */
  editReply(call: CallOfDiscussion, body: string): Promise<Discussion> {
    return this.change(call, 'discussion:edit-reply', async ({ tx, at, viewer }) => {
      const reply = await this.replyOfCall(tx, call);
      if (reply.removed_at !== null) throw refusePlatform('NOT_FOUND', {});
      if (call.version !== reply.version) throw replyConflict(reply);
      refuseProblems(replyProblems(body));
      if (body === reply.body) return undefined;
      await this.replies.edit(tx, reply.id, body, at);
      const mentions = await this.mentions.told(tx, viewer.today, reply.body, body);
      return { event: 'discussion.reply-edited', replyId: reply.id, changes: [], ...mentions, note: noteOf(body) };
    });
  }

  /** Removing it again changes nothing. @throws as `reply` */
  removeReply(call: CallOfDiscussion): Promise<Discussion> {
    return this.change(call, 'discussion:remove-reply', async ({ tx, at }) => {
      const reply = await this.replyOfCall(tx, call);
      if (reply.removed_at !== null) return undefined;
      await this.replies.remove(tx, reply.id, at);
      return { event: 'discussion.reply-removed', replyId: reply.id, changes: [] };
    });
  }

  private change(
    call: CallOfDiscussion,
    action: CommunityAction,
    step: (opened: OpenedDiscussion) => Promise<DiscussionOutcome | undefined>,
  ): Promise<Discussion> {
    return this.frame.run(
      call,
      action,
      async (opened) => {
        const row = await this.open(opened, call, action);
        const outcome = await step({ ...opened, row });
        if (!outcome) return row.id;
        const { counts, ...happened } = outcome;
        const version = row.version + (counts === true ? 1 : 0);
        await opened.record({ ...happened, of: 'Discussion', id: row.id, version, communityId: row.community_id });
        return row.id;
      },
      (tx, id) => this.service.one(tx, id),
    );
  }

  private async open(opened: OpenedCall, call: CallOfDiscussion, action: CommunityAction): Promise<DiscussionRow> {
    const { tx, viewer } = opened;
    const reply = 'replyId' in call.of ? await this.replies.byId(tx, call.of.replyId) : undefined;
    const id = 'id' in call.of ? call.of.id : reply?.discussion_id;
    const row = id ? await this.discussions.forUpdate(tx, id) : undefined;
    if (!row) throw refusePlatform('NOT_FOUND', {});
    const community = await this.frame.around(opened, row.community_id);
    permit(viewer, action, community, { isOwn: (reply ?? row).by_id === viewer.personId });
    refuseClosed(community);
    if (row.closed_at !== null && action !== 'discussion:close') throw refuseCommunity('DISCUSSION_CLOSED', {});
    return row;
  }

  /** The discussion around it is held. */
  private async replyOfCall(tx: Tx, { of }: CallOfDiscussion): Promise<ReplyRow> {
    const reply = 'replyId' in of ? await this.replies.byId(tx, of.replyId) : undefined;
    if (!reply) throw refusePlatform('NOT_FOUND', {});
    return reply;
  }
}

/** What a step did; `counts`: it changed the discussion's own fields, so its version is one more. */
interface DiscussionOutcome extends Omit<CommunityHappening, 'of' | 'id' | 'version' | 'communityId'> {
  event: CommunityEvent;
  counts?: boolean;
}

/** The beginning, for a message. */
export function noteOf(body: string): string {
  return excerpt(body) ?? '';
}

/** Of a reply in a discussion, or a comment on an idea. */
export function replyConflict(reply: ReplyRow): Error {
  const { byId: _, discussionId: __, ideaIn: ___, ...current } = replyOf(reply);
  return refusePlatform('CONFLICT', { currentVersion: reply.version, current });
}

function conflict(row: DiscussionRow): Error {
  const { row: _, ...current } = discussionOf(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}

function changesOf(before: { title: string; body: string }, after: { title: string; body: string }): FieldChange[] {
  return (['title', 'body'] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, from: excerpt(before[field]), to: excerpt(after[field]) }],
  );
}
