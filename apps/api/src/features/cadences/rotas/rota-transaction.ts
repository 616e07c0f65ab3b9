import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { plusDays } from '@chapterhouse/domain/cadences/wall-clock';
import { ROTA_DAYS_AHEAD } from '@chapterhouse/domain/cadences/rota-fields';
import { canOnRota, type RotaAction, type RotaPolicyFacts } from '@chapterhouse/domain/cadences/rota-policy';
import type { RotaEvent } from '@chapterhouse/domain/cadences/rota-events';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { CadenceReferences } from '../cadence-references.js';
import { KeepTurns } from './keep-turns.js';
import { type RotaPlan, RotaPlansRead } from './rota-plans.read.js';
import { RotaPolicyFactsRead } from './rota-policy-facts.read.js';
import type { RotaRow } from './rota-row.js';
import { type RotaColumns, RotaWrites } from './rota-writes.js';
import { type Rota, rotaOf } from './rotas.graphql.js';
import { RotasRepository } from './rotas.repository.js';

/** What every mutation of an existing rota is asked with; ids are the database's. */
export interface RotaCall {
  viewer: Viewer;
  id: string;
  version: number;
  /** People whom the mutation names: of nobody here, nothing else is looked at. */
  named?: readonly string[];
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

export interface RotaOutcome {
  event: RotaEvent;
  changes: FieldChange[];
}

/** The rota as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedRota {
  tx: Tx;
  row: RotaRow;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
  /** As it is now, also after what was written meanwhile: a quarter ahead, and as far as is asked. */
  plan(until?: string): Promise<RotaPlan>;
}

/** One change of one rota, with other columns of its row; undefined when there was nothing to change: no event then. */
export type RotaUse = (opened: OpenedRota) => Promise<(RotaOutcome & { columns?: Partial<RotaColumns> }) | undefined>;

/** The frame of every mutation: at most once per key, locked, permitted, of the version that was seen, the past kept, on the record. */
@Injectable()
export class RotaTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(RotaWrites) private readonly writes: RotaWrites,
    @Inject(RotaPlansRead) private readonly plans: RotaPlansRead,
    @Inject(RotaPolicyFactsRead) private readonly policies: RotaPolicyFactsRead,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
    @Inject(KeepTurns) private readonly keep: KeepTurns,
  ) {}

  /**
   * @param personIds whose turns are concerned
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, and what the use refuses
   */
  change(call: RotaCall, action: RotaAction, personIds: PersonIds, use: RotaUse): Promise<Rota> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version, ...call.input }, async () => {
        const row = await this.open(tx, call);
        const policy = (await this.policies.of(tx, viewer, [row])).get(id);
        const concerned = typeof personIds === 'function' ? await personIds(tx, row) : personIds;
        permit(viewer, action, policy && { ...policy, personIds: concerned });
        await this.references.here(tx, viewer, call.named ?? []);
        if (version !== row.version) throw conflict(row);
        return rotaOf(await this.apply(tx, viewer, row, use));
      }),
    );
  }

  /** Takes a step of a rota that is held and permitted already. @returns the row after it */
  async apply(tx: Tx, viewer: Viewer, row: RotaRow, use: RotaUse): Promise<RotaRow> {
    const at = viewer.now.toISOString();
    await this.keep.of(tx, [row], viewer.today, at);
    const outcome = await use({ tx, row, viewer, at, plan: (until) => this.planOf(tx, viewer, row, until) });
    if (!outcome) return row;
    const version = await this.writes.update(tx, row, outcome.columns ?? {}, at);
    if (version === undefined) throw conflict(row);
    await this.tell(tx, row.id, version, outcome);
    const changed = await this.rotas.byId(tx, row.id);
    if (!changed) throw refusePlatform('NOT_FOUND', {});
    return changed;
  }

  async tell(tx: Tx, id: string, version: number, { event, changes }: RotaOutcome): Promise<void> {
    await this.events.append(tx, {
      name: event,
      subjectType: 'Rota',
      subjectId: id,
      subjectVersion: version,
      payload: { changes: changes.filter(({ from, to }) => from !== to) },
    });
  }

  private async planOf(tx: Tx, viewer: Viewer, row: RotaRow, until?: string): Promise<RotaPlan> {
    const quarter = plusDays(viewer.today, ROTA_DAYS_AHEAD + 1);
    const end = until !== undefined && until > quarter ? until : quarter;
    const plan = (await this.plans.of(tx, [row], end)).get(row.id);
    if (!plan) throw new Error('What is held is there.');
    return plan;
  }

  private async open(tx: Tx, { id }: RotaCall): Promise<RotaRow> {
    const row = await this.rotas.forUpdate(tx, id);
    if (!row || row.ended_at !== null) throw refusePlatform('NOT_FOUND', {});
    return row;
  }
}

/** Known, or found in what is held. */
type PersonIds = readonly string[] | ((tx: Tx, row: RotaRow) => Promise<readonly string[]>);

/** @throws FORBIDDEN with the reason */
export function permit(viewer: Viewer, action: RotaAction, facts: RotaPolicyFacts | undefined): void {
  if (!facts) throw refusePlatform('NOT_FOUND', {});
  const verdict = canOnRota(viewer.actor, action, facts);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

function conflict(row: RotaRow): Refusal {
  const { teamId: _, rootId: __, ...current } = rotaOf(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}
