import {
  type OwnOfOccurrence,
  type PlannedOccurrence,
  occurrencesBetween,
  plannedOccurrence,
} from '@chapterhouse/domain/cadences/occurrences';
import { isStart, nextStarts } from '@chapterhouse/domain/cadences/recurrence';
import {
  type LocalDateTime,
  localOf,
  plusDays,
  plusMinutes,
  startOfDay,
} from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type CadenceRow, type OccurrenceRow, ownOf, seriesOf } from './cadence-row.js';
import { CadencesRepository } from './cadences.repository.js';
import { keyOfRef, type OccurrenceRef } from './occurrence-id.js';
import { OccurrencesRepository } from './occurrences.repository.js';

/** One date of a series as it is planned, with the series and what is of this date only; null: nothing is. */
export interface OccurrenceFacts extends PlannedOccurrence, OccurrenceRef {
  cadence: CadenceRow;
  own: OccurrenceRow | null;
}

/** What of a date says whom it concerns. */
export type DateOfSeries = Pick<OccurrenceFacts, 'cadence' | 'cadenceId' | 'originalStart' | 'localStart' | 'own'>;

/** Which moments, milliseconds; the second one is not in. */
export interface Moments {
  from: number;
  before: number;
}

/** The dates of series: computed, with what is stored of them. A few statements, whatever the number of series. */
@Injectable()
export class OccurrencesRead {
  constructor(
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(OccurrencesRepository) private readonly occurrences: OccurrencesRepository,
  ) {}

  /** By `keyOfRef`; what no series has, and what was skipped, is missing. What something hangs on stays though its series has ended before it. */
  async byRefs(tx: Tx, refs: readonly OccurrenceRef[]): Promise<Map<string, OccurrenceFacts>> {
    const cadences = await this.cadences.byIds(tx, [...new Set(refs.map(({ cadenceId }) => cadenceId))]);
    const rows = new Map((await this.occurrences.byRefs(tx, refs)).map((row) => [keyOfRow(row), row]));
    return new Map(
      refs.flatMap((ref) => {
        const facts = factsOf(cadences.get(ref.cadenceId), ref, rows.get(keyOfRef(ref)) ?? null);
        return facts ? [[keyOfRef(ref), facts] as const] : [];
      }),
    );
  }

  async byRef(tx: Tx, ref: OccurrenceRef): Promise<OccurrenceFacts | undefined> {
    return (await this.byRefs(tx, [ref])).get(keyOfRef(ref));
  }

  /**
   * Locks the series of the date until the transaction ends, so that whoever comes second sees what the first one did.
   * Undefined for what no series has, and what was skipped.
   */
  async lock(tx: Tx, ref: OccurrenceRef): Promise<OccurrenceFacts | undefined> {
    return (await this.cadences.forUpdate(tx, ref.cadenceId)) && this.byRef(tx, ref);
  }

  /** All dates that begin in a time, by start, cancelled ones too. @param cadenceIds null: of all series */
  async between(tx: Tx, { from, before }: Moments, cadenceIds: readonly string[] | null): Promise<OccurrenceFacts[]> {
    const [first, last] = [plusDays(dayOfMoment(from), -1), plusDays(dayOfMoment(before), 2)];
    const cadences = await this.cadences.around(tx, first, last, cadenceIds);
    const found = await this.ofSeries(tx, cadences, startOfDay(first), startOfDay(last));
    return found
      .filter(({ startsAt }) => startsAt >= from && startsAt < before)
      .sort((a, b) => a.startsAt - b.startsAt || (a.cadence.id < b.cadence.id ? -1 : 1));
  }

  /** By series, those that begin in a wall-clock time of its own zone. */
  async ofSeries(
    tx: Tx,
    cadences: readonly CadenceRow[],
    from: LocalDateTime,
    before: LocalDateTime,
  ): Promise<OccurrenceFacts[]> {
    const ids = cadences.map(({ id }) => id);
    const rows = ids.length === 0 ? [] : await this.occurrences.between(tx, ids, from, before);
    const byRef = new Map(rows.map((row) => [keyOfRow(row), row]));
    const bySeries = new Map<string, OwnOfOccurrence[]>(ids.map((id) => [id, []]));
    for (const row of rows) bySeries.get(row.cadence_id)?.push(ownOf(row));
    return cadences.flatMap((cadence) =>
      occurrencesBetween(seriesOf(cadence), bySeries.get(cadence.id) ?? [], from, before).map((planned) => {
        const ref = { cadenceId: cadence.id, originalStart: planned.originalStart };
        return { ...planned, ...ref, cadence, own: byRef.get(keyOfRef(ref)) ?? null };
      }),
    );
  }

  /**
   * The next dates of each series from a moment on, cancelled ones too; skipped ones are passed over.
   * @param moment milliseconds @param count of each
   */
  async next(
    tx: Tx,
    cadences: readonly CadenceRow[],
    moment: number,
    count: number,
  ): Promise<Map<string, OccurrenceFacts[]>> {
    const found = new Map<string, OccurrenceFacts[]>();
    for (const cadence of cadences) found.set(cadence.id, await this.nextOf(tx, cadence, moment, count));
    return found;
  }

  private async nextOf(tx: Tx, cadence: CadenceRow, moment: number, count: number): Promise<OccurrenceFacts[]> {
    const from = plusDays(localOf(moment, cadence.time_zone).slice(0, 10), -1);
    // Further than asked for: some may be skipped, or moved away.
    const starts = nextStarts(seriesOf(cadence), startOfDay(from), count + 30);
    const last = starts.length < count + 30 ? '2200-01-01T00:00' : plusMinutes(starts.at(-1) ?? startOfDay(from), 1);
    const facts = await this.ofSeries(tx, [cadence], startOfDay(from), last);
    return facts.filter(({ startsAt }) => startsAt >= moment).slice(0, count);
  }
}

/** Undefined where there is no such date. */
function factsOf(
  cadence: CadenceRow | undefined,
  { cadenceId, originalStart }: OccurrenceRef,
  own: OccurrenceRow | null,
): OccurrenceFacts | undefined {
  if (!cadence) return undefined;
  const series = seriesOf(cadence);
  if (!own && !isStart(series, originalStart)) return undefined;
  const planned = plannedOccurrence(series, originalStart, own ? ownOf(own) : undefined);
  return planned ? { ...planned, cadenceId, cadence, own } : undefined;
}

const keyOfRow = (row: OccurrenceRow): string =>
  keyOfRef({ cadenceId: row.cadence_id, originalStart: row.original_start });

const dayOfMoment = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
