import { CALENDAR_DAY_LIMIT, CALENDAR_OCCURRENCE_LIMIT } from '@chapterhouse/domain/cadences/cadence-fields';
import { canOnCadence } from '@chapterhouse/domain/cadences/cadence-policy';
import { nextStarts, startBefore } from '@chapterhouse/domain/cadences/recurrence';
import { momentOf, plusDays, plusMinutes, startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { WhichCadences } from './cadence-filter.js';
import { CadenceObjects } from './cadence-objects.js';
import { seriesOf } from './cadence-row.js';
import type { Cadence } from './cadences.graphql.js';
import { CadencesRead } from './cadences.read.js';
import { CadencesRepository } from './cadences.repository.js';
import { ConcernedRead } from './concerned.read.js';
import { keyOfRef, type OccurrenceRef } from './occurrence-id.js';
import { OccurrenceObjects } from './occurrence-objects.js';
import { type Occurrence, occurrenceOf } from './occurrences.graphql.js';
import { type OccurrenceFacts, OccurrencesRead } from './occurrences.read.js';
import { refuseField } from './refuse-cadence.js';

/** Dates of a series that were skipped are passed over, but not for ever. */
const MOST_SKIPPED = 60;

/** Looking at meetings: everybody of the organization may. */
@Injectable()
export class CadencesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadencesRead) private readonly lists: CadencesRead,
    @Inject(CadenceObjects) private readonly objects: CadenceObjects,
    @Inject(OccurrenceObjects) private readonly dates: OccurrenceObjects,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(ConcernedRead) private readonly concerned: ConcernedRead,
  ) {}

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<Cadence> {
    const cadence = (await this.byIds(viewer, [id])).get(id);
    if (!cadence) throw refusePlatform('NOT_FOUND', {});
    return cadence;
  }

  /** Those of nobody here are missing. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Cadence>> {
    return this.read(viewer, (tx) => this.objects.byIds(tx, viewer, ids));
  }

  page(
    viewer: Viewer,
    page: { first: number | null | undefined; after: string | null | undefined },
    which: WhichCadences,
  ): Promise<Connection<Cadence>> {
    return this.read(viewer, (tx) => this.lists.page(tx, viewer, page, which));
  }

  /** By `keyOfRef`; what no series has is missing. */
  datesByRefs(viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, Occurrence>> {
    return this.read(viewer, (tx) => this.dates.byRefs(tx, viewer, refs));
  }

  /** @throws NOT_FOUND */
  async date(viewer: Viewer, ref: OccurrenceRef): Promise<Occurrence> {
    const found = (await this.datesByRefs(viewer, [ref])).get(keyOfRef(ref));
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  /**
   * By start, cancelled ones too. Days are those of the organization's zone.
   * @throws INVALID_INPUT for too many days or dates
   */
  between(viewer: Viewer, from: string, endsBefore: string, which: WhichCadences): Promise<Occurrence[]> {
    if (endsBefore <= from) refuseField('endsBefore', 'Choose a day after the first one.');
    if (plusDays(from, CALENDAR_DAY_LIMIT) < endsBefore)
      refuseField('endsBefore', `Ask for at most ${CALENDAR_DAY_LIMIT} days at once.`);
    const moment = (day: string): number => momentOf(startOfDay(day), viewer.timeZone);
    return this.read(viewer, async (tx) => {
      const ids = await this.lists.ids(tx, viewer, which);
      const all = await this.occurrences.between(tx, { from: moment(from), before: moment(endsBefore) }, ids);
      const found = which.mine ? await this.concerned.withPerson(tx, all, viewer.personId) : all;
      if (found.length > CALENDAR_OCCURRENCE_LIMIT)
        refuseField('endsBefore', `These are more than ${CALENDAR_OCCURRENCE_LIMIT} meetings; ask for fewer days.`);
      return found.map(occurrenceOf);
    });
  }

  /** The next ones from now, cancelled ones too, by series. */
  next(viewer: Viewer, ids: readonly string[], count: number): Promise<Map<string, Occurrence[]>> {
    return this.read(viewer, async (tx) => {
      const rows = await this.cadences.byIds(tx, ids);
      const found = await this.occurrences.next(tx, [...rows.values()], viewer.now.getTime(), count);
      return new Map([...found].map(([id, dates]) => [id, dates.map(occurrenceOf)]));
    });
  }

  /** The date of the same series, or of the one that it follows or that follows it, before or after this one; undefined: none. */
  neighbour(viewer: Viewer, ref: OccurrenceRef, side: 'previous' | 'following'): Promise<Occurrence | undefined> {
    return this.read(viewer, async (tx) => {
      const found = await this.beside(tx, ref, side);
      return found && occurrenceOf(found);
    });
  }

  private async beside(
    tx: Tx,
    { cadenceId, originalStart }: OccurrenceRef,
    side: 'previous' | 'following',
  ): Promise<OccurrenceFacts | undefined> {
    let row = await this.cadences.byId(tx, cadenceId);
    let from = originalStart;
    for (let tries = 0; row && tries < MOST_SKIPPED; tries++) {
      const start: string | null =
        side === 'previous'
          ? startBefore(seriesOf(row), from)
          : (nextStarts(seriesOf(row), plusMinutes(from, 1), 1)[0] ?? null);
      if (start !== null) {
        const found = await this.occurrences.byRef(tx, { cadenceId: row.id, originalStart: start });
        if (found) return found;
        from = start;
        continue;
      }
      const next: string | null = side === 'previous' ? row.follows_id : row.followed_by_id;
      row = next === null ? undefined : await this.cadences.byId(tx, next);
    }
    return undefined;
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    const verdict = canOnCadence(viewer.actor, 'cadence:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'cadence:view', reason: verdict.reason });
    return this.database.transaction(scopeOf(viewer), work);
  }
}
