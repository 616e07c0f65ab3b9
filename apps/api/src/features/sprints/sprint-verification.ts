import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Verifications } from '../../platform/events/verifications.js';

/** What `verify` checks of sprints: each agrees with its events. */
@Injectable()
export class SprintVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('sprints agree with their events', disagreements);
  }
}

/** Those that were imported before sprints had events have none. */
async function disagreements(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ name: string; version: number; told: number }>(
    `select s.name, s.version, e.told from sprints s
      cross join lateral (select max(subject_version) as told from events
                           where organization_id = s.organization_id and subject_type = 'Sprint' and subject_id = s.id) e
      where s.organization_id = $1 and e.told <> s.version order by s.name limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ name, version, told }) => `Sprint ${name} is at version ${version}, its latest event at ${told}.`);
}
