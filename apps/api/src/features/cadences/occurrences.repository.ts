import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { OCCURRENCE_COLUMNS, type OccurrenceRow } from './cadence-row.js';
import type { OccurrenceRef } from './occurrence-id.js';

type Row = OccurrenceRow & Record<string, unknown>;

/** Columns that a use case may set; the names are the table's. */
export type OccurrenceColumns = Omit<OccurrenceRow, 'id' | 'cadence_id' | 'original_start' | 'version' | 'updated_at'>;

/** What is of single dates only. */
@Injectable()
export class OccurrencesRepository {
  byRefs(tx: Tx, refs: readonly OccurrenceRef[]): Promise<OccurrenceRow[]> {
    return tx.query<Row>(BY_REFS, [tx.organizationId, JSON.stringify(refs)]);
  }

  /** Of these series, whose original or present start is in a time. */
  between(tx: Tx, cadenceIds: readonly string[], from: LocalDateTime, before: LocalDateTime): Promise<OccurrenceRow[]> {
    return tx.query<Row>(BETWEEN, [tx.organizationId, cadenceIds, from, before]);
  }

  /** The row of a date, of version 0 where there was none yet: from now on something hangs on it. */
  async opened(tx: Tx, { cadenceId, originalStart }: OccurrenceRef, at: string): Promise<OccurrenceRow> {
    await tx.run(
      `insert into occurrences (organization_id, id, cadence_id, original_start, updated_at) values ($1, $2, $3, $4, $5)
       on conflict (organization_id, cadence_id, original_start) do nothing`,
      [tx.organizationId, newId(), cadenceId, originalStart, at],
    );
    const [row] = await this.byRefs(tx, [{ cadenceId, originalStart }]);
    if (!row) throw new Error('What was just written is there.');
    return row;
  }

  /** Whether it is known that it took place: who came, what came of it, what was promised, or a triage session. */
  async tookPlace(tx: Tx, { cadenceId, originalStart }: OccurrenceRef): Promise<{ held: boolean; recorded: boolean }> {
    const found = await tx.one<{ held: boolean; recorded: boolean }>(TOOK_PLACE, [
      tx.organizationId,
      cadenceId,
      originalStart,
    ]);
    return found ?? { held: false, recorded: false };
  }

  /** The new version. */
  async update(tx: Tx, id: string, changes: Partial<OccurrenceColumns>, at: string): Promise<number> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 4}`);
    const updated = await tx.one<{ version: number }>(
      `update occurrences set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $3)'].join(', ')}
        where organization_id = $1 and id = $2 returning version`,
      [tx.organizationId, id, at, ...columns.map(([, value]) => value)],
    );
    if (!updated) throw new Error('What is held is there.');
    return updated.version;
  }
}

const OF_DATE = 'h.organization_id = $1 and h.cadence_id = $2 and h.original_start = $3';

const SELECT = `select ${OCCURRENCE_COLUMNS} from occurrences o`;

const BY_REFS = `${SELECT}
    join jsonb_to_recordset($2::jsonb) as g("cadenceId" uuid, "originalStart" timestamp)
      on g."cadenceId" = o.cadence_id and g."originalStart" = o.original_start
   where o.organization_id = $1`;

const TOOK_PLACE = `
  select exists (select from triage_sessions h where ${OF_DATE}) as held,
         exists (select from occurrence_people h where ${OF_DATE} and h.attended is not null)
         or exists (select from occurrence_outcomes h where ${OF_DATE} and h.removed_at is null)
         or exists (select from action_items h where ${OF_DATE})
         or exists (select from occurrences h where ${OF_DATE} and h.notes <> '') as recorded`;

const BETWEEN = `${SELECT}
   where o.organization_id = $1 and o.cadence_id = any($2::uuid[])
     and ((o.original_start >= $3 and o.original_start < $4) or (o.moved_to >= $3 and o.moved_to < $4))`;
