import { readinessOf } from '@chapterhouse/domain/priorities/item-readiness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { Verifications } from '../../platform/events/verifications.js';
import { DEMO_SLUG } from './demo-words.js';
import { DemoService } from './demo.service.js';
import { tellDemo } from './demo-story.js';

describe("the story's backlog", () => {
  it.each(['2026-03-01', '2027-12-31'])('is a tree in which what is ready is ready, on %s', (today) => {
    const { backlog, teams, people } = tellDemo(today);
    const { items, order } = backlog;
    const tiers = (tier: string): number => items.filter((item) => item.tier === tier).length;
    expect([tiers('EPIC'), tiers('FEATURE')]).toEqual([8, 62]);
    expect(tiers('TASK')).toBeGreaterThan(100);
    for (const [index, item] of items.entries()) {
      const parent = item.parent === null ? undefined : items[item.parent];
      if (item.parent !== null) expect(item.parent).toBeLessThan(index);
      expect(parent?.tier).toBe({ EPIC: undefined, FEATURE: 'EPIC', TASK: 'FEATURE' }[item.tier]);
      if (item.team !== null) expect(teams[item.team]?.area).toBe(item.area);
      if (item.assignee !== null) expect(people[item.assignee]).toBeDefined();
      expect(item.endedAt !== null).toBe(item.state === 'DONE' || item.state === 'DROPPED');
      if (item.endedAt !== null) expect(item.endedAt >= item.createdAt).toBe(true);
      const ready = readinessOf({
        tier: item.tier,
        acceptanceCriteria: item.criteria,
        points: item.points,
        hasParent: item.parent !== null,
        servesGoal: true,
      });
      if (item.state === 'READY' || item.state === 'IN_PROGRESS') expect(ready.missing).toEqual([]);
    }
    expect(new Set(order).size).toBe(order.length);
    expect(order.every((index) => items[index]?.tier !== 'TASK' && items[index]?.endedAt === null)).toBe(true);
    expect(tellDemo(today).backlog).toEqual(backlog);
  });
});

describe('as it is written', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await app.app.get(DemoService, { strict: false }).create(DEMO_SLUG);
  });
  afterAll(() => app?.stop());

  it('has one active goal, one order over its areas, work without a goal, and agrees with its events', async () => {
    const [{ organization_id: organizationId } = { organization_id: '' }] = await app.database.withoutOrganization<{
      organization_id: string;
    }>(`select organization_id from doorways where kind = 'demo'`);
    const { counts, wrong } = await app.database.transaction({ organizationId }, async (tx) => ({
      counts: await tx.one(
        `select (select count(*) from product_goals where state = 'ACTIVE') as active,
                (select count(distinct group_id) from order_slots) as areas,
                (select count(*) from order_slots) > 50 as ordered,
                (select count(*) from order_moves) as moves,
                (select count(*) from backlog_items where value is not null) > 40 as scored,
                (select count(distinct kind) from backlog_items) as kinds,
                (select count(*) from backlog_items where number is null and tier <> 'TASK') as strays`,
      ),
      wrong: await app.app.get(Verifications).run(tx),
    }));
    expect(counts).toEqual({ active: 1, areas: 6, ordered: true, moves: 1, scored: true, kinds: 4, strays: 0 });
    expect(Object.entries(wrong).filter(([, lines]) => lines.length > 0)).toEqual([]);
  });
});
