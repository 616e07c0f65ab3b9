import { plusDays } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { keyOfRef } from '../occurrence-id.js';
import type { DateOfSeries } from '../occurrences.read.js';
import { type PlannedTurn, RotaPlansRead } from './rota-plans.read.js';
import { RotasRepository } from './rotas.repository.js';

/** Who facilitates which date: whom somebody named, who always does, or whose turn it is. */
@Injectable()
export class FacilitatorsRead {
  constructor(
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
    @Inject(RotaPlansRead) private readonly plans: RotaPlansRead,
  ) {}

  /** By `keyOfRef`: the database's ids, null where nobody does. A few statements, whatever the number of dates. */
  async of(tx: Tx, dates: readonly DateOfSeries[]): Promise<Map<string, string | null>> {
    const turns = await this.turns(tx, dates);
    return new Map(
      dates.map((date) => {
        const key = keyOfRef(date);
        const turn = turns.get(key)?.turn.people[0]?.personId;
        return [key, date.own?.facilitator_id ?? turn ?? date.cadence.facilitator_id];
      }),
    );
  }

  /** By `keyOfRef`: the turns that dates are, of those whose facilitators take turns. */
  async turns(tx: Tx, dates: readonly DateOfSeries[]): Promise<Map<string, { rotaId: string; turn: PlannedTurn }>> {
    const rotated = dates.filter(({ cadence }) => cadence.facilitation === 'ROTA');
    const roots = [...new Set(rotated.map(({ cadence }) => cadence.root_id))];
    if (roots.length === 0) return new Map();
    const last = rotated.reduce((latest, { localStart }) => (localStart > latest ? localStart : latest), '');
    const rows = await this.rotas.ofRoots(tx, roots);
    const plans = await this.plans.of(tx, rows, plusDays(last.slice(0, 10), 1));
    return new Map(
      [...plans].flatMap(([rotaId, { turns }]) =>
        turns.flatMap((turn) => (turn.ref === null ? [] : [[keyOfRef(turn.ref), { rotaId, turn }] as const])),
      ),
    );
  }
}
