import { dotsProblems, timeboxProblems } from '@chapterhouse/domain/chapters/chapter-fields';
import { refuseChapter } from '@chapterhouse/domain/chapters/chapter-refusals';
import {
  pausedTimebox,
  resumedTimebox,
  startedTimebox,
  type Timebox,
} from '@chapterhouse/domain/chapters/triage-clock';
import { DOTS_PER_PERSON } from '@chapterhouse/domain/chapters/triage-state';
import { type FieldProblem, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { ItemTitlesRead } from './item-titles.read.js';
import { currentOf, dotsLeftOf, type ItemRow, spentOn } from './session-row.js';
import { SessionWrites, timeboxColumns, timeboxOf } from './session-writes.js';
import { type OpenedTriage, type TriageCall, type TriageOutcome, TriageTransaction } from './triage-transaction.js';
import type { TriageSession } from './triage.graphql.js';

/** What goes on in a session between its start and its end: who is in it, what is talked about and for how long, dots. */
@Injectable()
export class RunTriage {
  constructor(
    @Inject(TriageTransaction) private readonly transaction: TriageTransaction,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
    @Inject(ItemTitlesRead) private readonly titles: ItemTitlesRead,
  ) {}

  /** Coming twice is coming once. @throws as `TriageTransaction.change` */
  join(call: TriageCall): Promise<TriageSession> {
    return this.transaction.change(call, 'triage:join', async ({ tx, viewer, session, at }) => {
      const isNew = await this.writes.join(tx, session.id, viewer.personId, at);
      return isNew ? { event: 'triage-session.joined', changes: [] } : undefined;
    });
  }

  /** What was talked about before is put down. @param seconds of a new timebox; none runs without @throws TRIAGE_ITEM_ENDED, INVALID_INPUT */
  takeUp(call: TriageCall, seconds: number | null): Promise<TriageSession> {
    return this.transaction.changeItem(call, 'triage:facilitate', async (opened) => {
      const { tx, session, item, at, now } = opened;
      refuseProblems(timeboxProblems(seconds));
      refuseEnded(item);
      const timebox = timeboxColumns(seconds === null ? null : startedTimebox(seconds, now));
      if (item.taken_up_at === null) {
        await this.putDown(opened);
        await this.writes.takeUp(tx, item.id, at);
      }
      await this.writes.update(tx, session.id, timebox);
      return this.toldOf(opened, 'triage-session.item-taken-up', item);
    });
  }

  /** Absolute: sent twice, it is one vote. Whoever votes is in the session. @throws TRIAGE_ITEM_ENDED, TOO_FEW_DOTS, INVALID_INPUT */
  setDots(call: TriageCall, dots: number): Promise<TriageSession> {
    return this.transaction.changeItem(call, 'triage:vote', async ({ tx, viewer, session, state, item, at }) => {
      refuseProblems(dotsProblems(dots));
      refuseEnded(item);
      const { personId } = viewer;
      const before = item.dots[personId] ?? 0;
      const left = dotsLeftOf(state, personId) + before;
      if (dots > left) throw refuseChapter('TOO_FEW_DOTS', { left, perPerson: DOTS_PER_PERSON });
      await this.writes.join(tx, session.id, personId, at);
      if (dots === before) return undefined;
      await this.writes.setDots(tx, item.id, personId, dots);
      const changes = [{ field: 'dots', from: String(before), to: String(dots) }];
      return { event: 'triage-session.voted', changes, itemId: item.id };
    });
  }

  /** @param position from 1; past the end is the end */
  move(call: TriageCall, position: number): Promise<TriageSession> {
    return this.transaction.changeItem(call, 'triage:facilitate', async (opened) => {
      const { tx, session, state, item } = opened;
      if (!Number.isInteger(position) || position < 1)
        refuseProblems([{ field: 'position', problem: 'Give a place from 1 on.' }]);
      const others = state.items.filter(({ id }) => id !== item.id).map(({ id }) => id);
      const place = Math.min(position, state.items.length);
      if (place === item.position) return undefined;
      await this.writes.order(tx, session.id, others.toSpliced(place - 1, 0, item.id));
      return {
        event: 'triage-session.item-moved',
        changes: [{ field: 'position', from: String(item.position), to: String(place) }],
        itemId: item.id,
      };
    });
  }

  /** @throws INVALID_INPUT */
  startTimebox(call: TriageCall, seconds: number): Promise<TriageSession> {
    return this.timebox(call, 'triage-session.timebox-started', (_, now) => {
      refuseProblems(timeboxProblems(seconds));
      return startedTimebox(seconds, now);
    });
  }

  /** @throws NO_TIMEBOX */
  pauseTimebox(call: TriageCall): Promise<TriageSession> {
    return this.timebox(call, 'triage-session.timebox-paused', (present, now) => pausedTimebox(needed(present), now));
  }

  /** @throws NO_TIMEBOX */
  resumeTimebox(call: TriageCall): Promise<TriageSession> {
    return this.timebox(call, 'triage-session.timebox-resumed', (present, now) => resumedTimebox(needed(present), now));
  }

  /** Stops the time of what is under discussion. */
  async putDown({ tx, state, now }: OpenedTriage): Promise<void> {
    const current = currentOf(state.items);
    if (current) await this.writes.putDown(tx, current, spentOn(current, now));
  }

  private timebox(
    call: TriageCall,
    event: TriageOutcome['event'],
    next: (present: Timebox | null, now: number) => Timebox,
  ): Promise<TriageSession> {
    return this.transaction.change(call, 'triage:facilitate', async ({ tx, session, now }) => {
      const present = timeboxOf(session);
      const timebox = next(present, now);
      if (timebox === present) return undefined;
      await this.writes.update(tx, session.id, timeboxColumns(timebox));
      return { event, changes: [{ field: 'timebox', from: null, to: `${timebox.seconds} s` }] };
    });
  }

  private async toldOf({ tx }: OpenedTriage, event: TriageOutcome['event'], item: ItemRow): Promise<TriageOutcome> {
    const title = (await this.titles.of(tx, [item])).get(item.id)?.title ?? null;
    return { event, changes: [{ field: 'item', from: null, to: title }], itemId: item.id };
  }
}

/** @throws INVALID_INPUT */
export function refuseProblems(fields: FieldProblem[]): void {
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws TRIAGE_ITEM_ENDED */
export function refuseEnded({ result }: ItemRow): void {
  if (result !== null) throw refuseChapter('TRIAGE_ITEM_ENDED', { result });
}

function needed(timebox: Timebox | null): Timebox {
  if (!timebox) throw refuseChapter('NO_TIMEBOX', {});
  return timebox;
}
