import type { ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import { countedUpTo } from '@chapterhouse/domain/impediments/level-clock';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { type WorkingCalendarChange, WorkingCalendarChanges } from '../../organization/public.js';
import { ImpedimentLevels, Ladder } from '../impediment-levels.js';
import { ClocksRepository, type StayOf } from './clocks.repository.js';
import { type ClockFacts, putRight } from './impediment-clocks.js';
import { type Stay, clockEndsAt } from './stay.js';

/** Impediments of one statement: each stays far below its time limit. */
const BATCH = 500;

type Unresolved = ClockFacts & { clock_ends_at: string | null };

/** An impediment whose clock runs out at another moment. */
interface Moved {
  id: string;
  from: string;
  to: string;
}

/**
 * Another working calendar, and the clocks that run: what was worked until now is written down as it was counted, and
 * what is left is counted by the new one. The past stays: a clock that has run out has run out, and no change makes an
 * impediment overdue that was in time a moment ago. Days that somebody promised (`dueOn`) are promises and stay. How long
 * a resolved one waits to be confirmed is counted on the day itself.
 */
@Injectable()
export class MoveClocks implements OnModuleInit {
  constructor(
    @Inject(WorkingCalendarChanges) private readonly calendars: WorkingCalendarChanges,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ClocksRepository) private readonly clocks: ClocksRepository,
  ) {}

  onModuleInit(): void {
    this.calendars.register((tx, change) => this.move(tx, change));
  }

  /** How many clocks run out at another moment now. */
  private async move(tx: Tx, change: WorkingCalendarChange): Promise<number> {
    const { levels, version } = await this.levels.ladder(tx);
    const before = new Ladder(levels, change.before, version);
    let moved = 0;
    for (let after: string | null = null; ;) {
      const rows: Unresolved[] = await tx.query<Unresolved & Record<string, unknown>>(UNRESOLVED, [
        tx.organizationId,
        after,
      ]);
      moved += await this.moveSome(tx, rows, before, change);
      after = rows.at(-1)?.id ?? null;
      if (rows.length < BATCH) return moved;
    }
  }

  private async moveSome(
    tx: Tx,
    rows: readonly Unresolved[],
    before: Ladder,
    change: WorkingCalendarChange,
  ): Promise<number> {
    // After the lock, so that nobody counts behind our back.
    const last = await this.clocks.last(
      tx,
      rows.map(({ id }) => id),
    );
    const stays: StayOf[] = [];
    const moved: Moved[] = [];
    for (const row of rows) {
      const right = putRight(row, last.get(row.id), before);
      const stay = right.at(-1) ?? last.get(row.id);
      if (!stay) continue;
      const counted: Stay = { ...stay, clock: countedUpTo(stay.clock, change.now.getTime(), change.before) };
      for (const one of [...right.slice(0, -1), counted]) stays.push({ impedimentId: row.id, stay: one });
      const [from, to] = [row.clock_ends_at, clockEndsAt(counted, change.after)];
      if (from !== null && to !== null && from !== to) moved.push({ id: row.id, from, to });
    }
    await this.clocks.save(tx, stays, change.after);
    await this.save(tx, moved);
    return moved.length;
  }

  private async save(tx: Tx, moved: readonly Moved[]): Promise<void> {
    if (moved.length === 0) return;
    const versions = await tx.query<{ id: string; version: number }>(MOVE, [
      tx.organizationId,
      moved.map(({ id }) => id),
      moved.map(({ to }) => to),
    ]);
    const versionOf = new Map(versions.map(({ id, version }) => [id, version]));
    await this.events.append(
      tx,
      ...moved.map(({ id, from, to }) => ({
        name: 'impediment.clock-moved' satisfies ImpedimentEvent,
        subjectType: 'Impediment',
        subjectId: id,
        subjectVersion: versionOf.get(id) ?? 0,
        payload: { changes: [{ field: 'clockEndsAt', from, to }] },
      })),
    );
  }
}

/** Locked in the order of their ids, as everybody who locks many does. */
const UNRESOLVED = `
  select i.id, i.state, i.level, i.level_since, i.resolved_at, i.closed_at, i.updated_at, i.clock_ends_at from impediments i
   where i.organization_id = $1 and i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS') and ($2::uuid is null or i.id > $2)
   order by i.id limit ${BATCH} for no key update`;

/** `updated_at` stays: nobody did anything about them. */
const MOVE = `
  update impediments i set clock_ends_at = moved."to", version = i.version + 1
    from unnest($2::uuid[], $3::timestamptz[]) as moved(id, "to")
   where i.organization_id = $1 and i.id = moved.id
  returning i.id, i.version`;
