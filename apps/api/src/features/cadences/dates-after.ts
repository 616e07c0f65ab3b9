import { keepsStart, type ZonedRecurrence } from '@chapterhouse/domain/cadences/series-split';
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

/** What becomes of dates with something of their own when their series changes or ends. */
@Injectable()
export class DatesAfter {
  /**
   * Dates from a time on that the other series has, too, go along with all that hangs on them. What was only moved or said
   * otherwise on others is gone with them; those with notes, answers or outcomes stay readable where they are.
   * @param into the series that goes on; null: none does
   */
  async settle(
    tx: Tx,
    row: CadenceRow,
    from: LocalDateTime,
    into: (ZonedRecurrence & { id: string }) | null,
  ): Promise<void> {
    const dates = await tx.query<OwnDate>(OWN, [tx.organizationId, row.id, from]);
    const starts = new Set(await this.startsWithMore(tx, row.id, from));
    const stays = (start: LocalDateTime): boolean => into !== null && keepsStart(into, start, row.time_zone);
    for (const { original_start: start } of dates) starts.add(start);
    const surviving = [...starts].filter(stays);
    if (into !== null && into.id !== row.id && surviving.length > 0) await this.move(tx, row.id, into.id, surviving);
    const gone = dates.filter(({ original_start: start, keeps }) => !keeps && !stays(start)).map(({ id }) => id);
    await tx.run('delete from occurrences where organization_id = $1 and id = any($2::uuid[])', [
      tx.organizationId,
      gone,
    ]);
  }

  private async startsWithMore(tx: Tx, cadenceId: string, from: LocalDateTime): Promise<LocalDateTime[]> {
    const rows = await tx.query<{ original_start: LocalDateTime }>(
      HANGING.map((table) => `select original_start from ${table} where ${OF_SERIES} and original_start >= $3`).join(
        ' union ',
      ),
      [tx.organizationId, cadenceId, from],
    );
    return rows.map((row) => row.original_start);
  }

  private async move(tx: Tx, fromId: string, toId: string, starts: readonly LocalDateTime[]): Promise<void> {
    for (const table of ['occurrences', ...HANGING]) {
      await tx.run(`update ${table} set cadence_id = $3 where ${OF_SERIES} and original_start = any($4::timestamp[])`, [
        tx.organizationId,
        fromId,
        toId,
        starts,
      ]);
    }
  }
}

/** Tables whose rows hang on dates. */
const HANGING = ['occurrence_people', 'occurrence_outcomes', 'action_items'];
const OF_SERIES = 'organization_id = $1 and cadence_id = $2';

const OWN = `
  select o.id, o.original_start,
         o.notes <> '' or ${HANGING.map(
           (table) => `exists (select from ${table} h where h.organization_id = o.organization_id
             and h.cadence_id = o.cadence_id and h.original_start = o.original_start)`,
         ).join(' or ')} as keeps
    from occurrences o where o.organization_id = $1 and o.cadence_id = $2 and o.original_start >= $3`;
