import type { CadencePayload } from '@chapterhouse/domain/cadences/cadence-events';
import { startBefore } from '@chapterhouse/domain/cadences/recurrence';
import { hasOtherTimes } from '@chapterhouse/domain/cadences/series-split';
import { localOf, type LocalDateTime, momentOf, startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type CadenceRow, seriesOf } from './cadence-row.js';
import { ConcernedRead } from './concerned.read.js';
import { keyOfRef } from './occurrence-id.js';
import { type OccurrenceFacts, OccurrencesRead } from './occurrences.read.js';

/** Whom a change of times is told, and of which date. Ids are the database's. */
export type ToldOfSeries = Pick<CadencePayload, 'cadenceId' | 'originalStart' | 'told'>;

const LAST = '2199-12-31T00:00';
/** Some of the next dates may be cancelled. */
const LOOKED_AT = 10;

/** Who must hear that a series takes place at other times, or no more: whom its next date concerns, before and after. */
@Injectable()
export class SeriesTold {
  constructor(
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(ConcernedRead) private readonly concerned: ConcernedRead,
  ) {}

  /** Of the first date that takes place, of a day on, and to come. Asked before anything changes: turns follow from dates. */
  async before(tx: Tx, row: CadenceRow, day: string, now: Date): Promise<string[]> {
    const date = await this.next(tx, row, day, now);
    return date ? this.of(tx, date) : [];
  }

  /** Nothing where the times are the same. @param people as `before` answered */
  async changed(
    tx: Tx,
    [row, becomes]: [CadenceRow, CadenceRow],
    people: readonly string[],
    day: string,
    now: Date,
  ): Promise<ToldOfSeries> {
    if (!hasOtherTimes(seriesOf(row), seriesOf(becomes), startOfDay(day))) return {};
    const date = await this.next(tx, becomes, day, now);
    return { ...dateOf(becomes, date), told: [...new Set([...people, ...(date ? await this.of(tx, date) : [])])] };
  }

  /** @param people as `before` answered for the first day on which it takes place no more */
  async ended(tx: Tx, ended: CadenceRow, people: string[], now: Date): Promise<ToldOfSeries> {
    if (people.length === 0) return {};
    const today = localOf(now.getTime(), ended.time_zone).slice(0, 10);
    return { ...dateOf(ended, await this.next(tx, ended, today, now)), told: people };
  }

  private async of(tx: Tx, date: OccurrenceFacts): Promise<string[]> {
    return (await this.concerned.of(tx, [date])).get(keyOfRef(date)) ?? [];
  }

  private async next(tx: Tx, row: CadenceRow, day: string, now: Date): Promise<OccurrenceFacts | undefined> {
    const from = Math.max(momentOf(startOfDay(day), row.time_zone), now.getTime());
    const dates = (await this.occurrences.next(tx, [row], from, LOOKED_AT)).get(row.id) ?? [];
    return dates.find(({ state }) => state === 'PLANNED') ?? dates[0];
  }
}

/** Where none is to come, its last one. */
function dateOf(
  row: CadenceRow,
  date: OccurrenceFacts | undefined,
): { cadenceId?: string; originalStart?: LocalDateTime } {
  const originalStart = date?.originalStart ?? startBefore(seriesOf(row), LAST);
  return originalStart === null ? {} : { cadenceId: row.id, originalStart };
}
