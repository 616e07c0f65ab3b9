import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MeetingStory } from '../../../../test/meeting-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { ActionReminders } from './action-reminders.js';

interface ToldAction {
  id: string;
  title: string;
  owner: { name: string };
  dueOn: string;
  state: string;
  result: string | null;
  endedAt: string | null;
  carried: number;
  version: number;
  viewerCan: string[];
}

const ACTION = 'id title owner { name } dueOn state result endedAt carried version viewerCan';

let app: TestApp;
let story: MeetingStory;
let abroad: MeetingStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await MeetingStory.tell(app, 'Harbour');
  abroad = await MeetingStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

const person = ({ id }: TestPerson): string => `Person_${id}`;
const codeOf = (reply: GraphqlReply<unknown>): string | undefined => reply.errors?.[0]?.extensions.code;

function tryAdding(
  by: TestPerson,
  more: object = {},
  key: string | null = null,
): Promise<GraphqlReply<{ addAction: ToldAction }>> {
  return story.act(
    by,
    `mutation ($input: ActionInput!, $key: String) { addAction(input: $input, idempotencyKey: $key) { ${ACTION} } }`,
    { input: { title: 'Ask the vendor', ownerId: person(story.ana), dueOn: story.day(3), ...more }, key },
  );
}

async function add(by: TestPerson, more: object = {}): Promise<ToldAction> {
  const reply = await tryAdding(by, more);
  if (!reply.data) throw new Error(reply.text);
  return reply.data.addAction;
}

function change(
  by: TestPerson,
  field: string,
  { id, version }: ToldAction,
  given = '',
): Promise<GraphqlReply<Record<string, ToldAction>>> {
  return story.act(
    by,
    `mutation ($id: ID!, $version: Int!) { ${field}(id: $id, version: $version${given}) { ${ACTION} } }`,
    {
      id,
      version,
    },
  );
}

async function changed(by: TestPerson, field: string, action: ToldAction, given = ''): Promise<ToldAction> {
  const reply = await change(by, field, action, given);
  const result = reply.data?.[field];
  if (!result) throw new Error(reply.text);
  return result;
}

async function listed(by: TestPerson, filter: string): Promise<string[]> {
  const { actions } = await story.done<{ actions: { totalCount: number; edges: { node: ToldAction }[] } }>(
    by,
    `{ actions(filter: {${filter}}, first: 50) { totalCount edges { node { title } } } }`,
  );
  expect(actions.totalCount).toBe(actions.edges.length);
  return actions.edges.map(({ node }) => node.title);
}

describe('an action', () => {
  it('is promised, done and taken up again, each on the record', async () => {
    const action = await add(story.ben, { teamId: `Team_${story.team.id}` });
    expect(action).toMatchObject({ owner: { name: 'Ana' }, state: 'OPEN', result: null, carried: 0, version: 1 });
    expect(action.viewerCan).toEqual(['action:edit', 'action:complete', 'action:drop']);
    const edited = await changed(story.ana, 'editAction', action, `, changes: { title: "Call the vendor" }`);
    expect(edited).toMatchObject({ title: 'Call the vendor', version: 2 });
    const done = await changed(story.ana, 'completeAction', edited, ', result: "They pay"');
    expect(done).toMatchObject({ state: 'DONE', result: 'They pay', viewerCan: ['action:reopen'], version: 3 });
    expect(codeOf(await change(story.ana, 'dropAction', done, ', reason: "No"'))).toBe('ACTION_IN_OTHER_STATE');
    expect(codeOf(await change(story.ana, 'reopenAction', edited))).toBe('CONFLICT');
    const again = await changed(story.ana, 'reopenAction', done);
    expect(again).toMatchObject({ state: 'OPEN', result: null, endedAt: null });
    const dropped = await changed(story.ben, 'dropAction', again, ', reason: "Nobody needs it"');
    expect(dropped).toMatchObject({ state: 'DROPPED', result: 'Nobody needs it' });
    const events = await story.house.query<{ name: string }>(
      'select name from events where organization_id = $1 and subject_id = $2 order by id',
      [story.house.id, action.id.replace('ActionItem_', '')],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'action.added',
      'action.edited',
      'action.completed',
      'action.reopened',
      'action.dropped',
    ]);
    expect(await story.wrong()).toEqual([]);
  });

  it('is its owner’s, its writer’s and the facilitator’s to change', async () => {
    const action = await add(story.ben);
    expect(codeOf(await change(story.cem, 'completeAction', action))).toBe('FORBIDDEN');
    const { node } = await story.done<{ node: ToldAction }>(
      story.cem,
      `query ($id: ID!) { node(id: $id) { ... on ActionItem { viewerCan } } }`,
      { id: action.id },
    );
    expect(node.viewerCan).toEqual([]);
    const meeting = await story.plan();
    const atMeeting = await add(story.ben, { occurrenceId: meeting.next[2]?.id, ownerId: person(story.ben) });
    // The third turn is Cem's.
    expect(await changed(story.cem, 'completeAction', atMeeting)).toMatchObject({ state: 'DONE' });
  });

  it('is added once per key, and at a meeting only by who is invited', async () => {
    const key = randomUUID();
    const first = await tryAdding(story.ben, { title: 'Once' }, key);
    const second = await tryAdding(story.ben, { title: 'Once' }, key);
    expect(second.data?.addAction.id).toBe(first.data?.addAction.id);
    const meeting = await story.plan();
    const refused = await tryAdding(story.neighbour, { occurrenceId: meeting.next[0]?.id });
    expect(codeOf(refused)).toBe('FORBIDDEN');
  });

  it.each([
    [{ title: ' ' }, 'title'],
    [{ dueOn: '2020-01-01' }, 'dueOn'],
    [{ dueOn: '2190-01-01' }, 'dueOn'],
  ])('is refused with %j', async (wrong, field) => {
    const reply = await tryAdding(story.ben, wrong);
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
  });

  it('points to nothing of another organization', async () => {
    const meeting = await abroad.plan();
    for (const foreign of [
      { ownerId: person(abroad.ana) },
      { teamId: `Team_${abroad.team.id}` },
      { occurrenceId: meeting.next[0]?.id },
      { chapterId: `Chapter_${randomUUID()}` },
      { impedimentId: `Impediment_${randomUUID()}` },
    ])
      expect(codeOf(await tryAdding(story.ben, foreign))).toBe('NOT_FOUND');
    const action = await add(story.ben);
    expect(
      codeOf(
        await abroad.act(abroad.master, `mutation ($id: ID!) { completeAction(id: $id, version: 1) { id } }`, {
          id: action.id,
        }),
      ),
    ).toBe('NOT_FOUND');
  });

  it('is found by whose it is, its team and whether it is overdue', async () => {
    const title = `Of Cem ${randomUUID()}`;
    const action = await add(story.cem, { title, ownerId: person(story.cem), teamId: `Team_${story.team.id}` });
    expect(await listed(story.cem, 'mine: true, state: OPEN')).toContain(title);
    expect(await listed(story.ben, 'mine: true')).not.toContain(title);
    expect(await listed(story.ben, `teamId: "Team_${story.team.id}"`)).toContain(title);
    expect(await listed(story.ben, 'overdue: true')).not.toContain(title);
    await story.house.query('update action_items set due_on = $3 where organization_id = $1 and id = $2', [
      story.house.id,
      action.id.replace('ActionItem_', ''),
      story.day(-1),
    ]);
    expect(await listed(story.ben, 'overdue: true')).toContain(title);
  });
});

describe('what is followed up', () => {
  it('shows at the next dates until it is done', async () => {
    const meeting = await story.plan();
    const [first, second] = meeting.next;
    const action = await add(story.ana, { occurrenceId: first?.id, title: 'Follow me' });
    const shown = async (id: string | undefined): Promise<string[]> => {
      const { occurrence } = await story.done<{ occurrence: { actions: { title: string }[] } }>(
        story.ana,
        'query ($id: ID!) { occurrence(id: $id) { actions { title } } }',
        { id },
      );
      return occurrence.actions.map(({ title }) => title);
    };
    expect(await shown(first?.id)).toEqual(['Follow me']);
    expect(await shown(second?.id)).toEqual(['Follow me']);
    await changed(story.ana, 'completeAction', action);
    expect(await shown(first?.id)).toEqual(['Follow me']);
    expect(await shown(second?.id)).toEqual([]);
  });

  it('counts how often it was carried on', async () => {
    const meeting = await story.plan();
    const action = await add(story.ana, { occurrenceId: meeting.next[0]?.id });
    const { id } = story.house;
    await story.house.query('update cadences set starts_at = $3 where organization_id = $1 and id = $2', [
      id,
      meeting.id.replace('Cadence_', ''),
      `${story.day(-4)}T00:00`,
    ]);
    await story.house.query('update action_items set original_start = $3 where organization_id = $1 and id = $2', [
      id,
      action.id.replace('ActionItem_', ''),
      `${story.day(-4)}T00:00`,
    ]);
    const { actions } = await story.done<{ actions: { edges: { node: ToldAction }[] } }>(
      story.ana,
      `query ($id: ID) { actions(filter: { cadenceId: $id }) { edges { node { carried } } } }`,
      { id: meeting.id },
    );
    // On each of the four days since, today's has begun at midnight.
    expect(actions.edges.map(({ node }) => node.carried)).toEqual([4]);
  });
});

it('its owner is told once that it is theirs, that it is due and that it is overdue', async () => {
  const other = await MeetingStory.tell(app, 'Ferry');
  const { addAction } = await other.done<{ addAction: ToldAction }>(
    other.ben,
    `mutation ($input: ActionInput!) { addAction(input: $input) { ${ACTION} } }`,
    { input: { title: 'Ask', ownerId: person(other.ana), dueOn: other.day(0) } },
  );
  const reminders = app.app.get(ActionReminders);
  const now = new Date();
  expect(await reminders.due(other.house.id, now)).toBe(1);
  expect(await reminders.due(other.house.id, now)).toBe(0);
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000);
  expect(await reminders.due(other.house.id, tomorrow)).toBe(1);
  expect(await reminders.due(other.house.id, tomorrow)).toBe(0);
  expect(await other.told(other.ana)).toEqual([
    'ACTION_GIVEN action.added',
    'ACTION_DUE action.due',
    'ACTION_DUE action.overdue',
  ]);
  expect(await other.told(other.ben)).toEqual([]);
  // Another day is another promise; done is done.
  await other.done(other.ana, 'mutation ($id: ID!) { completeAction(id: $id, version: 1) { id } }', {
    id: addAction.id,
  });
  expect(await reminders.due(other.house.id, new Date(now.getTime() + 48 * 3_600_000))).toBe(0);
  await other.settle();
  expect(await other.done(other.ana, '{ inbox { unreadCount } }')).toEqual({ inbox: { unreadCount: 0 } });
  expect(await other.wrong()).toEqual([]);
});
