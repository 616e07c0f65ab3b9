import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { CadenceEvent, CadencePayload } from '@chapterhouse/domain/cadences/cadence-events';
import { canOnCadence, type CadenceAction, type CadenceFacts } from '@chapterhouse/domain/cadences/cadence-policy';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import type { CadenceRow } from './cadence-row.js';
import { CadenceReferences } from './cadence-references.js';
import { CadenceStandingsRead } from './cadence-standings.read.js';
import { type CadenceColumns, CadenceWrites } from './cadence-writes.js';
import { type Cadence, cadenceOf } from './cadences.graphql.js';
import { CadencesRepository } from './cadences.repository.js';
import type { ToldOfSeries } from './series-told.js';

/** What every mutation of an existing series is asked with. */
export interface CadenceCall {
  viewer: Viewer;
  /** The database's. */
  id: string;
  version: number;
  /** People whom the mutation names: of nobody here, nothing else is looked at. */
  personIds?: readonly string[];
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** The series as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedCadence {
  tx: Tx;
  row: CadenceRow;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
  /** Writes the columns and answers the new version. */
  save(changes: Partial<CadenceColumns>): Promise<number>;
  /** Puts it on the record, of this or of another series, with whom it is told. */
  tell(
    event: CadenceEvent,
    version: number,
    changes: readonly FieldChange[],
    more?: ToldOfSeries & { id?: string },
  ): Promise<void>;
}

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, on the record. */
@Injectable()
export class CadenceTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadenceWrites) private readonly writes: CadenceWrites,
    @Inject(CadenceStandingsRead) private readonly standings: CadenceStandingsRead,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /**
   * @param step answers the id of the series to show
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, and what the step refuses
   */
  change(
    call: CadenceCall,
    action: CadenceAction,
    step: (opened: OpenedCadence) => Promise<string>,
    may: (facts: CadenceFacts) => ReturnType<typeof canOnCadence> = (facts) =>
      canOnCadence(call.viewer.actor, action, facts),
  ): Promise<Cadence> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version, ...call.input }, async () => {
        const row = await this.cadences.forUpdate(tx, id);
        const facts = row && (await this.standings.ofSeries(tx, viewer, [row])).get(id);
        if (!row || !facts) throw refusePlatform('NOT_FOUND', {});
        const verdict = may(facts);
        if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
        await this.references.known(tx, viewer, call.personIds);
        if (version !== row.version) throw conflict(row);
        return this.shown(tx, await step(this.opened(tx, viewer, row)));
      }),
    );
  }

  /** In a transaction that is open already. @throws NOT_FOUND */
  async shown(tx: Tx, id: string): Promise<Cadence> {
    const row = await this.cadences.byId(tx, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return cadenceOf(row);
  }

  async tell(
    tx: Tx,
    id: string,
    event: CadenceEvent,
    version: number,
    changes: readonly FieldChange[],
    told: ToldOfSeries = {},
  ): Promise<void> {
    const payload: CadencePayload = { ...told, changes: changes.filter(({ from, to }) => from !== to) };
    await this.events.append(tx, {
      name: event,
      subjectType: 'Cadence',
      subjectId: id,
      subjectVersion: version,
      payload,
    });
  }

  private opened(tx: Tx, viewer: Viewer, row: CadenceRow): OpenedCadence {
    const at = viewer.now.toISOString();
    return {
      tx,
      row,
      viewer,
      at,
      save: async (changes) => {
        const version = await this.writes.update(tx, row, changes, at);
        if (version === undefined) throw conflict(row);
        return version;
      },
      tell: (event, version, changes, { id = row.id, ...told } = {}) =>
        this.tell(tx, id, event, version, changes, told),
    };
  }
}

/** What somebody is told who acts on a version that is no more. */
function conflict(row: CadenceRow): Refusal {
  const { facilitatorId: _, audience: __, ...current } = cadenceOf(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}
