import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';
import { Verifications } from '../../platform/events/verifications.js';
import type { Sprint } from './sprints.graphql.js';

type Seen = Omit<Sprint, 'teamId'> & { viewerCan: string[]; team: { name: string } };
const SEEN = `id name goal state startsOn endsBefore plannedItems plannedPoints doneItems donePoints imported editedByHand
  version viewerCan team { name }`;

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

function act(person: TestPerson, field: string, given: string): Promise<GraphqlReply<Record<string, Seen>>> {
  const selection = field === 'removeSprint' ? 'done' : SEEN;
  return app.graphql<Record<string, Seen>>(person.cookie, `mutation { ${field}(${given}) { ${selection} } }`);
}

async function done(person: TestPerson, field: string, given: string): Promise<Seen> {
  const reply = await act(person, field, given);
  const result = reply.data?.[field];
  if (!result) throw new Error(`${field}: ${reply.text}`);
  return result;
}

const ofTeam = (input: string, teamId = story.team.id): string => `teamId: "Team_${teamId}", input: { ${input} }`;
const record = (input: string): Promise<Seen> => done(story.dev, 'recordSprint', ofTeam(input));
const FINISHED = 'name: "Sprint 1", state: CLOSED, startsOn: "2026-03-02", endsBefore: "2026-03-16"';

function refusalOf(reply: GraphqlReply<unknown>): { code: string; details?: Record<string, unknown> } | undefined {
  return reply.errors?.[0]?.extensions;
}

async function events(id: string): Promise<{ name: string; version: number; payload: unknown }[]> {
  return story.house.query(
    'select name, subject_version as version, payload from events where organization_id = $1 and subject_id = $2 order by id',
    [story.house.id, id.replace('Sprint_', '')],
  );
}

test('planned, begun, finished and removed: each step is on the record, with what changed', async () => {
  const planned = await record(
    'name: " Sprint 7 ", goal: "Pay by invoice", state: FUTURE, plannedItems: 9, plannedPoints: 21.5',
  );
  expect(planned).toMatchObject({
    name: 'Sprint 7',
    state: 'FUTURE',
    startsOn: null,
    plannedItems: 9,
    plannedPoints: 21.5,
    doneItems: null,
    imported: false,
    editedByHand: [],
    version: 1,
    team: { name: 'Payments' },
    viewerCan: ['sprint:view', 'sprint:record', 'sprint:remove'],
  });
  const id = planned.id;
  const begun = await done(
    story.master,
    'editSprint',
    `id: "${id}", version: 1, input: { state: ACTIVE, startsOn: "2026-03-02", endsBefore: "2026-03-16" }`,
  );
  expect(begun).toMatchObject({ state: 'ACTIVE', startsOn: '2026-03-02', plannedItems: 9, version: 2 });
  const finished = await done(
    story.dev,
    'finishSprint',
    `id: "${id}", version: 2, input: { doneItems: 7, donePoints: 0 }`,
  );
  expect(finished).toMatchObject({
    state: 'CLOSED',
    endsBefore: '2026-03-16',
    doneItems: 7,
    donePoints: 0,
    version: 3,
  });
  expect((await act(story.dev, 'removeSprint', `id: "${id}", version: 3`)).data).toEqual({
    removeSprint: { done: true },
  });
  expect(await events(id)).toEqual([
    {
      name: 'sprint.recorded',
      version: 1,
      payload: {
        changes: [
          { field: 'name', from: null, to: 'Sprint 7' },
          { field: 'goal', from: null, to: 'Pay by invoice' },
          { field: 'state', from: null, to: 'Planned' },
          { field: 'plannedItems', from: null, to: '9' },
          { field: 'plannedPoints', from: null, to: '21.5' },
        ],
      },
    },
    {
      name: 'sprint.edited',
      version: 2,
      payload: {
        changes: [
          { field: 'state', from: 'Planned', to: 'Running' },
          { field: 'startsOn', from: null, to: '2026-03-02' },
          { field: 'endsBefore', from: null, to: '2026-03-16' },
        ],
      },
    },
    {
      name: 'sprint.finished',
      version: 3,
      payload: {
        changes: [
          { field: 'state', from: 'Running', to: 'Finished' },
          { field: 'doneItems', from: null, to: '7' },
          { field: 'donePoints', from: null, to: '0' },
        ],
      },
    },
    { name: 'sprint.removed', version: 4, payload: { changes: [{ field: 'name', from: 'Sprint 7', to: null }] } },
  ]);
  for (const [field, given] of [
    ['editSprint', 'input: { name: "Back" }'],
    ['finishSprint', 'input: {}'],
    ['removeSprint', 'idempotencyKey: "another-key"'],
  ] as const)
    expect(refusalOf(await act(story.dev, field, `id: "${id}", version: 4, ${given}`))?.code).toBe('NOT_FOUND');
  const node = await app.graphql(story.dev.cookie, `{ node(id: "${id}") { id } }`);
  expect(node.data).toEqual({ node: null });
});

describe('finishing', () => {
  it('ends today when its last day is still to come, or none was planned', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    const { id } = await record(`name: "Early", state: ACTIVE, startsOn: "${today}"`);
    expect(await done(story.dev, 'finishSprint', `id: "${id}", version: 1`)).toMatchObject({ endsBefore: tomorrow });
  });

  it.each([
    ['state', 'Sprint that is over', FINISHED, 'input: { doneItems: 1 }'],
    ['startsOn', 'one without a first day', 'name: "No day", state: ACTIVE', 'input: { doneItems: 1 }'],
    [
      'endsBefore',
      'an end before its start',
      'name: "Odd", state: ACTIVE, startsOn: "2026-03-02"',
      'input: { endsBefore: "2026-03-01" }',
    ],
  ])('refuses about %s: %s', async (field, _what, input, end) => {
    const { id, version } = await record(input);
    const reply = await act(story.dev, 'finishSprint', `id: "${id}", version: ${version}, ${end}`);
    expect(refusalOf(reply)).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
  });
});

test.each([
  ['name', 'name: " ", state: FUTURE'],
  ['goal', `name: "Long", state: FUTURE, goal: "${'a'.repeat(2_001)}"`],
  ['startsOn', 'name: "No days", state: CLOSED, endsBefore: "2026-03-16"'],
  ['startsOn', 'name: "To come", state: CLOSED, startsOn: "2190-01-01", endsBefore: "2190-01-15"'],
  ['startsOn', 'name: "Long ago", state: CLOSED, startsOn: "1899-12-20", endsBefore: "1900-01-03"'],
  ['endsBefore', 'name: "Long", state: CLOSED, startsOn: "2026-01-01", endsBefore: "2026-12-31"'],
  ['doneItems', 'name: "Not begun", state: FUTURE, doneItems: 3'],
  ['plannedPoints', 'name: "Odd", state: FUTURE, plannedPoints: 0.125'],
  ['plannedItems', 'name: "Many", state: FUTURE, plannedItems: 10001'],
])('what is wrong with %s is said, and nothing is written', async (field, input) => {
  const reply = await act(story.dev, 'recordSprint', ofTeam(input));
  expect(refusalOf(reply)).toEqual({
    code: 'INVALID_INPUT',
    details: { fields: [{ field, problem: expect.stringMatching(/\.$/) }] },
  });
});

test('whoever works elsewhere, and ids of others', async () => {
  const sprint = await record(FINISHED);
  for (const person of [story.neighbour, story.stakeholder, story.guest]) {
    expect(refusalOf(await act(person, 'recordSprint', ofTeam(FINISHED)))).toMatchObject({
      code: 'FORBIDDEN',
      details: { action: 'sprint:record', reason: expect.stringContaining('Scrum Master') },
    });
    for (const [field, more] of [
      ['editSprint', ', input: { name: "Taken" }'],
      ['finishSprint', ''],
      ['removeSprint', ''],
    ] as const)
      expect(refusalOf(await act(person, field, `id: "${sprint.id}", version: 1${more}`))?.code).toBe('FORBIDDEN');
  }
  const random = `Sprint_${randomUUID()}`;
  for (const id of [sprint.id, random]) {
    const reply = await act(abroad.master, 'editSprint', `id: "${id}", version: 1, input: { name: "Taken" }`);
    expect(refusalOf(reply)).toEqual({ code: 'NOT_FOUND', details: {} });
  }
  expect(refusalOf(await act(abroad.master, 'recordSprint', ofTeam(FINISHED)))?.code).toBe('NOT_FOUND');
  const list = await app.graphql(abroad.master.cookie, `{ sprints(teamId: "Team_${story.team.id}") { totalCount } }`);
  expect(refusalOf(list)?.code).toBe('NOT_FOUND');
  expect(await events(sprint.id)).toHaveLength(1);
});

test('a stale version is a conflict with the sprint as it is; an edit that changes nothing leaves no trace', async () => {
  const { id } = await record(FINISHED);
  await done(story.dev, 'editSprint', `id: "${id}", version: 1, input: { doneItems: 4 }`);
  for (const [field, more] of [
    ['editSprint', ', input: { doneItems: 5 }'],
    ['finishSprint', ''],
    ['removeSprint', ''],
  ] as const) {
    const reply = await act(story.master, field, `id: "${id}", version: 1${more}`);
    expect(refusalOf(reply)).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, current: { id, doneItems: 4, version: 2 } },
    });
    expect(reply.text).not.toContain('teamId');
  }
  const same = await done(
    story.dev,
    'editSprint',
    `id: "${id}", version: 2, input: { doneItems: 4, name: "Sprint 1" }`,
  );
  expect(same.version).toBe(2);
  expect(await events(id)).toHaveLength(2);
});

test('with one key a sprint is recorded, edited and removed once', async () => {
  const key = randomUUID();
  const given = `${ofTeam('name: "Once", state: FUTURE')}, idempotencyKey: "${key}"`;
  const replies = await Promise.all([act(story.dev, 'recordSprint', given), act(story.dev, 'recordSprint', given)]);
  const ids = replies.map((reply) => reply.data?.['recordSprint']?.id);
  expect(ids[0]).toBe(ids[1]);
  const removal = `id: "${ids[0]}", version: 1, idempotencyKey: "${randomUUID()}"`;
  expect((await act(story.dev, 'removeSprint', removal)).errors).toBeUndefined();
  expect((await act(story.dev, 'removeSprint', removal)).errors).toBeUndefined();
});

describe('the list of a team', () => {
  it('has the latest first, page by page, each once; those without a day lead', async () => {
    const house = await ImpedimentStory.tell(app, 'Listed');
    const teamId = house.team.id;
    for (let month = 1; month <= 6; month += 1) {
      const days = month === 6 ? '' : `, startsOn: "2026-0${month}-02", endsBefore: "2026-0${month}-16"`;
      const input = `name: "Month ${month}", state: ${month === 6 ? 'FUTURE' : 'CLOSED'}${days}`;
      await done(house.dev, 'recordSprint', ofTeam(input, teamId));
    }
    await done(house.neighbour, 'recordSprint', ofTeam('name: "Of others", state: FUTURE', house.otherTeam.id));
    const names: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const reply: GraphqlReply<{ sprints: Page }> = await app.graphql<{ sprints: Page }>(
        house.guest.cookie,
        `query($after: String) { sprints(teamId: "Team_${teamId}", first: 2, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { name } } } }`,
        { after },
      );
      if (!reply.data) throw new Error(reply.text);
      const page: Page = reply.data.sprints;
      names.push(...page.edges.map(({ node }) => node.name));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
      expect(page.totalCount).toBe(6);
    }
    expect(names).toEqual([6, 5, 4, 3, 2, 1].map((month) => `Month ${month}`));
  });

  it.each(['first: 0', 'first: 101', 'after: "bm9uZQ"', `after: "${Buffer.from('["x","y"]').toString('base64url')}"`])(
    'refuses %s',
    async (given) => {
      const reply = await app.graphql(
        story.dev.cookie,
        `{ sprints(teamId: "Team_${story.team.id}", ${given}) { totalCount } }`,
      );
      expect(refusalOf(reply)?.code).toBe('INVALID_INPUT');
    },
  );
});

interface Page {
  totalCount: number;
  edges: { node: { name: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

test('every sprint agrees with its events', async () => {
  const found = await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    app.app.get(Verifications).run(tx),
  );
  expect(found['sprints agree with their events']).toEqual([]);
  await story.house.query(`update sprints set version = version + 1 where name = 'Sprint 1'`);
  const broken = await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    app.app.get(Verifications).run(tx),
  );
  expect(broken['sprints agree with their events']?.[0]).toMatch(/^Sprint Sprint 1 is at version/);
});
