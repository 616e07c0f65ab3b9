import type { ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import { movedClocks } from '@chapterhouse/domain/impediments/moved-clocks';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { type WorkingCalendarChange, WorkingCalendarChanges } from '../organization/public.js';
import { IS_OPEN } from './impediment-row.js';

/** Impediments of one statement: each stays far below its time limit. */
const BATCH = 500;

interface Running extends Record<string, unknown> {
  id: string;
  clock_ends_at: string;
}

/**
 * Another working calendar, and the clocks that run: `movedClocks` says when they run out. The past stays: a clock that
 * has run out has run out, and no change makes an impediment overdue that was in time a moment ago. Days that somebody
 * promised (`dueOn`) are promises and stay. How long a resolved one waits to be confirmed is counted on the day itself.
 */
@Injectable()
export class MoveClocks implements OnModuleInit {
  constructor(
    @Inject(WorkingCalendarChanges) private readonly calendars: WorkingCalendarChanges,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  onModuleInit(): void {
    this.calendars.register((tx, change) => this.move(tx, change));
  }

  /** How many clocks run out at another moment now. */
  private async move(tx: Tx, change: WorkingCalendarChange): Promise<number> {
    let moved = 0;
    for (let after: string | null = null; ;) {
      const rows: Running[] = await tx.query<Running>(RUNNING, [tx.organizationId, change.now.toISOString(), after]);
      const ends = rows.map((row) => Date.parse(row.clock_ends_at));
      const movedTo = movedClocks(ends, { ...change, now: change.now.getTime() });
      const others = rows.flatMap(({ id, clock_ends_at: from }) => {
        const to = new Date(movedTo.get(Date.parse(from)) ?? from).toISOString();
        return to === from ? [] : [{ id, from, to }];
      });
      await this.save(tx, others);
      moved += others.length;
      after = rows.at(-1)?.id ?? null;
      if (rows.length < BATCH) return moved;
    }
  }

  private async save(tx: Tx, moved: readonly { id: string; from: string; to: string }[]): Promise<void> {
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
const RUNNING = `
  select i.id, i.clock_ends_at from impediments i
   where i.organization_id = $1 and ${IS_OPEN} and i.clock_ends_at > $2 and ($3::uuid is null or i.id > $3)
   order by i.id limit ${BATCH} for no key update`;

/** `updated_at` stays: nobody did anything about them. */
const MOVE = `
  update impediments i set clock_ends_at = moved."to", version = i.version + 1
    from unnest($2::uuid[], $3::timestamptz[]) as moved(id, "to")
   where i.organization_id = $1 and i.id = moved.id
  returning i.id, i.version`;
