import { Inject, Injectable } from '@nestjs/common';
import { CadenceReferences } from '../cadence-references.js';
import { type ActionCall, ActionTransaction, refuseProblems } from './action-transaction.js';
import type { ActionItem } from './actions.graphql.js';

/** What of an action is to be otherwise; ids are the database's, null stays. */
export interface ActionEdit {
  title: string | null;
  ownerId: string | null;
  dueOn: string | null;
}

/** Changing, ending and reopening actions. */
@Injectable()
export class ChangeAction {
  constructor(
    @Inject(ActionTransaction) private readonly frame: ActionTransaction,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /** @throws as the frame; INVALID_INPUT; NOT_FOUND for an owner of nobody here */
  edit(call: ActionCall, { title, ownerId, dueOn }: ActionEdit): Promise<ActionItem> {
    return this.frame.change(call, 'action:edit', async (tx, row) => {
      // A day that stays may be over: it was not when it was promised.
      refuseProblems({ title, dueOn: dueOn === row.due_on ? null : dueOn }, call.viewer.today);
      const isOther = ownerId !== null && ownerId !== row.owner_id;
      const names = new Map([
        ...(await this.references.names(tx, call.viewer, [row.owner_id])),
        ...(isOther ? await this.references.people(tx, call.viewer, [ownerId], 'ownerId') : []),
      ]);
      const owner = ownerId ?? row.owner_id;
      const next = { title: title?.trim() ?? row.title, dueOn: dueOn ?? row.due_on };
      const changes = [
        { field: 'title', from: row.title, to: next.title },
        { field: 'owner', from: names.get(row.owner_id) ?? null, to: names.get(owner) ?? null },
        { field: 'dueOn', from: row.due_on, to: next.dueOn },
      ];
      if (!isOther && next.title === row.title && next.dueOn === row.due_on) return undefined;
      return {
        event: 'action.edited',
        columns: { title: next.title, owner_id: owner, due_on: next.dueOn },
        changes,
        asked: isOther ? [owner] : [],
      };
    });
  }

  /** @throws as the frame */
  complete(call: ActionCall, result: string | null): Promise<ActionItem> {
    refuseProblems({ result }, call.viewer.today);
    return this.frame.change(call, 'action:complete', async () => completed(call.viewer.now, result));
  }

  /** @throws as the frame; INVALID_INPUT without a reason */
  drop(call: ActionCall, reason: string): Promise<ActionItem> {
    refuseProblems({ reason }, call.viewer.today);
    return this.frame.change(call, 'action:drop', async () => ({
      event: 'action.dropped',
      columns: { state: 'DROPPED', result: reason.trim(), ended_at: call.viewer.now.toISOString() },
      changes: [{ field: 'state', from: 'Open', to: 'Dropped' }],
      note: reason.trim(),
    }));
  }

  /** What came of it the first time is gone from it, and in its history. @throws as the frame */
  reopen(call: ActionCall): Promise<ActionItem> {
    return this.frame.change(call, 'action:reopen', async (_, row) => ({
      event: 'action.reopened',
      columns: { state: 'OPEN', result: '', ended_at: null },
      changes: [{ field: 'state', from: row.state === 'DONE' ? 'Done' : 'Dropped', to: 'Open' }],
      asked: [row.owner_id],
    }));
  }
}

/** What completing does, wherever it is done. */
export function completed(
  now: Date,
  result: string | null,
): Awaited<ReturnType<Parameters<ActionTransaction['apply']>[4]>> {
  const words = result?.trim() ?? '';
  return {
    event: 'action.completed',
    columns: { state: 'DONE', result: words, ended_at: now.toISOString() },
    changes: [{ field: 'state', from: 'Open', to: 'Done' }],
    ...(words !== '' && { note: words }),
  };
}
