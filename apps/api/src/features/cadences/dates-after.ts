import { dateOfDay, type ZonedRecurrence } from '@chapterhouse/domain/cadences/series-split';
import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { CadenceRow } from './cadence-row.js';

interface OwnDate extends Record<string, unknown> {
  id: string;
  original_start: LocalDateTime;
  /** Notes were written, or something hangs on it. */
  keeps: boolean;
}

/** Which date becomes which, of the series that goes on. */
interface BecomingDate {
  start: LocalDateTime;
  becomes: LocalDateTime;
  /** At another time: what said otherwise when or where it is, said so of the time before. */
  isOtherTime: boolean;
}

/** What becomes of dates with something of their own when their series changes or ends. */
@Injectable()
export class DatesAfter {
  /**
   * Dates from a time on whose day the other series has, too, go along with all that hangs on them: cancelled ones stay
   * cancelled. At another time of that day they lose a time, length and place of their own. Of other dates, those with notes,
   * answers or outcomes stay readable where they are; the rest is gone.
   * @param into the series that goes on; null: none does
   */
  async settle(
    tx: Tx,
    row: CadenceRow,
    from: LocalDateTime,
    into: (ZonedRecurrence & { id: string }) | null,
  ): Promise<void> {
    const dates = await tx.query<OwnDate>(OWN, [tx.organizationId, row.id, from]);
    const starts = await this.startsWithMore(tx, row.id, from);
    for (const { original_start: start } of dates) starts.add(start);
    const becoming = into === null ? [] : becomingOf([...starts], row, into);
    const stays = new Set(becoming.map(({ start }) => start));
    const gone = dates.filter(({ original_start: start, keeps }) => !keeps && !stays.has(start));
    await this.forget(tx, row.id, gone);
    const moving = becoming.filter(({ isOtherTime }) => isOtherTime || into?.id !== row.id);
    if (into !== null && moving.length > 0) await this.move(tx, row.id, into.id, moving);
  }

  private async startsWithMore(tx: Tx, cadenceId: string, from: LocalDateTime): Promise<Set<LocalDateTime>> {
    const rows = await tx.query<{ original_start: LocalDateTime }>(
      [...HANGING, ...GOING_ALONG]
        .map((table) => `select original_start from ${table} where ${OF_SERIES} and original_start >= $3`)
        .join(' union '),
      [tx.organizationId, cadenceId, from],
    );
    return new Set(rows.map((row) => row.original_start));
  }

  private async forget(tx: Tx, cadenceId: string, gone: readonly OwnDate[]): Promise<void> {
    const ids = gone.map(({ id }) => id);
    const starts = gone.map((date) => date.original_start);
    await tx.run('delete from occurrences where organization_id = $1 and id = any($2::uuid[])', [
      tx.organizationId,
      ids,
    ]);
    // Whoever facilitates on that day after all is reminded of it.
    await tx.run(`delete from facilitation_reminders where ${OF_SERIES} and original_start = any($3::timestamp[])`, [
      tx.organizationId,
      cadenceId,
      starts,
    ]);
  }

  private async move(tx: Tx, fromId: string, toId: string, moving: readonly BecomingDate[]): Promise<void> {
    const given = JSON.stringify(moving);
    await tx.run(AT_OTHER_TIMES, [tx.organizationId, fromId, given]);
    for (const table of ['occurrences', ...HANGING, ...GOING_ALONG])
      await tx.run(
        `update ${table} h set cadence_id = $4, original_start = g.becomes from ${GIVEN}
          where h.organization_id = $1 and h.cadence_id = $2 and h.original_start = g.start`,
        [tx.organizationId, fromId, given, toId],
      );
  }
}

/** One for each date of the series that goes on: the one at the same time before others of that day. */
function becomingOf(starts: readonly LocalDateTime[], row: CadenceRow, into: ZonedRecurrence): BecomingDate[] {
  const taken = new Map<LocalDateTime, BecomingDate>();
  for (const start of starts) {
    const becomes = dateOfDay(into, start);
    if (becomes === null || (taken.has(becomes) && becomes !== start)) continue;
    taken.set(becomes, { start, becomes, isOtherTime: becomes !== start || into.timeZone !== row.time_zone });
  }
  return [...taken.values()];
}

/** Tables whose rows hang on dates, and keep them readable. */
const HANGING = ['occurrence_people', 'occurrence_outcomes', 'action_items', 'triage_sessions'];
/** Tables whose rows are of dates, and go where these go. */
const GOING_ALONG = ['facilitation_reminders', 'inbox_entries'];
const OF_SERIES = 'organization_id = $1 and cadence_id = $2';
const GIVEN = 'jsonb_to_recordset($3::jsonb) as g(start timestamp, becomes timestamp, "isOtherTime" boolean)';

const AT_OTHER_TIMES = `
  update occurrences h
     set moved_to = null, minutes = null, place = null, reason = case when h.state = 'CANCELLED' then h.reason else '' end
    from ${GIVEN}
   where h.organization_id = $1 and h.cadence_id = $2 and h.original_start = g.start and g."isOtherTime"`;

const OWN = `
  select o.id, o.original_start,
         o.notes <> '' or ${HANGING.map(
           (table) => `exists (select from ${table} h where h.organization_id = o.organization_id
             and h.cadence_id = o.cadence_id and h.original_start = o.original_start)`,
         ).join(' or ')} as keeps
    from occurrences o where o.organization_id = $1 and o.cadence_id = $2 and o.original_start >= $3`;
