import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { CLOCK_COLUMNS, type ClockRow, type Stay, clockRowOf, stayOf } from './stay.js';

/** A stay of this impediment. */
export interface StayOf {
  impedimentId: string;
  stay: Stay;
}

/** Stays at levels. Whoever writes holds the lock of the impediment, so that its clock has one history. */
@Injectable()
export class ClocksRepository {
  /** The last stay of each, ended or not; those that never had one are missing. */
  async last(tx: Tx, impedimentIds: readonly string[]): Promise<Map<string, Stay>> {
    const rows = await tx.query<ClockRow & Record<string, unknown>>(LAST, [tx.organizationId, impedimentIds]);
    return new Map(rows.map((row) => [row.impediment_id, stayOf(row)]));
  }

  /** The stays that have not ended, as they are stored. */
  async goingOn(tx: Tx, impedimentIds: readonly string[]): Promise<Map<string, ClockRow>> {
    const rows = await tx.query<ClockRow & Record<string, unknown>>(GOING_ON, [tx.organizationId, impedimentIds]);
    return new Map(rows.map((row) => [row.impediment_id, row]));
  }

  /** New ones and others, each impediment's in their order. @param calendar as it is from now on */
  async save(tx: Tx, stays: readonly StayOf[], calendar: WorkingCalendar): Promise<void> {
    if (stays.length === 0) return;
    const rows = stays.map(({ impedimentId, stay }) => clockRowOf(impedimentId, stay, calendar));
    await tx.run(SAVE, [tx.organizationId, JSON.stringify(rows)]);
  }

  /** For a change that is taken back: the stays that came by it are no more. */
  async removeAfter(tx: Tx, impedimentId: string, number: number): Promise<void> {
    await tx.run('delete from impediment_clocks where organization_id = $1 and impediment_id = $2 and number > $3', [
      tx.organizationId,
      impedimentId,
      number,
    ]);
  }
}

const LAST = `
  select distinct on (c.impediment_id) ${CLOCK_COLUMNS} from impediment_clocks c
   where c.organization_id = $1 and c.impediment_id = any($2::uuid[]) order by c.impediment_id, c.number desc`;

const GOING_ON = `
  select ${CLOCK_COLUMNS} from impediment_clocks c
   where c.organization_id = $1 and c.impediment_id = any($2::uuid[]) and c.ended_at is null`;

/** Inserts stays of the organization `$1`. @param given the parameter that holds them, as `clockRowOf` makes them */
export const insertClocks = (given: string): string => `
  insert into impediment_clocks (organization_id, impediment_id, number, level, clock_working_hours, escalates_by_itself,
      remind_before_hours, began_at, worked_ms, counted_to, paused_at, paused_because, runs_out_at, ended_at, told, wakes_at)
  select $1, impediment_id, number, level, clock_working_hours, escalates_by_itself, remind_before_hours, began_at,
         worked_ms, counted_to, paused_at, paused_because, runs_out_at, ended_at, told, wakes_at
    from jsonb_to_recordset(${given}::jsonb) as g(impediment_id uuid, number int, level smallint, clock_working_hours int,
      escalates_by_itself boolean, remind_before_hours int, began_at timestamptz, worked_ms bigint, counted_to timestamptz,
      paused_at timestamptz, paused_because text, runs_out_at timestamptz, ended_at timestamptz, told int, wakes_at timestamptz)`;

/** What changes in the course of a stay; the rest is a promise. */
const SAVE = `
  ${insertClocks('$2')}
  on conflict (organization_id, impediment_id, number) do update set worked_ms = excluded.worked_ms,
      counted_to = excluded.counted_to, paused_at = excluded.paused_at, paused_because = excluded.paused_because,
      runs_out_at = excluded.runs_out_at, ended_at = excluded.ended_at, told = excluded.told, wakes_at = excluded.wakes_at`;
