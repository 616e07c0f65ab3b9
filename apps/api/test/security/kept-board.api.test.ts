import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ImpedimentBoardRead } from '../../src/features/impediments/impediment-board.read.js';
import { Clock } from '../../src/platform/clock.js';
import { ImpedimentStory, type TestImpediment } from '../impediment-story.js';
import { TestApp } from '../test-app.js';
import type { TestPerson } from '../world.js';
import { witnessed } from './witnessed-tables.js';

/** The board's answers are kept: never for longer than they are true, never for anybody else. */
let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let administrator: TestPerson;
let reads = 0;

/** Everything of a card that is declared to be shared. */
const CARD = `id key title state category severity level levelSince clockEndsAt clock { pausedAt pausedBecause } raisedAt dueOn
  nextStep triagedAt startedAt resolvedAt reopenedCount updatedAt version commentCount voteCount viewerVotes viewerWatches
  viewerCan blockedTeamDays blockedTeamDaysPerDay owner { id name } raisedBy { id name } raisingTeam { id name area { id name } }
  affectedTeams { id name area { name } } source { id name kind } labels { id name }`;
const KEPT = `{ impedimentBoard { impediments { ${CARD} } truncated closedLast30Days } }`;
/** As long as nobody declares it, a description makes the whole document be executed. */
const EXECUTED = KEPT.replace('impediments {', 'impediments { description ');

interface Board {
  impediments: (TestImpediment & Record<string, unknown> & { viewerCan: string[]; commentCount: number })[];
  closedLast30Days: number;
}

beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  administrator = await story.house.administrator('Ada');
  const boards = app.app.get(ImpedimentBoardRead, { strict: false });
  const { state } = ImpedimentBoardRead.prototype;
  jest.spyOn(boards, 'state').mockImplementation((...given) => ((reads += 1), state.apply(boards, given)));
});
beforeEach(() => {
  reads = 0;
});
afterAll(() => app.stop());

async function board(person: TestPerson, document = KEPT): Promise<Board> {
  const reply = await app.graphql<{ impedimentBoard: Board }>(person.cookie, document);
  if (!reply.data) throw new Error(reply.text);
  return reply.data.impedimentBoard;
}

async function executedBoard(person: TestPerson): Promise<Board> {
  const found = await board(person, EXECUTED);
  const impediments = found.impediments.map((executed) => {
    const { description: _, ...card } = executed;
    return card as typeof executed;
  });
  return { ...found, impediments };
}

/** @returns the one mutation's answer */
async function done<T = { id: string; version: number }>(person: TestPerson, mutation: string): Promise<T> {
  const reply = await app.graphql<Record<string, T>>(person.cookie, `mutation { ${mutation} }`);
  const [value] = Object.values(reply.data ?? {});
  if (!value) throw new Error(reply.text);
  return value;
}

test('nothing happened: the same bytes, and no second read; each person their own', async () => {
  await story.raise('A crane');
  const first = await app.graphql(story.dev.cookie, KEPT);
  expect(reads).toBe(1);
  expect((await app.graphql(story.dev.cookie, KEPT)).text).toBe(first.text);
  const asMaster = await app.graphql(story.master.cookie, KEPT);
  expect(reads).toBe(1);
  expect(asMaster.text).toContain('impediment:triage');
  expect(first.text).not.toContain('impediment:triage');
  await board(story.dev, EXECUTED);
  expect(reads).toBe(2);
});

test('who asks at once waits for one answer to be written; when that fails, each asks alone', async () => {
  const boards = app.app.get(ImpedimentBoardRead, { strict: false });
  const as = jest.spyOn(boards, 'as');
  try {
    await story.raise('A second crane');
    const asked = await Promise.all(Array.from({ length: 8 }, () => app.graphql(story.dev.cookie, KEPT)));
    expect(new Set(asked.map(({ text }) => text)).size).toBe(1);
    expect(asked[0]?.text).toContain('A second crane');
    // Those that came before the first one had asked the database share its round; the others the next.
    expect(as.mock.calls.length).toBeLessThanOrEqual(2);
    await story.raise('A third crane');
    as.mockImplementationOnce(() => {
      throw new Error('Once.');
    });
    const after = await Promise.all(Array.from({ length: 8 }, () => board(story.dev)));
    for (const { impediments } of after) expect(impediments.at(-1)?.title).toBe('A third crane');
  } finally {
    as.mockRestore();
  }
});

test('whatever is done to what a card shows, it is in the next answer; and no row of it changes without an event', async () => {
  const noMore = await witnessed(app.databaseUrl);
  const { team, otherTeam, house } = story;
  let it = await story.raise('To be changed', ', newSource: { name: "Network department", kind: DEPARTMENT }');
  const other = await story.raise('Another one', ', newSource: { name: "The network people", kind: DEPARTMENT }');
  const id = it.id;
  const people = [story.dev, story.master, story.neighbour, administrator];
  const rename = (type: string, thing: string, name: string) => async (): Promise<unknown> => {
    const { version } = (
      await app.graphql<{ node: { version: number } }>(
        administrator.cookie,
        `{ node(id: "${thing}") { ... on ${type} { version } } }`,
      )
    ).data?.node ?? { version: 1 };
    return done(administrator, `edit${type}(id: "${thing}", version: ${version}, name: "${name}") { id }`);
  };
  const move =
    (field: string, more = '', by = story.master) =>
    async (): Promise<unknown> =>
      (it = await story.done(by, field, `id: "${id}", version: ${await versionOf(id)}${more}`));
  const part =
    (field: string, more: string, by = story.dev) =>
    (): Promise<unknown> =>
      done(by, `${field}(id: "${id}"${more}) { id }`);
  const areaId = await idOf(`select area_id as id from teams where id = $1`, team.id);
  const sources = async (name: string) =>
    (
      await app.graphql<{ sources: { id: string; version: number }[] }>(
        story.master.cookie,
        `{ sources(search: "${name}", first: 1) { id version } }`,
      )
    ).data?.sources[0] ?? { id: '', version: 0 };
  const organizationVersion = async (): Promise<number> =>
    Number(await idOf('select version::text as id from organizations where organization_id = $1', house.id));
  const steps: (() => Promise<unknown>)[] = [
    part('voteForImpediment', ', vote: true', story.neighbour),
    part('voteForImpediment', ', vote: false', story.neighbour),
    part('watchImpediment', ', watch: true', story.neighbour),
    part('watchImpediment', ', watch: false'),
    part('commentOnImpediment', ', body: "We wait"'),
    part('labelImpediment', ', add: ["cranes", "quay"]'),
    part('labelImpediment', ', remove: ["quay"]'),
    part('addAffectedTeam', `, teamId: "Team_${otherTeam.id}"`, story.master),
    move('editImpediment', ', input: { title: "Other words", dueOn: "2031-01-01" }', story.dev),
    move(
      'triageImpediment',
      `, input: { ownerId: "Person_${story.master.id}", severity: HIGH, level: 2, nextStep: "Call" }`,
    ),
    move('assignImpediment', `, ownerId: "Person_${story.dev.id}"`),
    move('setImpedimentLevel', ', level: 1, reason: "Ours"'),
    move('startImpediment'),
    move('pauseImpedimentClock', ', reason: "They are away"'),
    move('resumeImpedimentClock'),
    part('removeAffectedTeam', `, teamId: "Team_${otherTeam.id}"`, story.master),
    rename('Person', `Person_${story.dev.id}`, 'Dorothea'),
    rename('Team', `Team_${team.id}`, 'Payments and refunds'),
    rename('Area', `Area_${areaId}`, 'Area of another name'),
    async () => {
      const area = await done(
        administrator,
        `createArea(productId: "Product_${await idOf('select product_id as id from areas where id = $1', areaId)}", name: "New area") { id version }`,
      );
      return done(
        administrator,
        `moveTeam(id: "Team_${team.id}", version: ${await idOf('select version::text as id from teams where id = $1', team.id)}, areaId: "${area.id}") { id }`,
      );
    },
    async () => {
      const source = await sources('Network department');
      return done(
        story.master,
        `editSource(id: "${source.id}", version: ${source.version}, input: { name: "Networks", kind: VENDOR }) { id }`,
      );
    },
    async () => {
      const [from, into] = [await sources('The network people'), await sources('Networks')];
      return done(
        story.master,
        `mergeSources(id: "${from.id}", version: ${from.version}, intoId: "${into.id}") { movedImpediments }`,
      );
    },
    async () =>
      done(
        administrator,
        `editWorkingCalendar(version: ${await organizationVersion()}, workingDays: [1, 2, 3], holidays: []) { __typename }`,
      ),
    async () =>
      done(
        administrator,
        `editWorkingCalendar(version: ${await organizationVersion()}, timeZone: "Pacific/Auckland") { __typename }`,
      ),
    move('resolveImpediment', ', resolution: "They opened it"'),
    move('reopenImpediment', ', reason: "They closed it again"'),
    move('declineImpediment', ', reason: "Not ours"'),
    async () =>
      done(
        story.master,
        `markImpedimentDuplicate(id: "${other.id}", version: ${await versionOf(other.id)}, duplicateOfKey: "${it.key}") { id }`,
      ),
    () => story.inState('CLOSED', 'Come and gone'),
  ];
  for (const [index, step] of steps.entries()) {
    for (const person of people) await board(person);
    await step();
    for (const person of people)
      expect({ index, board: await board(person) }).toEqual({ index, board: await executedBoard(person) });
  }
  await noMore();
});

test('the day changes and a clock runs out without an event: the answer knows', async () => {
  const it = await story.inState('IN_PROGRESS', 'With a clock');
  const { clock_ends_at: ends } = await rowOf<{ clock_ends_at: Date | string }>(
    'select clock_ends_at from impediments where id = $1',
    it.id,
  );
  const actions = async (): Promise<string[]> =>
    (await board(story.master)).impediments.find(({ id }) => id === it.id)?.viewerCan ?? [];
  expect(await actions()).toContain('impediment:pause-clock');
  const now = jest.spyOn(app.app.get(Clock), 'now');
  try {
    for (const at of [-1, 0, 1]) {
      now.mockReturnValue(new Date(new Date(ends).getTime() + at));
      expect([at, (await actions()).includes('impediment:pause-clock')]).toEqual([at, at < 0]);
      expect(await board(story.master)).toEqual(await executedBoard(story.master));
    }
    for (let hours = 0; hours < 24 * 15; hours += 7) {
      now.mockReturnValue(new Date(new Date(ends).getTime() + hours * 3_600_000));
      expect(await board(story.dev)).toEqual(await executedBoard(story.dev));
    }
  } finally {
    now.mockRestore();
  }
});

test('nobody gets bytes of another organization, of more than they may, or after their session', async () => {
  await story.raise('canary of the harbour');
  await abroad.raise('Own of the other house');
  const ours = await app.graphql(story.master.cookie, KEPT);
  expect(ours.text).toContain('canary of the harbour');
  expect((await app.graphql(abroad.master.cookie, KEPT)).text).not.toContain('canary');
  const strange = await app.graphql(null, KEPT);
  expect(strange.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(strange.text).not.toContain('canary');

  // A role that ends by itself, without an event: the next answer knows, for it asks who is asking.
  const second = await story.otherTeam.scrumMaster('Milo');
  expect((await app.graphql(second.cookie, KEPT)).text).toContain('impediment:triage');
  await story.house.query(
    `update role_assignments set starts_on = '2019-01-01', ends_before = '2019-02-01' where person_id = $1`,
    [second.id],
  );
  const demoted = await app.graphql(second.cookie, KEPT);
  expect(demoted.text).toContain('canary of the harbour');
  expect(demoted.text).not.toContain('impediment:triage');

  await story.house.query('update sessions set revoked_at = now() where person_id = $1', [second.id]);
  const ended = await app.graphql(second.cookie, KEPT);
  expect(ended.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(ended.text).not.toContain('canary');
});

async function versionOf(id: string): Promise<number> {
  return Number(await idOf('select version::text as id from impediments where id = $1', id.replace('Impediment_', '')));
}

async function idOf(sql: string, value: string): Promise<string> {
  return (await rowOf<{ id: string }>(sql, value)).id;
}

async function rowOf<Row extends object>(sql: string, value: string): Promise<Row> {
  const [row] = await story.house.query<Row & Record<string, unknown>>(sql, [value.replace(/^[A-Za-z]+_/u, '')]);
  if (!row) throw new Error(`No row: ${sql}`);
  return row;
}
