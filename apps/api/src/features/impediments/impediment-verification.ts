import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { disagreements } from '../../platform/events/rows-and-events.js';
import { Verifications } from '../../platform/events/verifications.js';
import { keyOf } from './impediment-row.js';

/** What `verify` checks of impediments: each agrees with its events, and the keys have no gap. */
@Injectable()
export class ImpedimentVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('impediments agree with their events', (tx) =>
      disagreements(tx, 'impediments', 'Impediment'),
    );
    this.verifications.register('keys of impediments have no gap', gaps);
    this.verifications.register('clocks agree with their impediments', clocks);
    this.verifications.register('sources agree with their events', sources);
  }
}

/** Those that were named before sources had events have none for their first version. */
async function sources(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ name: string; version: number; told: number }>(
    `select s.name, s.version, coalesce(max(e.subject_version), 1) as told
       from sources s
       left join events e on e.organization_id = s.organization_id and e.subject_type = 'Source' and e.subject_id = s.id
      where s.organization_id = $1 group by s.name, s.version
     having s.version <> coalesce(max(e.subject_version), 1) order by s.name limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ name, version, told }) => `Source ${name} is at version ${version}, its latest event at ${told}.`);
}

/**
 * What stands in the way has one clock that goes on, at its level, and runs out when the impediment says so; what does
 * not has none. One that the release before raised meanwhile gets its clock within the hour.
 */
async function clocks(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ number: number }>(
    `select i.number from impediments i
       left join impediment_clocks c on c.organization_id = i.organization_id and c.impediment_id = i.id and c.ended_at is null
      where i.organization_id = $1
        and case when i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS')
              then c.level is distinct from i.level or c.runs_out_at is distinct from i.clock_ends_at
              else c.level is not null or i.clock_ends_at is not null end
      order by i.number limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ number }) => `The clock of ${keyOf(number)} is not that of its state and level.`);
}

async function gaps(tx: Tx): Promise<string[]> {
  const row = await tx.one<{ count: number; highest: number; last: number }>(
    `select count(*) as count, coalesce(max(number), 0) as highest,
            coalesce((select last_number from impediment_counters where organization_id = $1), 0) as last
       from impediments where organization_id = $1`,
    [tx.organizationId],
  );
  if (!row || (row.count === row.highest && row.highest === row.last)) return [];
  return [
    `There are ${row.count} impediments, the highest key is IMP-${row.highest}, the counter stands at ${row.last}.`,
  ];
}
