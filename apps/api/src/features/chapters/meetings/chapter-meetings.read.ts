import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import {
  type ActionItem,
  actionOf,
  ActionsRepository,
  type Cadence,
  CadenceObjects,
  CadencesRepository,
  keyOfRef,
  type Occurrence,
  OccurrenceObjects,
  type OccurrenceRef,
  OccurrencesRead,
} from '../../cadences/public.js';

/** Series, dates and actions around chapters and their sessions. Ids are the database's. */
@Injectable()
export class ChapterMeetingsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadenceObjects) private readonly cadenceObjects: CadenceObjects,
    @Inject(OccurrencesRead) private readonly dates: OccurrencesRead,
    @Inject(OccurrenceObjects) private readonly occurrenceObjects: OccurrenceObjects,
    @Inject(ActionsRepository) private readonly actions: ActionsRepository,
  ) {}

  /** By chapter: the series that go on, by name. */
  cadencesOf(viewer: Viewer, chapterIds: readonly string[]): Promise<Map<string, Cadence[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await goingOn(tx, viewer.today, chapterIds, false);
      const ids = rows.map(({ id }) => id);
      const found = await this.cadenceObjects.byIds(tx, viewer, ids);
      return grouped(chapterIds, rows, ({ id }) => found.get(id));
    });
  }

  /** By chapter: the next date of its triage that is not cancelled; one that runs now is the next one. */
  nextTriageOf(viewer: Viewer, chapterIds: readonly string[]): Promise<Map<string, Occurrence>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await goingOn(tx, viewer.today, chapterIds, true);
      const series = await this.cadences.byIds(
        tx,
        rows.map(({ id }) => id),
      );
      const now = viewer.now.getTime();
      const next = await this.dates.next(tx, [...series.values()], now - HALF_A_DAY, LOOKED_AT);
      const refs = chapterIds.flatMap((chapterId) => {
        const own = rows.filter((row) => row.chapter_id === chapterId).flatMap(({ id }) => next.get(id) ?? []);
        const first = own
          .filter(({ state, endsAt }) => state === 'PLANNED' && endsAt > now)
          .toSorted((one, other) => one.startsAt - other.startsAt)[0];
        return first ? [{ chapterId, cadenceId: first.cadenceId, originalStart: first.originalStart }] : [];
      });
      const found = await this.occurrenceObjects.byRefs(tx, viewer, refs);
      return new Map(
        refs.flatMap((ref) => {
          const occurrence = found.get(keyOfRef(ref));
          return occurrence ? [[ref.chapterId, occurrence] as const] : [];
        }),
      );
    });
  }

  /** By `keyOfRef`. */
  occurrences(viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, Occurrence>> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.occurrenceObjects.byRefs(tx, viewer, refs));
  }

  /** By chapter, the one due first first. */
  openActionsOf(viewer: Viewer, chapterIds: readonly string[]): Promise<Map<string, ActionItem[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.actions.ofChapters(tx, chapterIds);
      return new Map(chapterIds.map((id) => [id, rows.filter((row) => row.chapter_id === id).map(actionOf)]));
    });
  }

  async actionsByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ActionItem>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.actions.byIds(tx, ids));
    return new Map(rows.map((row) => [row.id, actionOf(row)]));
  }
}

/** A date that began so long ago may run still. */
const HALF_A_DAY = 12 * 3_600_000;
/** Some of them may be cancelled, or over. */
const LOOKED_AT = 8;

interface GoingOnRow extends Record<string, unknown> {
  id: string;
  chapter_id: string;
}

function goingOn(tx: Tx, today: string, chapterIds: readonly string[], triage: boolean): Promise<GoingOnRow[]> {
  return tx.query<GoingOnRow>(
    `select id, chapter_id from cadences
      where organization_id = $1 and chapter_id = any($2::uuid[]) and (last_on is null or last_on >= $3::date)
        and (not $4 or kind = 'CHAPTER_TRIAGE') order by lower(name), id`,
    [tx.organizationId, chapterIds, today, triage],
  );
}

function grouped<T>(
  chapterIds: readonly string[],
  rows: readonly GoingOnRow[],
  of: (row: GoingOnRow) => T | undefined,
): Map<string, T[]> {
  return new Map(
    chapterIds.map((chapterId) => [
      chapterId,
      rows.filter((row) => row.chapter_id === chapterId).flatMap((row) => of(row) ?? []),
    ]),
  );
}
