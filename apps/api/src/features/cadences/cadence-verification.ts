import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { disagreements } from '../../platform/events/rows-and-events.js';
import { Verifications } from '../../platform/events/verifications.js';

/** What `verify` checks of meetings: series and what is of their dates agree with their events. */
@Injectable()
export class CadenceVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('cadences agree with their events', (tx) => disagreements(tx, 'cadences', 'Cadence'));
    this.verifications.register('occurrences agree with their events', occurrencesDisagreeing);
  }
}

/** Rows of version 0 have nothing of their own: nothing happened to them. */
async function occurrencesDisagreeing(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string; version: number; told: number | null }>(
    `select o.id, o.version, e.told from occurrences o
       left join lateral (select max(subject_version) as told from events
                           where organization_id = o.organization_id and subject_type = 'Occurrence' and subject_id = o.id) e on true
      where o.organization_id = $1 and coalesce(e.told, 0) <> o.version order by o.id limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ id, version, told }) => `Occurrence ${id} is at version ${version}, its latest event at ${told}.`);
}
