import { ITEM_REASON_LIMIT, itemProblems } from '@chapterhouse/domain/priorities/item-fields';
import { readinessOf } from '@chapterhouse/domain/priorities/item-readiness';
import { isOpenItem, type ItemState, refuseUnlessLegalForItem } from '@chapterhouse/domain/priorities/item-state';
import type { ItemEvent } from '@chapterhouse/domain/priorities/priorities-events';
import { refuseItem } from '@chapterhouse/domain/priorities/priorities-refusals';
import type { FieldProblem, Refusal } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { ItemColumns } from './item-changes-told.js';
import { type ItemRow, readinessFactsOf } from './item-row.js';
import { type ItemCall, ItemTransaction } from './item-transaction.js';
import type { BacklogItem } from './items.graphql.js';
import { refuseProblems, unlessRefused } from './refuse-item.js';

const EVENT_OF: Record<ItemState, ItemEvent> = {
  DRAFT: 'item.drafted',
  READY: 'item.made-ready',
  IN_PROGRESS: 'item.started',
  DONE: 'item.finished',
  DROPPED: 'item.dropped',
};

/** The way of an item through its states. */
@Injectable()
export class ChangeItemState {
  constructor(@Inject(ItemTransaction) private readonly transaction: ItemTransaction) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, ITEM_IN_OTHER_STATE, ITEM_NOT_READY, INVALID_INPUT without a reason */
  change(call: ItemCall, state: ItemState, reason: string): Promise<BacklogItem> {
    const action = state === 'DROPPED' ? 'item:drop' : 'item:change-state';
    return this.transaction.change(call, action, ({ row, at }) => {
      unlessRefused(refusedState(row, state));
      refuseProblems([...itemProblems({ reason }), ...reasonProblems(state, reason)]);
      return Promise.resolve({
        event: isOpenItem(row.state) ? EVENT_OF[state] : 'item.reopened',
        columns: columnsOf(state, reason, at),
        note: reason,
      });
    });
  }
}

/** Why the item does not come to the state; null where it may. */
export function refusedState(row: ItemRow, state: ItemState): Refusal | null {
  const illegal = refuseUnlessLegalForItem(row.state, state);
  if (illegal) return illegal;
  const { ready, missing } = readinessOf(readinessFactsOf(row));
  // What has begun goes back to being ready as it is: it was so before.
  return state === 'READY' && row.state !== 'IN_PROGRESS' && !ready ? refuseItem('ITEM_NOT_READY', { missing }) : null;
}

export function reasonProblems(state: ItemState, reason: string): FieldProblem[] {
  return state === 'DROPPED' && reason === ''
    ? [{ field: 'reason', problem: `Say why it is dropped, in at most ${ITEM_REASON_LIMIT} characters.` }]
    : [];
}

/** What an item of the state says. @param at ISO text of now */
export function columnsOf(state: ItemState, reason: string, at: string): Partial<ItemColumns> {
  return {
    state,
    resolved_at: isOpenItem(state) ? null : at,
    dropped_reason: state === 'DROPPED' ? reason : '',
  };
}
