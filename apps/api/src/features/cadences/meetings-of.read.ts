import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { CadenceObjects } from './cadence-objects.js';
import type { Cadence } from './cadences.graphql.js';
import { CadencesRepository } from './cadences.repository.js';
import { keyOfRef } from './occurrence-id.js';
import { OccurrenceObjects } from './occurrence-objects.js';
import type { Occurrence } from './occurrences.graphql.js';
import { OccurrencesRead } from './occurrences.read.js';

/** Whose meetings are asked for. */
export type MeetingOwner = 'chapter' | 'community';

/** Series and next dates of chapters or communities, for all of them at once. Ids are the database's. */
@Injectable()
export class MeetingsOf {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadenceObjects) private readonly cadenceObjects: CadenceObjects,
    @Inject(OccurrencesRead) private readonly dates: OccurrencesRead,
    @Inject(OccurrenceObjects) private readonly occurrenceObjects: OccurrenceObjects,
  ) {}

  /** By owner: the series that go on, by name. */
  series(viewer: Viewer, owner: MeetingOwner, ownerIds: readonly string[]): Promise<Map<string, Cadence[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await goingOn(tx, viewer.today, owner, ownerIds);
      const ids = rows.map(({ id }) => id);
      const found = await this.cadenceObjects.byIds(tx, viewer, ids);
      const of = (ownerId: string): Cadence[] =>
        rows.filter((row) => row.owner_id === ownerId).flatMap(({ id }) => found.get(id) ?? []);
      return new Map(ownerIds.map((ownerId) => [ownerId, of(ownerId)]));
    });
  }

  /** By owner: the next date that is not cancelled; one that runs now is the next one. @param kind only of this kind of meeting */
  next(
    viewer: Viewer,
    owner: MeetingOwner,
    ownerIds: readonly string[],
    kind?: 'CHAPTER_TRIAGE',
  ): Promise<Map<string, Occurrence>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await goingOn(tx, viewer.today, owner, ownerIds, kind);
      const ids = rows.map(({ id }) => id);
      const series = await this.cadences.byIds(tx, ids);
      const now = viewer.now.getTime();
      const next = await this.dates.next(tx, [...series.values()], now - HALF_A_DAY, LOOKED_AT);
      const refs = ownerIds.flatMap((ownerId) => {
        const own = rows.filter((row) => row.owner_id === ownerId).flatMap(({ id }) => next.get(id) ?? []);
        const first = own
          .filter(({ state, endsAt }) => state === 'PLANNED' && endsAt > now)
          .toSorted((one, other) => one.startsAt - other.startsAt)[0];
        return first ? [{ ownerId, cadenceId: first.cadenceId, originalStart: first.originalStart }] : [];
      });
      const found = await this.occurrenceObjects.byRefs(tx, viewer, refs);
      return new Map(
        refs.flatMap((ref) => {
          const occurrence = found.get(keyOfRef(ref));
          return occurrence ? [[ref.ownerId, occurrence] as const] : [];
        }),
      );
    });
  }
}

/** A date that began so long ago may run still. */
const HALF_A_DAY = 12 * 3_600_000;
/** Some of them may be cancelled, or over. */
const LOOKED_AT = 8;

const COLUMNS: Readonly<Record<MeetingOwner, string>> = { chapter: 'chapter_id', community: 'community_id' };

interface GoingOnRow extends Record<string, unknown> {
  id: string;
  owner_id: string;
}

function goingOn(
  tx: Tx,
  today: string,
  owner: MeetingOwner,
  ownerIds: readonly string[],
  kind?: string,
): Promise<GoingOnRow[]> {
  const column = COLUMNS[owner];
  return tx.query<GoingOnRow>(
    `select id, ${column} as owner_id from cadences
      where organization_id = $1 and ${column} = any($2::uuid[]) and (last_on is null or last_on >= $3::date)
        and ($4::text is null or kind = $4) order by lower(name), id`,
    [tx.organizationId, ownerIds, today, kind ?? null],
  );
}
