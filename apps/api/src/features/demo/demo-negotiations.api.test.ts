import { conflictsOf, DEPENDENCY_CONFLICTS } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { DEPENDENCY_STATES } from '@chapterhouse/domain/priorities/dependency-state';
import { isOpenItem } from '@chapterhouse/domain/priorities/item-state';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { Verifications } from '../../platform/events/verifications.js';
import { DependenciesRepository } from '../priorities/dependencies/dependencies.repository.js';
import { factsOf } from '../priorities/dependencies/dependency-row.js';
import { ProductOrderRead } from '../priorities/order/product-order.read.js';
import { DEMO_DEPENDENCIES, DEMO_SCENARIO } from './demo-negotiation-words.js';
import { DEMO_SLUG } from './demo-words.js';
import { DemoService } from './demo.service.js';
import { tellDemo } from './demo-story.js';

it.each(['2026-03-01', '2027-12-31'])('what still waits for something is open, on %s', (today) => {
  const { items } = tellDemo(today).backlog;
  const stateOf = (title: string) => items.find((item) => item.title === title)?.state ?? 'DROPPED';
  for (const { consumer, steps } of DEMO_DEPENDENCIES)
    if (!['DELIVERED', 'WITHDRAWN'].includes(steps.at(-1)?.state ?? ''))
      expect([consumer, isOpenItem(stateOf(consumer))]).toEqual([consumer, true]);
  for (const title of DEMO_SCENARIO.moves.flatMap(({ features }) => features))
    expect([title, isOpenItem(stateOf(title))]).toEqual([title, true]);
});

describe('as it is written', () => {
  let app: TestApp;
  let organizationId = '';
  beforeAll(async () => {
    app = await TestApp.start();
    await app.app.get(DemoService, { strict: false }).create(DEMO_SLUG);
    const rows = await app.database.withoutOrganization<{ organization_id: string }>(
      `select organization_id from doorways where kind = 'demo'`,
    );
    organizationId = rows[0]?.organization_id ?? '';
  });
  afterAll(() => app?.stop());

  it('negotiates in every state, with every conflict that open items can have, and agrees with its events', async () => {
    const { rows, positions, wrong } = await app.database.transaction({ organizationId }, async (tx) => {
      const ids = await tx.query<{ id: string }>('select id from dependencies order by number');
      const found = await app.app.get(DependenciesRepository, { strict: false }).byIds(
        tx,
        ids.map(({ id }) => id),
      );
      const items = found.flatMap(({ consumer, provider }) => [consumer.id, provider?.id ?? consumer.id]);
      return {
        rows: found,
        positions: await app.app.get(ProductOrderRead, { strict: false }).positionsOf(tx, items),
        wrong: await app.app.get(Verifications).run(tx),
      };
    });
    expect(Object.values(wrong).flat()).toEqual([]);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(DEPENDENCY_STATES));
    const conflicts = rows.flatMap((row) => conflictsOf(factsOf(row, positions), Date.now()));
    const ofEnded = ['ITEM_DROPPED', 'DONE_WITHOUT_IT'];
    expect(new Set(conflicts)).toEqual(new Set(DEPENDENCY_CONFLICTS.filter((one) => !ofEnded.includes(one))));
  });

  it('is told to those whom it concerns, and somebody tries another order', async () => {
    const counted = await app.database.transaction({ organizationId }, (tx) =>
      tx.one<{ told: number; scenarios: number; moves: number; comments: number }>(
        `select (select count(distinct reason)::int from inbox_entries where dependency_id is not null) as told,
                (select count(*)::int from scenarios where state = 'SHARED') as scenarios,
                (select max(jsonb_array_length(moves)) from scenarios) as moves,
                (select count(*)::int from scenario_comments) as comments`,
      ),
    );
    expect(counted).toEqual({ told: 3, scenarios: 1, moves: 3, comments: 2 });
  });
});
