import { Inject, Injectable } from '@nestjs/common';
import { readId } from '../../../platform/graphql/global-id.js';
import { PromiseAction } from '../../cadences/public.js';
import { SessionWrites } from './session-writes.js';
import { type TriageCall, TriageTransaction } from './triage-transaction.js';
import type { TriageSession } from './triage.graphql.js';
import { occurrenceOf } from './triage.service.js';

/** Notes what somebody promises while an item is talked about: an action as any other, of the chapter. */
@Injectable()
export class PromiseInTriage {
  constructor(
    @Inject(TriageTransaction) private readonly transaction: TriageTransaction,
    @Inject(PromiseAction) private readonly actions: PromiseAction,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
  ) {}

  /** @param given ids as in the database @throws INVALID_INPUT; NOT_FOUND for an owner of nobody here */
  promise(call: TriageCall, given: { title: string; ownerId: string; dueOn: string }): Promise<TriageSession> {
    return this.transaction.changeItem(call, 'triage:promise-action', async (opened) => {
      const { tx, viewer, session, item } = opened;
      const action = await this.actions.promise(tx, viewer, {
        ...given,
        ref: occurrenceOf(session),
        chapterId: session.chapter_id,
        impedimentId: item.impediment_id,
        teamId: null,
      });
      await this.writes.promise(tx, item.id, readId('ActionItem', action.id));
      const changes = [{ field: 'action', from: null, to: action.title }];
      return { event: 'triage-session.action-promised', changes, itemId: item.id };
    });
  }
}
