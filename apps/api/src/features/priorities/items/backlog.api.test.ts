import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BacklogStory, SEEN, type ToldItem } from '../../../../test/backlog-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { Tx } from '../../../platform/database/tx.js';
import { ITEM_SORTS } from './item-enums.graphql.js';

let app: TestApp;
let story: BacklogStory;
const items: Record<string, ToldItem> = {};
beforeAll(async () => {
  app = await TestApp.start();
  story = await BacklogStory.tell(app, 'Backlog');
  const [team, goal] = [`Team_${story.team.id}`, await story.goal('Paying is easy')];
  const write = async (name: string, input: object): Promise<void> => {
    items[name] = await story.write({ title: name, ...input });
  };
  await write('epic', { tier: 'EPIC', goalId: `ProductGoal_${goal}`, areaId: `Area_${story.areaId}` });
  await write('phone', {
    parentId: items['epic']?.id,
    teamId: team,
    points: 3,
    acceptanceCriteria: ['Works with a Pixel'],
  });
  await write('aimless', {
    kind: 'DEBT',
    areaId: `Area_${story.otherAreaId}`,
    points: 8,
    description: 'Zebra crossing',
  });
  await write('task', {
    tier: 'TASK',
    parentId: items['phone']?.id,
    teamId: team,
    assigneeId: `Person_${story.dev.id}`,
  });
  await write('over', { teamId: team });
  await story.move(story.chief, of('over'), 'DROPPED', 'Too late');
});
afterAll(() => app?.stop());

const of = (name: string): ToldItem => {
  const item = items[name];
  if (!item) throw new Error(`No item ${name}.`);
  return item;
};
const names = async (filter: Record<string, unknown> | null, more = ''): Promise<string[]> => {
  const keys = await story.keys(filter, more);
  return keys.map((key) => Object.entries(items).find(([, item]) => item.key === key)?.[0] ?? key);
};

describe('a list', () => {
  const none = ['none'];
  const cases: [string, () => Record<string, unknown> | null, string[]][] = [
    ['of what is open, in the order, tasks last', () => null, ['epic', 'phone', 'aimless', 'task']],
    ['of states', () => ({ states: ['DROPPED'] }), ['over']],
    ['of tiers', () => ({ tiers: ['EPIC', 'TASK'] }), ['epic', 'task']],
    ['of kinds', () => ({ kinds: ['DEBT'] }), ['aimless']],
    ['of an area', () => ({ areaIds: [`Area_${story.areaId}`] }), ['epic', 'phone', 'task']],
    ['of a team', () => ({ teamIds: [`Team_${story.team.id}`] }), ['phone', 'task']],
    ['of no team', () => ({ teamIds: none }), ['epic', 'aimless']],
    ['of no goal, by itself or above', () => ({ goalIds: none }), ['aimless']],
    ['of a person', () => ({ assigneeIds: [`Person_${story.dev.id}`] }), ['task']],
    ['of nobody', () => ({ assigneeIds: none, tiers: ['TASK'] }), []],
    ['of a parent', () => ({ parentId: of('epic').id }), ['phone']],
    ['of roots', () => ({ roots: true }), ['epic', 'aimless']],
    ['of what is ready to be', () => ({ ready: true }), ['epic', 'phone']],
    ['of what is not', () => ({ ready: false }), ['aimless', 'task']],
    ['of what has a size', () => ({ estimated: true }), ['phone', 'aimless']],
    ['by words of the title, begun', () => ({ text: 'aim' }), ['aimless']],
    ['by words of the description', () => ({ text: 'ZEBRA cross' }), ['aimless']],
    ['by words of the criteria', () => ({ text: 'pixel' }), ['phone']],
    ['by the key', () => ({ text: of('task').key }), ['task']],
    ['by words that nothing has', () => ({ text: 'aim pixel' }), []],
    ['by letters that are no words', () => ({ text: `'; -- \\ (` }), ['epic', 'phone', 'aimless', 'task']],
  ];
  it.each(cases)('%s', async (_, filter, expected) => {
    expect(await names(filter())).toEqual(expected);
  });

  it('is sorted by anything, both ways, and every page goes on where the one before ended', async () => {
    const all = { states: ['DRAFT', 'DROPPED'] };
    for (const sort of ITEM_SORTS)
      for (const descending of [false, true]) {
        const whole = await names(all, `, sort: ${sort}, descending: ${descending}`);
        expect(whole.toSorted()).toEqual(Object.keys(items).toSorted());
        const paged: string[] = [];
        for (let after = ''; paged.length < 5;) {
          const reply = await app.graphql<{
            backlog: { totalCount: number; edges: { cursor: string; node: { title: string } }[] };
          }>(
            story.guest.cookie,
            `query ($after: String) { backlog(productId: "${story.productId}", filter: { states: [DRAFT, DROPPED] }, first: 2,
               sort: ${sort}, descending: ${descending}, after: $after) { totalCount edges { cursor node { title } } } }`,
            { after: after || null },
          );
          const edges = reply.data?.backlog.edges ?? [];
          expect(reply.data?.backlog.totalCount).toBe(5);
          paged.push(...edges.map(({ node }) => node.title));
          after = edges.at(-1)?.cursor ?? '';
          if (edges.length === 0) break;
        }
        expect(paged).toEqual(whole);
      }
    expect(await names(all, ', sort: POINTS, descending: true')).toEqual(expect.arrayContaining(['aimless', 'phone']));
    expect((await names(all, ', sort: KEY')).slice(0, 2)).toEqual(['epic', 'phone']);
  });

  it('knows no cursor but its own, and nothing of other houses', async () => {
    const other = await BacklogStory.tell(app, 'Elsewhere');
    const code = async (text: string): Promise<string | undefined> =>
      (await app.graphql(story.guest.cookie, text)).errors?.[0]?.extensions.code;
    const list = (more: string, productId = story.productId): string =>
      `{ backlog(productId: "${productId}" ${more}) { totalCount } }`;
    expect(await code(list('', other.productId))).toBe('NOT_FOUND');
    expect(await code(list(', after: "bm9uZQ"'))).toBe('INVALID_INPUT');
    const forged = Buffer.from(JSON.stringify(['x', '~', 'never', 'id'])).toString('base64url');
    expect(await code(list(`, after: "${forged}"`))).toBe('INVALID_INPUT');
    expect(await code(list(', filter: { areaIds: ["Team_1"] }'))).toBe('NOT_FOUND');
    expect(await code(`{ backlogItem(key: "NONE-1") { key } }`)).toBe('NOT_FOUND');
    const foreign = await other.write({ title: 'Foreign' });
    const reply = await app.graphql<{ node: unknown }>(story.chief.cookie, `{ node(id: "${foreign.id}") { id } }`);
    expect(reply.data?.node).toBeNull();
  });
});

it('with all that hangs on them, a hundred take as many statements as two', async () => {
  const busy = await BacklogStory.tell(app, 'Busy');
  const statements = async (): Promise<number> => {
    const spies = [
      jest.spyOn(Tx.prototype, 'query'),
      jest.spyOn(Tx.prototype, 'run'),
      jest.spyOn(Tx.prototype, 'prepared'),
    ];
    const reply = await app.graphql<{ backlog: { edges: unknown[] } }>(
      busy.dev.cookie,
      `{ backlog(productId: "${busy.productId}", first: 100) { edges { node { ${SEEN} product { name } team { name } assignee { name }
           parent { key } childCount openChildCount goal { title openItems } servesGoal { title } score { wsjf } blocked
           impediments { key } dependencies { key } links { key item { key } } sprints { name } activity(first: 2) { totalCount }
           decisions { totalCount } } } } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    for (const spy of spies) spy.mockRestore();
    return count;
  };
  const goalId = `ProductGoal_${await busy.goal('Busy')}`;
  const many = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      const epic = await busy.write({ tier: 'EPIC', title: `Epic ${n}`, goalId });
      const feature = await busy.write({
        teamId: `Team_${busy.team.id}`,
        parentId: epic.id,
        assigneeId: `Person_${busy.dev.id}`,
      });
      const rows = { from_item_id: feature.id.replace(/^\w+_/, ''), type: 'Blocks', outward: true, phrase: 'blocks' };
      await busy.house.insert('item_links', {
        ...rows,
        other_key: epic.key,
        other_item_id: epic.id.replace(/^\w+_/, ''),
      });
    }
  };
  await many(3);
  const few = await statements();
  await many(30);
  expect(await statements()).toBe(few);
});

it('is blocked by an impediment that names its key until that is resolved', async () => {
  const item = of('phone');
  const raise = `mutation { raiseImpediment(input: { title: "No test phone", category: TOOLING, raisingTeamId: "Team_${story.team.id}",
    blockedItemKeys: ["${item.key}"] }) { key } }`;
  const reply = await app.graphql<{ raiseImpediment: { key: string } }>(story.dev.cookie, raise);
  if (!reply.data) throw new Error(reply.text);
  expect(await story.find(item.key, 'key blocked impediments { key }')).toMatchObject({
    blocked: true,
    impediments: [{ key: reply.data.raiseImpediment.key }],
  });
  expect(await names({ blocked: true })).toEqual(['phone']);
  expect(await names({ blocked: false })).toEqual(['epic', 'aimless', 'task']);
});

it('has at its roots what is open under what has ended, too', async () => {
  await story.move(story.chief, of('epic'), 'DROPPED', 'Sold');
  expect(await names({ roots: true })).toEqual(['phone', 'aimless']);
  expect(await names({ roots: false })).toEqual(['task']);
  // Where what has ended is shown, it stands there itself.
  expect((await names({ roots: true, states: ['DRAFT', 'DROPPED'] })).toSorted()).toEqual(['aimless', 'epic', 'over']);
});
