import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { RotaPlansRead } from './rota-plans.read.js';
import type { RotaRow } from './rota-row.js';
import { RotaWrites } from './rota-writes.js';

/**
 * Turns whose day is over are kept as they were: whoever comes, leaves, is away or arranges something later does not
 * rewrite them. By a job, and before every change of a rota.
 */
@Injectable()
export class KeepTurns {
  constructor(
    @Inject(RotaPlansRead) private readonly plans: RotaPlansRead,
    @Inject(RotaWrites) private readonly writes: RotaWrites,
  ) {}

  /** @param today YYYY-MM-DD where the organization is @returns how many */
  async of(tx: Tx, rows: readonly RotaRow[], today: string, at: string): Promise<number> {
    let count = 0;
    for (const [rotaId, { turns }] of await this.plans.of(tx, rows, today)) {
      const over = turns
        .filter(({ isKept, day }) => !isKept && day < today)
        .map(({ on, day, ref, startsAt, people, present, skipped }) => ({
          rotaId,
          on,
          day,
          startsAt,
          cadenceId: ref?.cadenceId ?? null,
          originalStart: ref?.originalStart ?? null,
          people,
          present,
          skipped,
        }));
      await this.writes.keep(tx, over, at);
      count += over.length;
    }
    return count;
  }
}
