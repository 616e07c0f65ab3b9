import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Priorities1763700000020 } from '../../../migrations/1763700000020-priorities.js';
import { BacklogStory } from '../../../test/backlog-story.js';
import { runMigrations, withFormerDatabase } from '../../../test/former-database.js';
import { TestApp } from '../../../test/test-app.js';
import { MIGRATIONS } from '../../platform/database/data-source.js';

describe('a database of the release before', () => {
  it('gets a tree, places, kinds, an order and words for the items that it has, and still takes those of that release', () =>
    withFormerDatabase(Priorities1763700000020, async (admin, url) => {
      const [organization, product, area, team] = Array.from({ length: 4 }, () => randomUUID());
      const slug = createHash('sha256').update('slug:old').digest('hex');
      await admin.query(
        `insert into organizations (organization_id, slug, name) values ('${organization}', 'old', 'Old');
           insert into doorways (organization_id, kind, key_hash) values ('${organization}', 'slug', '\\x${slug}');
           insert into products (organization_id, id, name) values ('${organization}', '${product}', 'P');
           insert into areas (organization_id, id, product_id, name) values ('${organization}', '${area}', '${product}', 'A');
           insert into teams (organization_id, id, area_id, name) values ('${organization}', '${team}', '${area}', 'T')`,
      );
      const write = (
        key: string,
        type: string,
        state: string,
        parent: string | null,
        teamId: string | null = team ?? null,
      ): Promise<unknown> =>
        admin.query(
          `insert into backlog_items (organization_id, id, external_key, title, type, state, team_id, parent_key, created_at)
             values ($1, $2, $3, 'Quay ' || $3, $4, $5, $6, $7, '2026-01-01'::timestamptz + make_interval(mins => ascii(right($3, 1))))`,
          [organization, randomUUID(), key, type, state, teamId, parent],
        );
      await write('OLD-1', 'Epic', 'IN_PROGRESS', null);
      await write('OLD-2', 'Story', 'READY', 'OLD-1');
      await write('OLD-3', 'Sub-task', 'DRAFT', 'OLD-2');
      await write('OLD-4', 'Bug', 'DONE', 'OLD-9');
      await write('OLD-5', 'Technical debt', 'DRAFT', 'OLD-2', null);
      await runMigrations(url, MIGRATIONS);
      await write('OLD-6', 'Bug', 'DRAFT', null);

      const { rows } = await admin.query<Record<string, unknown>>(
        `select b.external_key as key, b.tier, b.kind, b.area_id = $1 as in_area, b.product_id = $2 as in_product,
                  p.external_key as parent, row_number() over (order by s.slot_rank nulls last) as place, s.group_id = $1 as own_slot,
                  (select count(*)::int from item_texts t where t.item_id = b.id and t.words @@ 'quay') as found
             from backlog_items b left join backlog_items p on p.id = b.parent_id left join order_slots s on s.item_id = b.id
            order by b.external_key`,
        [area, product],
      );
      const placed = { in_area: true, in_product: true, found: 1 };
      expect(rows).toMatchObject([
        { ...placed, key: 'OLD-1', tier: 'EPIC', kind: 'VALUE', parent: null, place: 1, own_slot: true },
        { ...placed, key: 'OLD-2', tier: 'FEATURE', kind: 'VALUE', parent: 'OLD-1', place: 2, own_slot: true },
        { ...placed, key: 'OLD-3', tier: 'TASK', kind: 'VALUE', parent: 'OLD-2', own_slot: null },
        { ...placed, key: 'OLD-4', tier: 'FEATURE', kind: 'DEFECT', parent: null, own_slot: null },
        // Of no team: in the first product, in no area; a feature is part of no feature.
        {
          key: 'OLD-5',
          tier: 'FEATURE',
          kind: 'DEBT',
          parent: null,
          in_area: null,
          in_product: true,
          place: 3,
          own_slot: false,
        },
        // The release before knows no order: it comes in with the next import.
        { ...placed, key: 'OLD-6', tier: 'FEATURE', kind: 'DEFECT', parent: null, own_slot: null },
      ]);
    }));
});

describe('the database itself', () => {
  let app: TestApp;
  let story: BacklogStory;
  let foreign: BacklogStory;
  beforeAll(async () => {
    app = await TestApp.start();
    story = await BacklogStory.tell(app, 'Database');
    foreign = await BacklogStory.tell(app, 'Foreign database');
  });
  afterAll(() => app?.stop());

  const item = (more: object): Promise<string> =>
    story.house.insert('backlog_items', {
      external_key: randomUUID(),
      title: 'Item',
      type: '',
      state: 'DRAFT',
      product_id: story.house.productId,
      created_at: '2026-01-01',
      ...more,
    });
  const slot = (itemId: string, slotRank: string, areaRank: string): Promise<object[]> =>
    story.house.query(
      `insert into order_slots (organization_id, product_id, item_id, group_id, slot_rank, area_rank) values ($1, $2, $3, $2, $4, $5)`,
      [story.house.id, story.house.productId, itemId, slotRank, areaRank],
    );

  it('refuses a second active goal, an end without words, a part of itself and an epic with a parent', async () => {
    await story.goal('One');
    await expect(story.goal('Two')).rejects.toMatchObject({ constraint: 'product_goals_one_active' });
    await expect(story.goal('Done', 'ACHIEVED')).rejects.toMatchObject({ code: '23514' });
    const id = randomUUID();
    await expect(item({ id, parent_id: id })).rejects.toMatchObject({ constraint: 'backlog_items_not_its_own_parent' });
    const epic = await item({ tier: 'EPIC' });
    await expect(item({ tier: 'EPIC', parent_id: epic })).rejects.toMatchObject({
      constraint: 'backlog_items_epic_has_no_parent',
    });
    await expect(item({ value: 4 })).rejects.toMatchObject({ code: '23514' });
  });

  it('keeps ranks unique, and lets two swap in one statement', async () => {
    const [first, second, third] = [await item({}), await item({}), await item({})];
    await slot(first, 'a1', 'a1');
    await slot(second, 'a2', 'a2');
    await expect(slot(third, 'a1', 'a3')).rejects.toMatchObject({ constraint: 'order_slots_one_slot' });
    await expect(slot(third, 'a3', 'a1')).rejects.toMatchObject({ constraint: 'order_slots_one_place' });
    await story.house.query(
      `update order_slots set slot_rank = case item_id when $2 then 'a2' else 'a1' end where organization_id = $1 and item_id = any($3)`,
      [story.house.id, first, [first, second]],
    );
  });

  it('refuses what points into another organization', async () => {
    const theirs = await foreign.write({ tier: 'EPIC' });
    const attempts: object[] = [
      { parent_id: theirs.id.replace(/^\w+_/, '') },
      { product_id: foreign.house.productId },
      { area_id: foreign.areaId },
      { goal_id: await foreign.goal('Theirs') },
      { assignee_id: foreign.dev.id },
    ];
    for (const attempt of attempts) await expect(item(attempt)).rejects.toMatchObject({ code: '23503' });
    expect(await story.house.query('select 1 from item_texts where words @@ $1::tsquery', ['phone'])).toEqual([]);
  });
});
