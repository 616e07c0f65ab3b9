import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import { Tx } from '../../../platform/database/tx.js';
import { ImpedimentHistory } from '../impediment-history.js';

interface Item {
  externalKey: string;
  title: string | null;
  state: string | null;
  blocked: boolean;
  since: string | null;
  blockedWorkingDays: number;
  teams: { name: string }[];
  impediments: { title: string }[];
}
interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: Item }[];
}
const ITEM =
  'externalKey title state blocked since blockedWorkingDays teams { name } impediments { title owner { name } }';
const DAY = 86_400_000;

let app: TestApp;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

function tell(): Promise<ImpedimentStory> {
  round += 1;
  return ImpedimentStory.tell(app, `Harbour ${round}`);
}

async function page(story: ImpedimentStory, given = ''): Promise<Page> {
  const reply = await list(story, given);
  if (!reply.data) throw new Error(reply.text);
  return reply.data.blockedItems;
}
function list(story: ImpedimentStory, given = ''): Promise<GraphqlReply<{ blockedItems: Page }>> {
  return app.graphql<{ blockedItems: Page }>(
    story.guest.cookie,
    `{ blockedItems${given && `(${given})`} { totalCount pageInfo { hasNextPage endCursor } edges { node { ${ITEM} } } } }`,
  );
}
const keys = ({ edges }: Page): string[] => edges.map(({ node }) => node.externalKey);

/** An impediment that was raised at noon so many days ago. */
async function raised(
  story: ImpedimentStory,
  days: number,
  title: string,
  blockedItemKeys: string[],
  teamId = story.team.id,
): Promise<string> {
  const raisedAt = new Date(Math.floor((Date.now() - days * DAY) / DAY) * DAY + DAY / 2).toISOString();
  const facts = {
    title,
    category: 'TOOLING',
    state: 'RAISED',
    raisedById: story.dev.id,
    raisedAt,
    raisingTeamId: teamId,
  } as const;
  const [recorded] = await app.database.transaction({ organizationId: story.house.id, cause: 'test' }, (tx) =>
    app.app.get(ImpedimentHistory).insert(tx, [{ ...facts, blockedItemKeys }]),
  );
  return recorded?.id ?? '';
}
function item(story: ImpedimentStory, key: string, more: Record<string, unknown> = {}): Promise<string> {
  const facts = {
    external_key: key,
    title: `About ${key}`,
    type: 'Story',
    state: 'IN_PROGRESS',
    created_at: '2026-01-01',
  };
  return story.house.insert('backlog_items', { ...facts, ...more });
}

/** As people count: Monday to Friday, the first day not. */
function workingDays(days: number): number {
  const today = Math.floor(Date.now() / DAY);
  return Array.from({ length: days }, (_, index) => new Date((today - index) * DAY).getUTCDay()).filter(
    (weekday) => weekday % 6 !== 0,
  ).length;
}

test('each item once, the longest blocked first, with what stands in its way', async () => {
  const story = await tell();
  await item(story, 'PAY-1', { team_id: story.team.id });
  await item(story, 'DONE-1', { state: 'DONE' });
  await item(story, 'GONE-1', { state: 'DROPPED' });
  await raised(story, 20, 'Old', ['PAY-1', 'EXT-9', 'DONE-1', 'GONE-1']);
  await raised(story, 3, 'New', ['PAY-1', 'LED-4'], story.otherTeam.id);
  const shown = await page(story);
  expect(shown.totalCount).toBe(3);
  expect(shown.edges.map(({ node }) => node)).toMatchObject([
    { externalKey: 'EXT-9', title: null, state: null, teams: [{ name: 'Payments' }], impediments: [{ title: 'Old' }] },
    {
      externalKey: 'PAY-1',
      title: 'About PAY-1',
      state: 'IN_PROGRESS',
      blocked: true,
      blockedWorkingDays: workingDays(20),
      teams: [{ name: 'Payments' }],
      impediments: [{ title: 'Old' }, { title: 'New' }],
    },
    { externalKey: 'LED-4', blockedWorkingDays: workingDays(3), teams: [{ name: 'Ledger' }] },
  ]);
  expect(keys(await page(story, `teamId: "Team_${story.otherTeam.id}"`))).toEqual(['LED-4']);
  const own = await page(story, `teamId: "Team_${story.team.id}", first: 1`);
  expect([own.totalCount, keys(own)]).toEqual([2, ['EXT-9']]);
  expect(keys(await page(story, `teamId: "Team_${story.team.id}", after: "${own.pageInfo.endCursor}"`))).toEqual([
    'PAY-1',
  ]);
});

test('its impediment says so of an item too, and no longer once it is resolved; reopened, it is blocked anew', async () => {
  const story = await tell();
  await item(story, 'PAY-1', { team_id: story.team.id });
  const it = await story.inState('IN_PROGRESS');
  const step = (field: string, version: number, more: string): Promise<{ version: number }> =>
    story.done(story.master, field, `id: "${it.id}", version: ${version}${more}`);
  const edited = await step('editImpediment', it.version, ', input: { blockedItemKeys: ["PAY-1"] }');
  const says = async (): Promise<Partial<Item>> => {
    const reply = await app.graphql<{ impediment: { blockedItems: Item[] } }>(
      story.guest.cookie,
      `{ impediment(key: "${it.key}") { blockedItems { ${ITEM} } } }`,
    );
    return reply.data?.impediment.blockedItems[0] ?? {};
  };
  expect(await says()).toMatchObject({ blocked: true, impediments: [{ title: it.title }] });
  const resolved = await step('resolveImpediment', edited.version, ', resolution: "Gone"');
  expect(await says()).toEqual({
    externalKey: 'PAY-1',
    title: 'About PAY-1',
    state: 'IN_PROGRESS',
    blocked: false,
    since: null,
    blockedWorkingDays: 0,
    teams: [{ name: 'Payments' }],
    impediments: [],
  });
  expect(await page(story)).toMatchObject({ totalCount: 0, edges: [] });
  const before = Date.now();
  await step('reopenImpediment', resolved.version, ', reason: "Back"');
  await story.house.query(`update impediments set raised_at = '2026-01-01'`);
  const again = await says();
  expect(again.blocked).toBe(true);
  expect(Date.parse(again.since ?? '')).toBeGreaterThanOrEqual(before - 1_000);
});

test('an item that is added later is blocked since then; what a duplicate hands over, since it was with the duplicate', async () => {
  const story = await tell();
  const id = await raised(story, 30, 'Old', ['FIRST-1']);
  const copyId = await raised(story, 10, 'Copy', ['COPY-1']);
  await story.done(
    story.master,
    'editImpediment',
    `id: "Impediment_${id}", version: 1, input: { blockedItemKeys: ["FIRST-1", "LATER-1"] }`,
  );
  const byKey = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await page(story)).edges.map(({ node }) => [node.externalKey, node.blockedWorkingDays]));
  expect(await byKey()).toEqual({ 'FIRST-1': workingDays(30), 'COPY-1': workingDays(10), 'LATER-1': 0 });
  await story.done(
    story.master,
    'markImpedimentDuplicate',
    `id: "Impediment_${copyId}", version: 1, duplicateOfKey: "IMP-1"`,
  );
  expect(await byKey()).toEqual({ 'FIRST-1': workingDays(30), 'COPY-1': workingDays(10), 'LATER-1': 0 });
});

test('limits, and ids of others', async () => {
  const [story, abroad] = [await tell(), await tell()];
  await raised(abroad, 3, 'Canary', ['CANARY-1']);
  expect(await page(story)).toMatchObject({ totalCount: 0 });
  for (const given of [
    'first: 0',
    'first: 101',
    'after: "bm9uZQ"',
    `after: "${Buffer.from('["x","y"]').toString('base64url')}"`,
  ])
    expect((await list(story, given)).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  for (const id of [`Team_${abroad.team.id}`, 'Team_00000000-0000-7000-8000-000000000000', 'nonsense'])
    expect((await list(story, `teamId: "${id}"`)).errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND', details: {} });
});

test('a hundred items take as many statements as two', async () => {
  const story = await tell();
  const statements = async (): Promise<number> => {
    const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
    await page(story, 'first: 100');
    const count = spies.flatMap((spy) => spy.mock.calls).length;
    for (const spy of spies) spy.mockRestore();
    return count;
  };
  await raised(story, 2, 'One', ['A-1', 'A-2']);
  const few = await statements();
  for (let index = 0; index < 10; index += 1)
    await raised(
      story,
      index,
      `More ${index}`,
      Array.from({ length: 12 }, (_, at) => `B-${index}-${at}`),
    );
  expect(await statements()).toBe(few);
  expect((await page(story, 'first: 100')).edges).toHaveLength(100);
});
