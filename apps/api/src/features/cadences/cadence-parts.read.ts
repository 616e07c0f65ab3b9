import {
  type CadenceAction,
  type OccurrenceAction,
  viewerCanOnCadence,
  viewerCanOnOccurrence,
} from '@chapterhouse/domain/cadences/cadence-policy';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { CadenceStandingsRead } from './cadence-standings.read.js';
import { CadencesRepository } from './cadences.repository.js';
import { keyOfRef, refOfKey } from './occurrence-id.js';
import { isChanged } from './occurrence-transaction.js';
import { type OccurrenceFacts, OccurrencesRead } from './occurrences.read.js';
import { FacilitatorsRead } from './rotas/facilitators.read.js';

/** What hangs on series and dates and is loaded when somebody asks, each in a few statements for any number of them. */
@Injectable()
export class CadencePartsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(FacilitatorsRead) private readonly facilitators: FacilitatorsRead,
    @Inject(CadenceStandingsRead) private readonly standings: CadenceStandingsRead,
  ) {}

  /** By series. */
  viewerCan(viewer: Viewer, ids: readonly string[]): Promise<Map<string, CadenceAction[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.cadences.byIds(tx, ids);
      const standings = await this.standings.ofSeries(tx, viewer, [...rows.values()]);
      return new Map(
        [...standings].map(([id, facts]) => {
          const row = rows.get(id);
          const isOver = row?.followed_by_id !== null || (row.last_on !== null && row.last_on < viewer.today);
          return [id, viewerCanOnCadence(viewer.actor, facts, { isOver })];
        }),
      );
    });
  }

  /** By `keyOfRef`. */
  viewerCanOnDates(viewer: Viewer, keys: readonly string[]): Promise<Map<string, OccurrenceAction[]>> {
    return this.ofDates(viewer, keys, async (tx, dates) => {
      const standings = await this.standings.ofDates(tx, viewer, dates);
      return new Map(
        dates.flatMap((date) => {
          const facts = standings.get(keyOfRef(date));
          if (!facts) return [];
          const present = { state: date.state, isChanged: isChanged(date) };
          return [[keyOfRef(date), viewerCanOnOccurrence(viewer.actor, facts, present)] as const];
        }),
      );
    });
  }

  /** By `keyOfRef`: the database's ids; null: nobody. */
  facilitatorsOf(viewer: Viewer, keys: readonly string[]): Promise<Map<string, string | null>> {
    return this.ofDates(viewer, keys, (tx, dates) => this.facilitators.of(tx, dates));
  }

  private ofDates<T>(
    viewer: Viewer,
    keys: readonly string[],
    read: (tx: Tx, dates: OccurrenceFacts[]) => Promise<Map<string, T>>,
  ): Promise<Map<string, T>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const facts = await this.occurrences.byRefs(tx, keys.map(refOfKey));
      return read(tx, [...facts.values()]);
    });
  }
}
