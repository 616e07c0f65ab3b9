import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { disagreements } from '../../../platform/events/rows-and-events.js';
import { Verifications } from '../../../platform/events/verifications.js';

/**
 * What `verify` checks of delegation: decision areas and boards agree with their events, no version is missing, and
 * each says what it said when it was saved. */
@Injectable()
export class DelegationVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('decision areas agree with their events', (tx) =>
      disagreements(tx, 'decision_areas', 'DecisionArea'),
    );
    this.verifications.register('delegation boards agree with their events', boards);
    this.verifications.register('delegation boards say what was saved', changed);
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

/** Against the records of the chain, which is checked itself. */
async function changed(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ scope_id: string; number: number; gone: boolean; unrecorded: boolean }>(CHANGED, [
    tx.organizationId,
  ]);
  return rows.map(({ scope_id: scope, number, gone, unrecorded }) => {
    const wrong = gone ? 'is gone' : unrecorded ? 'is not on the record' : 'is not what was saved';
    return `Version ${number} of the board of ${scope} ${wrong}.`;
  });
}

const CHANGED = `
  select coalesce(v.said ->> 'scopeId', r.said ->> 'scopeId') as scope_id,
         coalesce(v.said ->> 'number', r.said ->> 'number')::int as number, v.said is null as gone, r.said is null as unrecorded
    from (select jsonb_build_object('scopeKind', scope_kind, 'scopeId', scope_id, 'number', number, 'cells', cells,
                   'savedBy', saved_by, 'note', note,
                   'savedAt', to_char(saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) as said
            from delegation_board_versions where organization_id = $1) as v
    full join (select (content -> 'board')::jsonb as said from decision_records
                where organization_id = $1 and kind = 'BOARD_SAVED') as r
      on (v.said ->> 'scopeKind', v.said ->> 'scopeId', v.said ->> 'number')
       = (r.said ->> 'scopeKind', r.said ->> 'scopeId', r.said ->> 'number')
   where v.said is distinct from r.said
   order by 1, 2 limit 20`;

const BOARDS = `
  select b.scope_id, b.last, b.count, e.told
    from (select organization_id, scope_id, max(number) as last, count(*)::int as count
            from delegation_board_versions where organization_id = $1 group by organization_id, scope_kind, scope_id) b
    left join lateral (select max(subject_version) as told from events
                        where organization_id = b.organization_id and subject_type = 'DelegationBoard'
                          and subject_id = b.scope_id) e on true
   where b.count <> b.last or e.told is distinct from b.last
   order by b.scope_id limit 20`;
