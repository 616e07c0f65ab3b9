import { resultProblems } from '@chapterhouse/domain/chapters/chapter-fields';
import { refuseChapter } from '@chapterhouse/domain/chapters/chapter-refusals';
import { TRIAGE_RESULT_TITLES, type TriageResultKind } from '@chapterhouse/domain/chapters/triage-state';
import type { ImpedimentSeverity } from '@chapterhouse/domain/impediments/impediment-fields';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { globalId } from '../../../platform/graphql/global-id.js';
import { refuseEnded, refuseProblems } from './run-triage.js';
import { ItemTitlesRead } from './item-titles.read.js';
import { currentOf, type ItemRow, spentOn, subjectOf } from './session-row.js';
import { SessionWrites, timeboxColumns } from './session-writes.js';
import { SettleItem } from './settle-item.js';
import { type FactsAbout, type OpenedItem, type TriageCall, TriageTransaction } from './triage-transaction.js';
import type { TriageSession } from './triage.graphql.js';

/** How an item ends; ids are the database's. */
export interface TriageResult {
  kind: TriageResultKind;
  ownerId: string | null;
  severity: ImpedimentSeverity | null;
  level: number | null;
  nextStep: string;
  /** Of the impediment, as it was seen. */
  impedimentVersion: number | null;
  reason: string;
  intoKey: string;
  brief: { proposal: string; ask: string; answerBy: string; recipientIds: string[] } | null;
  /** Undefined leaves it alone, null clears it. */
  dueOn: string | null | undefined;
}

/** Ends an item with a result, and does to what it is about what the result says, in the same transaction. */
@Injectable()
export class EndItem {
  constructor(
    @Inject(TriageTransaction) private readonly transaction: TriageTransaction,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
    @Inject(ItemTitlesRead) private readonly titles: ItemTitlesRead,
    @Inject(SettleItem) private readonly settling: SettleItem,
  ) {}

  /**
   * @param version of the item that the person saw
   * @throws FORBIDDEN with who may, also of the impediment; CONFLICT, also of the impediment, with what is there;
   *   TRIAGE_ITEM_ENDED, INVALID_INPUT, and what the change of the impediment is refused with
   */
  end(call: TriageCall, version: number, result: TriageResult): Promise<TriageSession> {
    const step = async (opened: OpenedItem) => {
      const { tx, viewer, session, item, at, now } = opened;
      refuseStale(item, version);
      refuseEnded(item);
      refuseProblems(resultProblems(result, subjectOf(item)));
      const note = await this.settling.settle(opened, result);
      const ended = { kind: result.kind, note, endedBy: viewer.personId, at, secondsSpent: spentOn(item, now) };
      await this.writes.end(tx, item.id, ended);
      if (item.taken_up_at !== null) await this.writes.update(tx, session.id, timeboxColumns(null));
      const title = (await this.titles.of(tx, [item])).get(item.id)?.title ?? null;
      return {
        event: 'triage-session.item-ended' as const,
        changes: [
          { field: 'item', from: null, to: title },
          { field: 'result', from: null, to: TRIAGE_RESULT_TITLES[result.kind] },
        ],
        note,
        itemId: item.id,
      };
    };
    return this.transaction.changeItem(call, 'triage:end-item', step, this.ownsItem(call));
  }

  /** The result is taken off, to be talked about again; what it did to the impediment stays. @throws TRIAGE_ITEM_OPEN */
  reopen(call: TriageCall): Promise<TriageSession> {
    return this.transaction.changeItem(call, 'triage:facilitate', async ({ tx, item }) => {
      if (item.result === null) throw refuseChapter('TRIAGE_ITEM_OPEN', {});
      await this.writes.reopen(tx, item.id);
      const changes = [{ field: 'result', from: TRIAGE_RESULT_TITLES[item.result], to: null }];
      return { event: 'triage-session.item-reopened', changes, itemId: item.id };
    });
  }

  /** Whether the item is under discussion, and what it is about the viewer's own. */
  private ownsItem({ of, viewer }: TriageCall): FactsAbout {
    return async ({ tx, state }) => {
      const item = currentOf(state.items);
      if (!item || !('itemId' in of) || item.id !== of.itemId) return { ownsItem: false };
      const owner = (await this.titles.of(tx, [item])).get(item.id)?.ownerId;
      return { ownsItem: owner === viewer.personId };
    };
  }
}

function refuseStale({ id, version, result }: ItemRow, seen: number): void {
  if (version === seen) return;
  const current = { id: globalId('TriageItem', id), version, result };
  throw refusePlatform('CONFLICT', { currentVersion: version, current });
}
