import { localOf, plusMinutes } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { CadencesRepository } from '../cadences.repository.js';
import { grouped } from '../grouped.js';
import { type OccurrenceFacts, OccurrencesRead } from '../occurrences.read.js';
import { type ActionRow, refOf } from './action-row.js';

/** How often actions were carried on: dates of the same line that took place between the promise and its end, or now. */
@Injectable()
export class CarriedRead {
  constructor(
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
  ) {}

  /** By action; a few statements, whatever their number. */
  async of(tx: Tx, rows: readonly ActionRow[], now: Date): Promise<Map<string, number>> {
    const refs = rows.flatMap((row) => refOf(row) ?? []);
    const series = await this.cadences.byIds(tx, [...new Set(refs.map(({ cadenceId }) => cadenceId))]);
    const roots = [...new Set([...series.values()].map(({ root_id: rootId }) => rootId))];
    const earliest = refs.map(({ originalStart }) => originalStart).sort()[0];
    if (earliest === undefined) return new Map(rows.map(({ id }) => [id, 0]));
    const lines = await this.cadences.ofLines(tx, roots);
    // Wherever on earth it is by now.
    const until = plusMinutes(localOf(now.getTime(), 'UTC'), 24 * 60);
    const dates = grouped(
      await this.occurrences.ofSeries(tx, lines, earliest, until),
      ({ cadence }) => cadence.root_id,
    );
    return new Map(
      rows.map((row) => {
        const cadence = row.cadence_id === null ? undefined : series.get(row.cadence_id);
        return [row.id, cadence ? carriedOn(row, dates.get(cadence.root_id) ?? [], now) : 0];
      }),
    );
  }
}

function carriedOn(row: ActionRow, dates: readonly OccurrenceFacts[], now: Date): number {
  const end = row.ended_at === null ? now.getTime() : Date.parse(row.ended_at);
  const after = row.original_start ?? '';
  return dates.filter(
    ({ state, originalStart, startsAt }) => state === 'PLANNED' && originalStart > after && startsAt <= end,
  ).length;
}
