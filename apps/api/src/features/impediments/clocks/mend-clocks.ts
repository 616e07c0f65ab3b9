import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import { ImpedimentClocks } from './impediment-clocks.js';

/** Of one run. */
const MOST_AT_ONCE = 500;

/**
 * Gives a clock to what stands in the way without one. While a new release takes the place of the one before, the old one
 * raises impediments and moves them without knowing of clocks; nobody would ever be reminded of those.
 */
@Injectable()
export class MendClocks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentClocks) private readonly clocks: ImpedimentClocks,
  ) {}

  /** @returns how many were put right */
  mend(organizationId: string): Promise<number> {
    return this.database.transaction({ organizationId, cause: 'job:mend-clocks' }, async (tx) => {
      const found = await tx.query<{ id: string }>(WITHOUT, [organizationId]);
      if (found.length === 0) return 0;
      const ladder = await this.levels.ladder(tx);
      // Behind the locks: somebody may have put it right meanwhile.
      const rows = await this.impediments.byIds(
        tx,
        found.map(({ id }) => id),
      );
      for (const row of rows) await this.clocks.last(tx, row, ladder);
      return rows.length;
    });
  }
}

const WITHOUT = `
  select i.id from impediments i
   where i.organization_id = $1 and i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS')
     and not exists (select from impediment_clocks c where c.organization_id = i.organization_id
                        and c.impediment_id = i.id and c.ended_at is null and c.level = i.level)
   order by i.id limit ${MOST_AT_ONCE} for no key update skip locked`;
