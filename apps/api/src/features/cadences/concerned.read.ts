import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { AudienceRead } from './audience.read.js';
import { keyOfRef } from './occurrence-id.js';
import type { DateOfSeries } from './occurrences.read.js';
import { FacilitatorsRead } from './rotas/facilitators.read.js';
import { RotasRepository } from './rotas/rotas.repository.js';

/** Whom dates concern: who is invited, and who facilitates without being so. Ids are the database's. */
@Injectable()
export class ConcernedRead {
  constructor(
    @Inject(AudienceRead) private readonly audience: AudienceRead,
    @Inject(FacilitatorsRead) private readonly facilitators: FacilitatorsRead,
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
  ) {}

  /** By `keyOfRef`, as of the day of each. */
  async of(tx: Tx, dates: readonly DateOfSeries[]): Promise<Map<string, string[]>> {
    const invited = await this.audience.invited(tx, dates);
    const facilitators = await this.facilitators.of(tx, dates);
    return new Map(
      [...invited].map(([key, personIds]) => {
        const personId = facilitators.get(key) ?? null;
        return [key, personId === null || personIds.includes(personId) ? personIds : [...personIds, personId]];
      }),
    );
  }

  /** Of these the ones that concern the person; those of whom they always facilitate, too, where somebody else is named. */
  async withPerson<D extends DateOfSeries>(tx: Tx, dates: readonly D[], personId: string): Promise<D[]> {
    const invited = new Set(await this.audience.withPerson(tx, dates, personId));
    const taken = await this.rotas.rootsOf(tx, personId);
    // Turns are reckoned for rotas only in which the person is.
    const others = dates.filter(
      (date) =>
        !invited.has(date) &&
        (date.own?.facilitator_id === personId ||
          (date.cadence.facilitation === 'ROTA' && taken.has(date.cadence.root_id))),
    );
    const facilitators = await this.facilitators.of(tx, others);
    const led = new Set(others.filter((date) => facilitators.get(keyOfRef(date)) === personId));
    return dates.filter((date) => invited.has(date) || led.has(date));
  }
}
