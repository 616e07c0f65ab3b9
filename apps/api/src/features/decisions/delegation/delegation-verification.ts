import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { disagreements } from '../../../platform/events/rows-and-events.js';
import { Verifications } from '../../../platform/events/verifications.js';

/** What `verify` checks of delegation: decision areas and boards agree with their events, and no version is missing. */
@Injectable()
export class DelegationVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('decision areas agree with their events', (tx) =>
      disagreements(tx, 'decision_areas', 'DecisionArea'),
    );
    this.verifications.register('delegation boards agree with their events', boards);
  }
}

async function boards(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ scope_id: string; last: number; count: number; told: number | null }>(BOARDS, [
    tx.organizationId,
  ]);
  return rows.map(({ scope_id: scope, last, count, told }) =>
    count === last
      ? `The board of ${scope} is at version ${last}, its latest event at ${told ?? 0}.`
      : `The board of ${scope} has ${count} versions, and the last one is ${last}.`,
  );
}

const BOARDS = `
  select b.scope_id, b.last, b.count, e.told
    from (select organization_id, scope_id, max(number) as last, count(*)::int as count
            from delegation_board_versions where organization_id = $1 group by organization_id, scope_kind, scope_id) b
    left join lateral (select max(subject_version) as told from events
                        where organization_id = b.organization_id and subject_type = 'DelegationBoard'
                          and subject_id = b.scope_id) e on true
   where b.count <> b.last or e.told is distinct from b.last
   order by b.scope_id limit 20`;
