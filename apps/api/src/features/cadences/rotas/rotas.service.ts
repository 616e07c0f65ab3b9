import { ROTA_DAYS_AHEAD } from '@chapterhouse/domain/cadences/rota-fields';
import { type RotaAction, viewerCanOnRota } from '@chapterhouse/domain/cadences/rota-policy';
import { type RotaShare, sharesOf } from '@chapterhouse/domain/cadences/rota-shares';
import { plusDays } from '@chapterhouse/domain/cadences/wall-clock';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { datedId } from '../../../platform/graphql/global-id.js';
import { CadencesRepository } from '../cadences.repository.js';
import { type RotaPlan, RotaPlansRead, type PlannedTurn } from './rota-plans.read.js';
import { RotaPolicyFactsRead } from './rota-policy-facts.read.js';
import { type RotaMember, type Rota, rotaOf, type RotaTurn } from './rotas.graphql.js';
import { RotasRepository } from './rotas.repository.js';

/** A quarter back and a quarter on. */
const FAIRNESS_DAYS = 91;
/** As far back as anybody looks at single turns. */
const DAYS_BACK = 400;

/** Looking at rotas: everybody of the organization may. */
@Injectable()
export class RotasService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(RotaPlansRead) private readonly plans: RotaPlansRead,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(RotaPolicyFactsRead) private readonly policies: RotaPolicyFactsRead,
  ) {}

  /** Those of nobody here are missing. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Rota>> {
    return this.read(
      viewer,
      async (tx) => new Map((await this.rotas.byIds(tx, ids)).map((row) => [row.id, rotaOf(row)])),
    );
  }

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<Rota> {
    const rota = (await this.byIds(viewer, [id])).get(id);
    if (!rota) throw refusePlatform('NOT_FOUND', {});
    return rota;
  }

  /** Those that go on, by name. @param teamId null: of the whole organization @throws NOT_FOUND for a team of nobody here */
  listed(viewer: Viewer, teamId: string | null): Promise<Rota[]> {
    return this.read(viewer, async (tx) => {
      if (teamId !== null && !(await isTeam(tx, teamId))) throw refusePlatform('NOT_FOUND', {});
      return (await this.rotas.listed(tx, teamId)).map(rotaOf);
    });
  }

  /** Of lines of series that rotate, by the first series. */
  ofRoots(viewer: Viewer, rootIds: readonly string[]): Promise<Map<string, Rota>> {
    return this.read(viewer, async (tx) => {
      const rows = await this.rotas.ofRoots(tx, rootIds);
      return new Map(
        rows.flatMap((row) => (row.root_id === null || row.ended_at !== null ? [] : [[row.root_id, rotaOf(row)]])),
      );
    });
  }

  /** By the first series of a line, the one that goes on. */
  lastOfLines(viewer: Viewer, rootIds: readonly string[]): Promise<Map<string, string>> {
    return this.read(
      viewer,
      async (tx) => new Map((await this.cadences.ofLines(tx, rootIds)).map(({ root_id: rootId, id }) => [rootId, id])),
    );
  }

  members(viewer: Viewer, rotaIds: readonly string[]): Promise<Map<string, RotaMember[]>> {
    return this.read(viewer, async (tx) => {
      const found = new Map<string, RotaMember[]>(rotaIds.map((id) => [id, []]));
      for (const { rotaId, personId, since } of await this.rotas.members(tx, rotaIds))
        found.get(rotaId)?.push({ personId, since });
      return found;
    });
  }

  /** @throws INVALID_INPUT for days that are too far off */
  turns(
    viewer: Viewer,
    rotaIds: readonly string[],
    asked: { from: string | null | undefined; endsBefore: string | null | undefined },
  ): Promise<Map<string, RotaTurn[]>> {
    const { today } = viewer;
    const from = asked.from ?? today;
    const endsBefore = asked.endsBefore ?? plusDays(today, ROTA_DAYS_AHEAD);
    if (endsBefore > plusDays(today, ROTA_DAYS_AHEAD + 1))
      throw refuseField('endsBefore', `Ask for at most ${ROTA_DAYS_AHEAD} days ahead.`);
    if (from < plusDays(today, -DAYS_BACK)) throw refuseField('from', `Ask for at most ${DAYS_BACK} days back.`);
    return this.planned(viewer, rotaIds, endsBefore, ({ row, turns }) =>
      turns.filter(({ day }) => day >= from).map((turn) => turnOf(row.id, turn, today, row.purpose === 'PAIRING')),
    );
  }

  shares(viewer: Viewer, rotaIds: readonly string[]): Promise<Map<string, RotaShare[]>> {
    const [from, until] = [plusDays(viewer.today, -FAIRNESS_DAYS), plusDays(viewer.today, FAIRNESS_DAYS)];
    return this.planned(viewer, rotaIds, until, ({ members, turns }) =>
      sharesOf(
        members.map(({ personId }) => personId),
        turns.filter(({ day }) => day >= from),
        viewer.today,
      ),
    );
  }

  /** Turns of their own people may pass on and swap: whoever has one to come. */
  viewerCan(viewer: Viewer, rotaIds: readonly string[]): Promise<Map<string, RotaAction[]>> {
    return this.read(viewer, async (tx) => {
      const rows = await this.rotas.byIds(tx, rotaIds);
      const facts = await this.policies.of(tx, viewer, rows);
      const members = await this.rotas.members(tx, rotaIds);
      return new Map(
        rows.map((row) => {
          const own = members.filter(({ rotaId }) => rotaId === row.id).map(({ personId }) => personId);
          const policy = facts.get(row.id);
          const can = policy ? viewerCanOnRota(viewer.actor, { ...policy, personIds: own }) : [];
          return [row.id, row.ended_at === null ? can : []];
        }),
      );
    });
  }

  private planned<T>(
    viewer: Viewer,
    rotaIds: readonly string[],
    endsBefore: string,
    shown: (plan: RotaPlan) => T,
  ): Promise<Map<string, T>> {
    return this.read(viewer, async (tx) => {
      const plans = await this.plans.of(tx, await this.rotas.byIds(tx, rotaIds), endsBefore);
      return new Map([...plans].map(([id, plan]) => [id, shown(plan)]));
    });
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(scopeOf(viewer), work);
  }
}

/** @param today YYYY-MM-DD */
export function turnOf(rotaId: string, turn: PlannedTurn, today: string, isOfPairs: boolean): RotaTurn {
  const busy = new Set([...turn.people.map(({ personId }) => personId), ...turn.skipped]);
  return {
    id: datedId('RotaTurn', rotaId, `${turn.on}T00:00`),
    rotaId,
    ref: turn.ref,
    presentCount: turn.present.length,
    leftOverIds: isOfPairs ? turn.present.filter((id) => !busy.has(id)) : [],
    startsAt: turn.startsAt,
    on: turn.on,
    people: turn.people.map(({ personId, reason, insteadOf }) => ({ personId, reason, insteadOfId: insteadOf })),
    past: turn.day < today,
  };
}

async function isTeam(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('select 1 from teams where organization_id = $1 and id = $2', [tx.organizationId, id])) > 0;
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
