import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { ImpedimentStory, type TestImpediment } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

interface Offered {
  version: number;
  viewerUndo: { id: string; label: string; until: string } | null;
}
interface Bulk {
  changed: TestImpediment[];
  left: { key: string; code: string; reason: string }[];
  undo: { id: string; label: string } | null;
}

const versioned = ({ id, version }: TestImpediment): string => `id: "${id}", version: ${version}`;
const itemsOf = (all: TestImpediment[]): string => `items: [${all.map((one) => `{ ${versioned(one)} }`).join(', ')}]`;

async function ask<T>(person: TestPerson, field: string, given: string, selection: string) {
  const reply = await app.graphql<Record<string, T>>(person.cookie, `mutation { ${field}(${given}) { ${selection} } }`);
  return { result: reply.data?.[field], code: reply.errors?.[0]?.extensions.code, reply };
}
const bulk = (person: TestPerson, field: string, given: string) =>
  ask<Bulk>(person, field, given, 'changed { id key version state title } left { key code reason } undo { id label }');
const undo = (person: TestPerson, id: string, more = '') =>
  ask<{ undone: TestImpediment[]; left: { key: string; code: string }[] }>(
    person,
    'undoImpedimentChange',
    `id: "${id}"${more}`,
    'undone { id key version state title } left { key code }',
  );

/** Everything of the row that undoing has to bring back. */
async function rowOf({ id }: TestImpediment): Promise<Record<string, unknown>> {
  const [row] = await story.house.query<Record<string, unknown>>(
    `select i.*, array(select team_id from impediment_teams t where t.impediment_id = i.id order by 1) as teams,
            array(select person_id from impediment_watchers w where w.impediment_id = i.id order by 1) as watchers,
            array(select l.name from impediment_labels x join labels l on l.id = x.label_id where x.impediment_id = i.id order by 1) as labels
       from impediments i where i.organization_id = $1 and i.id = $2`,
    [story.house.id, id.replace('Impediment_', '')],
  );
  const { version: _, updated_at: __, ...rest } = row ?? {};
  return rest;
}

const offerOf = (person: TestPerson, field: string, it: TestImpediment, more: string) =>
  ask<Offered>(person, field, `${versioned(it)}${more}`, 'version viewerUndo { id label until }');

const triage = (): string =>
  `, input: { ownerId: "Person_${story.dev.id}", severity: LOW, level: 2, nextStep: "Ask", dueOn: "2031-01-01" }`;

/** A change, from which state, and what it needs besides the impediment. */
const CHANGES: [field: string, from: ImpedimentState, more: () => string][] = [
  ['triageImpediment', 'RAISED', triage],
  ['triageImpediment', 'IN_PROGRESS', triage],
  ['startImpediment', 'TRIAGED', () => ''],
  ['resolveImpediment', 'IN_PROGRESS', () => ', resolution: "Gone"'],
  ['closeImpediment', 'RESOLVED', () => ''],
  ['declineImpediment', 'TRIAGED', () => ', reason: "No"'],
  ['reopenImpediment', 'CLOSED', () => ', reason: "Back"'],
  ['reopenImpediment', 'DECLINED', () => ', reason: "Back"'],
  ['setImpedimentLevel', 'TRIAGED', () => ', level: 1, reason: "Stuck"'],
  ['assignImpediment', 'TRIAGED', () => `, ownerId: "Person_${story.dev.id}"`],
];

describe('undo', () => {
  test.each(CHANGES)('%s from %s comes back to the last detail, as a change of its own', async (field, from, more) => {
    const it = await story.inState(from);
    const before = await rowOf(it);
    const { result } = await offerOf(story.master, field, it, more());
    expect(result?.viewerUndo?.label).toContain(it.key);
    expect(await rowOf(it)).not.toEqual(before);
    const { result: taken } = await undo(story.master, result?.viewerUndo?.id ?? '');
    expect(taken).toMatchObject({ undone: [{ id: it.id, version: it.version + 2, state: from }], left: [] });
    expect(await rowOf(it)).toEqual(before);
    expect((await story.events(it.id)).at(-1)).toBe('impediment.undone');
  });

  test('a duplicate takes back what it gave, and leaves the other what it had', async () => {
    const original = await story.inState('RAISED', 'The port is closed');
    const it = await story.inState('RAISED', 'Port closed');
    await story.done(story.neighbour, 'addAffectedTeam', `id: "${it.id}", teamId: "Team_${story.otherTeam.id}"`);
    const before = [await rowOf(original), await rowOf(it)];
    const { result } = await offerOf(
      story.master,
      'markImpedimentDuplicate',
      it,
      `, duplicateOfKey: "${original.key}"`,
    );
    expect(await rowOf(original)).not.toEqual(before[0]);
    expect((await undo(story.master, result?.viewerUndo?.id ?? '')).code).toBeUndefined();
    expect([await rowOf(original), await rowOf(it)]).toEqual(before);
  });

  test('what somebody changed since is a conflict, and stays', async () => {
    const it = await story.inState('TRIAGED');
    const { result } = await offerOf(story.master, 'startImpediment', it, '');
    const edited = await story.done(
      story.dev,
      'editImpediment',
      `id: "${it.id}", version: ${result?.version}, input: { title: "Mine now" }`,
    );
    expect((await undo(story.master, result?.viewerUndo?.id ?? '')).code).toBe('CONFLICT');
    expect(await rowOf(edited)).toMatchObject({ title: 'Mine now', state: 'IN_PROGRESS' });
  });

  test('only whoever made it, once, in time', async () => {
    const it = await story.inState('TRIAGED');
    const { result } = await offerOf(story.master, 'startImpediment', it, '');
    const id = result?.viewerUndo?.id ?? '';
    for (const other of [story.dev, story.guest, abroad.master]) expect((await undo(other, id)).code).toBe('NOT_FOUND');
    expect((await undo(story.master, id, ', idempotencyKey: "twice-the-same"')).result?.undone).toHaveLength(1);
    expect((await undo(story.master, id, ', idempotencyKey: "twice-the-same"')).result?.undone).toHaveLength(1);
    expect((await undo(story.master, id)).code).toBe('UNDO_GONE');
    expect((await story.events(it.id)).filter((name) => name === 'impediment.undone')).toHaveLength(1);

    const late = await offerOf(story.master, 'startImpediment', { ...it, version: it.version + 2 }, '');
    await story.house.query(`update impediment_undos set made_at = made_at - interval '16 seconds' where id = $1`, [
      late.result?.viewerUndo?.id.replace('UndoOffer_', ''),
    ]);
    expect((await undo(story.master, late.result?.viewerUndo?.id ?? '')).code).toBe('UNDO_EXPIRED');
  });

  test('nobody is offered what somebody else did, nor what is no longer so', async () => {
    const it = await story.inState('TRIAGED');
    const { result } = await offerOf(story.master, 'startImpediment', it, '');
    const seen = await app.graphql<{ impediment: Offered }>(
      story.dev.cookie,
      `{ impediment(key: "${it.key}") { version viewerUndo { id } } }`,
    );
    expect(seen.data?.impediment.viewerUndo).toBeNull();
    await story.done(
      story.dev,
      'editImpediment',
      `id: "${it.id}", version: ${result?.version}, input: { title: "Other" }`,
    );
    const own = await app.graphql<{ impediment: Offered }>(
      story.master.cookie,
      `{ impediment(key: "${it.key}") { version viewerUndo { id } } }`,
    );
    expect(own.data?.impediment.viewerUndo).toBeNull();
  });
});

describe('many at once', () => {
  test('those that can are changed, the others are named with the reason, and one undo takes all back', async () => {
    const raised = await story.inState('RAISED');
    const other = await story.inState('RAISED');
    const resolved = await story.inState('RESOLVED');
    const stale = await story.inState('RAISED');
    const before = [await rowOf(raised), await rowOf(other)];
    const given = `${itemsOf([raised, other, resolved, { ...stale, version: 99 }])}${triage()}`;
    const { result } = await bulk(story.master, 'triageImpediments', given);
    expect(result?.changed.map(({ key, state }) => [key, state])).toEqual([
      [raised.key, 'TRIAGED'],
      [other.key, 'TRIAGED'],
    ]);
    expect(result?.left.map(({ key, code }) => [key, code])).toEqual([
      [resolved.key, 'ILLEGAL_TRANSITION'],
      [stale.key, 'CONFLICT'],
    ]);
    expect(result?.undo?.label).toBe('Triaged 2 impediments.');
    const back = await undo(story.master, result?.undo?.id ?? '');
    expect(back.result?.undone).toHaveLength(2);
    expect([await rowOf(raised), await rowOf(other)]).toEqual(before);
  });

  test('a triage of many leaves what is triaged already: owner, severity and level stay', async () => {
    const raised = await story.inState('RAISED');
    const triaged = await story.inState('TRIAGED');
    const started = await story.inState('IN_PROGRESS');
    const before = [await rowOf(triaged), await rowOf(started)];
    const reason = 'It is triaged already; change it by itself.';
    const { result } = await bulk(
      story.master,
      'triageImpediments',
      `${itemsOf([raised, triaged, started])}, input: { ownerId: "Person_${story.neighbour.id}", severity: LOW, level: 1, nextStep: "Ask" }`,
    );
    expect(result?.changed.map(({ key }) => key)).toEqual([raised.key]);
    expect(result?.left).toEqual([
      { key: triaged.key, code: 'ILLEGAL_TRANSITION', reason },
      { key: started.key, code: 'ILLEGAL_TRANSITION', reason },
    ]);
    expect([await rowOf(triaged), await rowOf(started)]).toEqual(before);
  });

  test('an undo of many leaves the one that somebody changed since', async () => {
    const all = [await story.inState('TRIAGED'), await story.inState('TRIAGED')];
    const { result } = await bulk(
      story.master,
      'assignImpediments',
      `${itemsOf(all)}, ownerId: "Person_${story.neighbour.id}"`,
    );
    const [first, second] = result?.changed ?? [];
    if (!first || !second) throw new Error('Both were assigned.');
    await story.done(story.master, 'startImpediment', versioned(second));
    const back = await undo(story.master, result?.undo?.id ?? '');
    expect(back.result?.undone.map(({ key }) => key)).toEqual([first.key]);
    expect(back.result?.left.map(({ key, code }) => [key, code])).toEqual([[second.key, 'CONFLICT']]);
  });

  test('labels: new ones are made once, whatever their capitals; undo takes off only what was put on', async () => {
    const all = [await story.inState('RAISED'), await story.inState('RAISED')];
    const [first] = all;
    if (!first) throw new Error('There are two.');
    const single = await ask<{ labels: { name: string }[] }>(
      story.dev,
      'labelImpediment',
      `id: "${first.id}", add: ["Night shift"]`,
      'labels { name }',
    );
    expect(single.result?.labels).toEqual([{ name: 'Night shift' }]);
    const { result } = await bulk(story.master, 'labelImpediments', `${itemsOf(all)}, add: ["night SHIFT", "Quay"]`);
    expect(result?.changed).toHaveLength(2);
    expect(await rowOf(first)).toMatchObject({ labels: ['Night shift', 'Quay'] });
    await undo(story.master, result?.undo?.id ?? '');
    expect(await rowOf(first)).toMatchObject({ labels: ['Night shift'] });
  });

  test('the same items in two orders at once: both end, nothing is lost', async () => {
    const all = [await story.inState('TRIAGED'), await story.inState('TRIAGED'), await story.inState('TRIAGED')];
    const replies = await Promise.all([
      bulk(story.master, 'labelImpediments', `${itemsOf(all)}, add: ["one"]`),
      bulk(story.master, 'labelImpediments', `${itemsOf(all.toReversed())}, add: ["two"]`),
    ]);
    expect(replies.map(({ result }) => result?.changed.length)).toEqual([3, 3]);
    for (const it of all) expect(await rowOf(it)).toMatchObject({ labels: ['one', 'two'] });
  });

  test('one foreign or unknown id refuses the whole call, and nothing changes', async () => {
    const own = await story.inState('TRIAGED');
    const foreign = await abroad.inState('TRIAGED');
    const before = await rowOf(own);
    const { code } = await bulk(
      story.master,
      'setImpedimentsLevel',
      `${itemsOf([own, foreign])}, level: 1, reason: "Stuck"`,
    );
    expect(code).toBe('NOT_FOUND');
    expect(await rowOf(own)).toEqual(before);
  });

  test.each([
    ['none', 'items: []', 'items'],
    ['no level of ours', '', 'level'],
  ])('%s is refused by field', async (_what, items, field) => {
    const it = await story.inState('TRIAGED');
    const { code, reply } = await bulk(
      story.master,
      'setImpedimentsLevel',
      `${items || itemsOf([it])}, level: 9, reason: "x"`,
    );
    expect(code).toBe('INVALID_INPUT');
    expect(reply.text).toContain(`"field":"${field}"`);
  });

  test('the same twice, and more than 500, are refused; who may do none of it is told so', async () => {
    const it = await story.inState('TRIAGED');
    const twice = await bulk(story.master, 'labelImpediments', `${itemsOf([it, it])}, add: ["x"]`);
    expect(twice.code).toBe('INVALID_INPUT');
    const refused = await bulk(story.neighbour, 'setImpedimentsLevel', `${itemsOf([it])}, level: 1, reason: "x"`);
    expect(refused.code).toBe('FORBIDDEN');
  });
});

test('people of an affected team may take it, and give it to nobody else', async () => {
  const it = await story.inState('TRIAGED');
  const give = (to: TestPerson) =>
    ask<TestImpediment>(story.dev, 'assignImpediment', `${versioned(it)}, ownerId: "Person_${to.id}"`, 'id');
  expect((await give(story.neighbour)).code).toBe('FORBIDDEN');
  expect((await give(story.dev)).code).toBeUndefined();
});

test('blocked team-days count each team from the day it was affected', async () => {
  const it = await story.inState('RAISED');
  await story.done(story.neighbour, 'addAffectedTeam', `id: "${it.id}", teamId: "Team_${story.otherTeam.id}"`);
  const id = it.id.replace('Impediment_', '');
  await story.house.query(
    `update impediments set raised_at = now() - interval '21 days' where organization_id = $1 and id = $2`,
    [story.house.id, id],
  );
  await story.house.query(
    `update impediment_teams set added_at = now() - interval '14 days' where organization_id = $1 and impediment_id = $2 and team_id = $3`,
    [story.house.id, id, story.otherTeam.id],
  );
  await story.house.query(
    `update impediment_teams set added_at = now() - interval '90 days' where organization_id = $1 and impediment_id = $2 and team_id = $3`,
    [story.house.id, id, story.team.id],
  );
  const seen = await app.graphql<{ impediment: { blockedTeamDays: number } }>(
    story.dev.cookie,
    `{ impediment(key: "${it.key}") { blockedTeamDays } }`,
  );
  // Three weeks and two weeks of five working days.
  expect(seen.data?.impediment.blockedTeamDays).toBe(25);
});
