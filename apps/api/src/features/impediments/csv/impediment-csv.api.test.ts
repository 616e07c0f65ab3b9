import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ImpedimentStory, type TestImpediment } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Tx } from '../../../platform/database/tx.js';
import { ImpedimentHistory } from '../impediment-history.js';
import { CsvRead } from './csv.read.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let admin: TestPerson;
let waiting: TestImpediment;
let formula: TestImpediment;
let ended: TestImpediment;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  admin = await story.house.administrator('Ada');
  await abroad.raise('Canary in a cage');
  waiting = await story.raise('Waits, for "them"', ', newSource: { name: "Gateway; inc", kind: VENDOR }');
  formula = await story.raise('=HYPERLINK("https://example.org","Click")', '', story.neighbour);
  ended = await story.inState('CLOSED', 'It was closed');
});
afterAll(() => app?.stop());
beforeEach(async () => {
  await story.house.query('delete from rate_limits');
});

async function file(query: string, by: TestPerson | null = story.dev) {
  const reply = await app.app.inject({
    method: 'GET',
    url: `/files/impediments.csv?${query}`,
    headers: { ...(by && { cookie: `chapterhouse=${by.cookie}` }) },
  });
  return { status: reply.statusCode, text: reply.body, headers: reply.headers };
}

/** Read as RFC 4180 says, by hand; the first row names the others' cells. */
function rowsOf(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const cells = /(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gu;
  for (const match of text.replace(/^\uFEFF/u, '').matchAll(cells)) {
    if (match[0].startsWith('\r\n')) rows.push([]);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  const [head = [], ...others] = rows.filter((row) => row.length > 1);
  return others.map((row) => Object.fromEntries(head.map((title, index) => [title, row[index] ?? ''])));
}

async function titles(query: string, by?: TestPerson): Promise<string[]> {
  const { status, text } = await file(query, by);
  if (status !== 200) throw new Error(text);
  return rowsOf(text).map((row) => row['Key'] ?? '');
}

test('a spreadsheet reads it: a byte order mark, titles, quotes, its own name, and nothing that it would run', async () => {
  const { status, text, headers } = await file('screen=list');
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="impediments-\d{4}-\d\d-\d\d\.csv"$/u),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(text.startsWith('\uFEFFKey,Title,State,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const [first, second] = rowsOf(text);
  expect(first).toMatchObject({
    Key: waiting.key,
    Title: 'Waits, for "them"',
    State: 'Raised',
    Category: 'Tooling',
    Severity: '',
    Level: 'Team',
    Owner: '',
    'Raising team': 'Payments',
    Area: 'First area',
    'Affected teams': 'Payments',
    Source: 'Gateway; inc',
    Raised: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u),
    'Raised by': 'Dora',
    'Blocked team-days': '0',
    'Blocked team-days each further working day': '1',
  });
  expect(second?.['Title']).toBe(`'=HYPERLINK("https://example.org","Click")`);
  expect(text).not.toMatch(/(^|[,"\r\n])[=+@-]/u);
});

test('moments are where the organization is, with their zone; hours are working hours', async () => {
  const nepal = await ImpedimentStory.tell(app, 'Kathmandu');
  await nepal.house.query(`update organizations set time_zone = 'Asia/Kathmandu' where organization_id = $1`, [
    nepal.house.id,
  ]);
  await app.database.transaction({ organizationId: nepal.house.id, cause: 'import:test' }, (tx) =>
    app.app.get(ImpedimentHistory).insert(tx, [
      {
        title: 'Bridge',
        category: 'TOOLING',
        severity: 'LOW',
        state: 'CLOSED',
        resolution: 'Gone',
        raisedById: nepal.dev.id,
        ownerId: nepal.master.id,
        raisingTeamId: nepal.team.id,
        // Monday, 9:00 there.
        raisedAt: '2026-03-02T03:15:00Z',
        triagedAt: '2026-03-02T04:45:00Z',
        resolvedAt: '2026-03-03T03:45:00Z',
        closedAt: '2026-03-03T03:45:00Z',
      },
    ]),
  );
  const [row] = rowsOf((await file('screen=history', nepal.dev)).text);
  expect(row).toMatchObject({
    Raised: '2026-03-02T09:00:00+05:45',
    'Working hours to triage': '1.5',
    'Working hours to resolve': '8.5',
    Level: 'Team',
    Resolution: 'Gone',
    'Blocked team-days': '1',
    'Blocked team-days each further working day': '0',
  });
});

test('it holds what the screen shows: the board its open ones by facets and words, the history what it is narrowed to', async () => {
  const every = [waiting.key, formula.key];
  expect(await titles('screen=board')).toEqual(every);
  const cases: [string, string[]][] = [
    [`screen=list&team=Team_${story.team.id}`, every],
    [`screen=list&team=Team_${story.otherTeam.id}`, []],
    [`screen=list&area=Area_${story.team.areaId}&area=Area_${story.otherTeam.areaId}`, every],
    ['screen=list&owner=none', every],
    [`screen=list&owner=Person_${story.master.id}`, []],
    ['screen=list&source=none', [formula.key]],
    ['screen=list&label=none', every],
    ['screen=list&severity=none&severity=HIGH', every],
    ['screen=list&severity=HIGH', []],
    ['screen=list&level=1&category=TOOLING', every],
    ['screen=list&level=2', []],
    ['screen=list&text=gateway%20WAITS', [waiting.key]],
    ['screen=list&text=100%25', []],
    [`screen=list&text=${formula.key.toLowerCase()}`, [formula.key]],
    ['screen=list&mine=', []],
    ['screen=list&overdue=', []],
    ['screen=list&changed=', []],
    ['screen=history', [...every, ended.key]],
    ['screen=history&state=CLOSED', [ended.key]],
    [`screen=history&area=Area_${story.team.areaId}&text=closed`, [ended.key]],
  ];
  for (const [query, expected] of cases) expect([query, await titles(query)]).toEqual([query, expected]);
  expect(await titles('screen=list&watching=', story.neighbour)).toEqual([formula.key]);
  expect(await titles('screen=history&watching=', story.neighbour)).toHaveLength(3);
});

test('mine, overdue and what others changed since one was here', async () => {
  const it = await story.inState('TRIAGED', 'Hers');
  expect(await titles('screen=list&mine=', story.master)).toEqual([it.key]);
  await story.house.query(`update impediments set due_on = '2026-01-01' where id = $1`, [
    waiting.id.replace('Impediment_', ''),
  ]);
  expect(await titles('screen=list&overdue=')).toEqual([waiting.key]);
  await story.house.query(
    `insert into board_visits (organization_id, person_id, seen_at, since) select $1, id, now(), now() from people`,
    [story.house.id],
  );
  await story.done(story.master, 'voteForImpediment', `id: "${waiting.id}", vote: true`);
  expect(await titles('screen=list&changed=')).toEqual([waiting.key]);
  expect(await titles('screen=list&changed=', story.master)).toEqual([]);
});

test('what a number counts', async () => {
  const window = 'from=2020-01-01&endsBefore=2029-01-01';
  expect(await titles(`screen=numbers&number=TIME_TO_RESOLVE&${window}`)).toEqual([ended.key]);
  expect(await titles(`screen=numbers&number=TIME_TO_RESOLVE&${window}&level=1`)).toEqual([]);
  expect(await titles(`screen=numbers&number=RESOLVED_WITHOUT_ESCALATION&${window}&counted=`)).toEqual([]);
  expect(await titles(`screen=numbers&number=OVERDUE&${window}&source=none&team=Team_${story.team.id}`)).toContain(
    ended.key,
  );
});

test.each([
  ['', 'Say whose impediments'],
  ['screen=all', 'Say whose impediments'],
  ['screen=list&level=9', 'Choose a level'],
  ['screen=list&category=x', 'Choose one of'],
  ['screen=history&state=OPEN', 'Choose one of'],
  ['screen=numbers', 'Choose one of'],
  ['screen=numbers&number=OVERDUE&from=2026-02-30&endsBefore=2026-03-01', 'Give a day'],
  ['screen=numbers&number=OVERDUE&from=2026-02-01&endsBefore=2026-01-01', 'Let the window end'],
])('%j is refused: %s', async (query, words) => {
  const { status, text } = await file(query);
  expect([status, text]).toEqual([400, expect.stringContaining(words)]);
});

test("another organization's ids say no more than random ones, and nothing of it is in any file", async () => {
  const random = '00000000-0000-7000-8000-000000000000';
  for (const [facet, type, id] of [
    ['team', 'Team', abroad.team.id],
    ['area', 'Area', abroad.team.areaId],
    ['owner', 'Person', abroad.dev.id],
  ]) {
    for (const screen of ['list', 'history']) {
      const foreign = await file(`screen=${screen}&${facet}=${type}_${id}`);
      const unknown = await file(`screen=${screen}&${facet}=${type}_${random}`);
      expect([foreign.status, foreign.text]).toEqual([unknown.status, unknown.text]);
    }
  }
  const numbers = `screen=numbers&number=OVERDUE&from=2020-01-01&endsBefore=2029-01-01&team=Team_`;
  expect((await file(`${numbers}${abroad.team.id}`)).status).toBe(404);
  expect((await file(`${numbers}${random}`)).status).toBe(404);
  expect((await file('screen=list&team=Area_x')).status).toBe(404);
  expect((await file('screen=history')).text).not.toContain('Canary');
  expect((await file('screen=history', abroad.dev)).text).toContain('Canary');
});

test('signed out: nothing', async () => {
  const { status, text } = await file('screen=history', null);
  expect([status, text]).toEqual([401, expect.not.stringContaining('Waits')]);
});

async function many(name: string): Promise<ImpedimentStory> {
  const big = await ImpedimentStory.tell(app, name);
  const raised = Array.from({ length: 1_700 }, (_, index) => ({
    title: `Number ${index + 1}`,
    category: 'TOOLING' as const,
    state: 'RAISED' as const,
    raisedById: big.dev.id,
    raisedAt: '2026-03-02T09:00:00Z',
    raisingTeamId: big.team.id,
  }));
  await app.database.transaction({ organizationId: big.house.id, cause: 'import:test' }, (tx: Tx) =>
    app.app.get(ImpedimentHistory).insert(tx, raised),
  );
  return big;
}

test('more than a batch comes whole and in order, batch by batch', async () => {
  const big = await many('Big');
  const batches = jest.spyOn(app.app.get(CsvRead), 'after');
  expect(await titles('screen=list', big.dev)).toEqual(Array.from({ length: 1_700 }, (_, index) => `IMP-${index + 1}`));
  expect(batches).toHaveBeenCalledTimes(4);
  batches.mockRestore();
});

test('whoever loses access in the middle gets no more, and no file that looks whole', async () => {
  const big = await many('Left');
  const read = app.app.get(CsvRead);
  const original = read.after.bind(read);
  const batches = jest.spyOn(read, 'after').mockImplementation(async (...given) => {
    const rows = await original(...given);
    await big.house.query('update sessions set revoked_at = now() where person_id = $1', [big.dev.id]);
    return rows;
  });
  const outcome = await file('screen=list', big.dev).then(
    ({ text }) => text,
    () => 'broken off',
  );
  expect(batches).toHaveBeenCalledTimes(1);
  expect(outcome).toBe('broken off');
  batches.mockRestore();
});

test('thirty files in ten minutes are enough for anybody', async () => {
  const statuses: number[] = [];
  for (let index = 0; index < 31; index += 1) statuses.push((await file('screen=list', admin)).status);
  expect(statuses).toEqual([...Array.from({ length: 30 }, () => 200), 429]);
});
