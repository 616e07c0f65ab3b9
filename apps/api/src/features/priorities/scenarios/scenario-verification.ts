import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { disagreements } from '../../../platform/events/rows-and-events.js';
import { Verifications } from '../../../platform/events/verifications.js';

/** What `verify` checks of scenarios: rows agree with events, and what is published has its move and its decision. */
@Injectable()
export class ScenarioVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('scenarios agree with their events', (tx) =>
      disagreements(tx, 'scenarios', 'Scenario'),
    );
    this.verifications.register('published scenarios moved the order, and were decided', published);
  }
}

async function published(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ name: string; moves: number; decided: boolean }>(
    `select s.name, count(m.id)::int as moves, bool_and(d.state <> 'PROPOSED') as decided
       from scenarios s
       join decisions d on d.organization_id = s.organization_id and d.id = s.decision_id
       left join order_moves m on m.organization_id = s.organization_id and m.scenario_id = s.id
        and m.number = s.published_number and m.scope = 'SCENARIO'
      where s.organization_id = $1 and s.state = 'PUBLISHED'
      group by s.id, s.name having count(m.id) <> 1 or not bool_and(d.state <> 'PROPOSED')
      order by s.name limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ name, moves, decided }) =>
    decided ? `The scenario ${name} is published with ${moves} moves of the order.` : `${name} was not decided.`,
  );
}
