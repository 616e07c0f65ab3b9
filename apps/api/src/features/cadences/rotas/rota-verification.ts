import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { Verifications } from '../../../platform/events/verifications.js';

/** What `verify` checks of rotas and actions: each agrees with its events. */
@Injectable()
export class RotaVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('rotas agree with their events', (tx) => disagreements(tx, 'rotas', 'Rota', 'name'));
    this.verifications.register('actions agree with their events', (tx) =>
      disagreements(tx, 'action_items', 'ActionItem', 'title'),
    );
  }
}

async function disagreements(tx: Tx, table: string, subject: string, title: string): Promise<string[]> {
  const rows = await tx.query<{ name: string; version: number; told: number | null }>(
    `select s.${title} as name, s.version, e.told from ${table} s
      cross join lateral (select max(subject_version) as told from events
                           where organization_id = s.organization_id and subject_type = $2 and subject_id = s.id) e
      where s.organization_id = $1 and e.told is distinct from s.version order by 1 limit 20`,
    [tx.organizationId, subject],
  );
  return rows.map(
    ({ name, version, told }) => `${subject} ${name} is at version ${version}, its latest event at ${told ?? 'none'}.`,
  );
}
