import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ChangesOf, itemsOf, triageBy, versioned } from '../../../test/changes-of.js';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let changes: ChangesOf;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  changes = new ChangesOf(story);
});
afterAll(() => app?.stop());

test('those that can are changed, the others are named with the reason, and one undo takes all back', async () => {
  const raised = await story.inState('RAISED');
  const other = await story.inState('RAISED');
  const resolved = await story.inState('RESOLVED');
  const stale = await story.inState('RAISED');
  const before = [await changes.rowOf(raised), await changes.rowOf(other)];
  const given = `${itemsOf([raised, other, resolved, { ...stale, version: 99 }])}${triageBy(story)}`;
  const { result } = await changes.bulk(story.master, 'triageImpediments', given);
  expect(result?.changed.map(({ key, state }) => [key, state])).toEqual([
    [raised.key, 'TRIAGED'],
    [other.key, 'TRIAGED'],
  ]);
  expect(result?.left.map(({ key, code }) => [key, code])).toEqual([
    [resolved.key, 'ILLEGAL_TRANSITION'],
    [stale.key, 'CONFLICT'],
  ]);
  expect(result?.undo?.label).toBe('Triaged 2 impediments.');
  const back = await changes.undo(story.master, result?.undo?.id ?? '');
  expect(back.result?.undone).toHaveLength(2);
  expect([await changes.rowOf(raised), await changes.rowOf(other)]).toEqual(before);
});

test('a triage of many leaves what is triaged already: owner, severity and level stay', async () => {
  const raised = await story.inState('RAISED');
  const triaged = await story.inState('TRIAGED');
  const started = await story.inState('IN_PROGRESS');
  const before = [await changes.rowOf(triaged), await changes.rowOf(started)];
  const reason = 'It is triaged already; change it by itself.';
  const { result } = await changes.bulk(
    story.master,
    'triageImpediments',
    `${itemsOf([raised, triaged, started])}, input: { ownerId: "Person_${story.neighbour.id}", severity: LOW, level: 1, nextStep: "Ask" }`,
  );
  expect(result?.changed.map(({ key }) => key)).toEqual([raised.key]);
  expect(result?.left).toEqual([
    { key: triaged.key, code: 'ILLEGAL_TRANSITION', reason },
    { key: started.key, code: 'ILLEGAL_TRANSITION', reason },
  ]);
  expect([await changes.rowOf(triaged), await changes.rowOf(started)]).toEqual(before);
});

test('an undo of many leaves the one that somebody changed since', async () => {
  const all = [await story.inState('TRIAGED'), await story.inState('TRIAGED')];
  const { result } = await changes.bulk(
    story.master,
    'assignImpediments',
    `${itemsOf(all)}, ownerId: "Person_${story.neighbour.id}"`,
  );
  const [first, second] = result?.changed ?? [];
  if (!first || !second) throw new Error('Both were assigned.');
  await story.done(story.master, 'startImpediment', versioned(second));
  const back = await changes.undo(story.master, result?.undo?.id ?? '');
  expect(back.result?.undone.map(({ key }) => key)).toEqual([first.key]);
  expect(back.result?.left.map(({ key, code }) => [key, code])).toEqual([[second.key, 'CONFLICT']]);
});

test('labels: new ones are made once, whatever their capitals; undo takes off only what was put on', async () => {
  const all = [await story.inState('RAISED'), await story.inState('RAISED')];
  const [first] = all;
  if (!first) throw new Error('There are two.');
  const single = await changes.ask<{ labels: { name: string }[] }>(
    story.dev,
    'labelImpediment',
    `id: "${first.id}", add: ["Night shift"]`,
    'labels { name }',
  );
  expect(single.result?.labels).toEqual([{ name: 'Night shift' }]);
  const { result } = await changes.bulk(
    story.master,
    'labelImpediments',
    `${itemsOf(all)}, add: ["night SHIFT", "Quay"]`,
  );
  expect(result?.changed).toHaveLength(2);
  expect(await changes.rowOf(first)).toMatchObject({ labels: ['Night shift', 'Quay'] });
  await changes.undo(story.master, result?.undo?.id ?? '');
  expect(await changes.rowOf(first)).toMatchObject({ labels: ['Night shift'] });
});

test('what is at the level already has nothing to change, and holds up nobody', async () => {
  const [there, below] = [await story.inState('TRIAGED'), await story.inState('TRIAGED')];
  const up = await changes.bulk(story.master, 'setImpedimentsLevel', `${itemsOf([there])}, level: 1, reason: "Stuck"`);
  const [moved] = up.result?.changed ?? [];
  if (!moved) throw new Error('It went up.');
  const { result } = await changes.bulk(
    story.master,
    'setImpedimentsLevel',
    `${itemsOf([moved, below])}, level: 1, reason: "Both are of one team"`,
  );
  expect([result?.changed.map(({ key }) => key), result?.left]).toEqual([[below.key], []]);
});

test('the same items in two orders at once: both end, nothing is lost', async () => {
  const all = [await story.inState('TRIAGED'), await story.inState('TRIAGED'), await story.inState('TRIAGED')];
  const replies = await Promise.all([
    changes.bulk(story.master, 'labelImpediments', `${itemsOf(all)}, add: ["one"]`),
    changes.bulk(story.master, 'labelImpediments', `${itemsOf(all.toReversed())}, add: ["two"]`),
  ]);
  expect(replies.map(({ result }) => result?.changed.length)).toEqual([3, 3]);
  for (const it of all) expect(await changes.rowOf(it)).toMatchObject({ labels: ['one', 'two'] });
});

test('one foreign or unknown id refuses the whole call, and nothing changes', async () => {
  const own = await story.inState('TRIAGED');
  const foreign = await abroad.inState('TRIAGED');
  const before = await changes.rowOf(own);
  const { code } = await changes.bulk(
    story.master,
    'setImpedimentsLevel',
    `${itemsOf([own, foreign])}, level: 1, reason: "Stuck"`,
  );
  expect(code).toBe('NOT_FOUND');
  expect(await changes.rowOf(own)).toEqual(before);
});

test.each([
  ['none', 'items: []', 'items'],
  ['no level of ours', '', 'level'],
])('%s is refused by field', async (_what, items, field) => {
  const it = await story.inState('TRIAGED');
  const { code, reply } = await changes.bulk(
    story.master,
    'setImpedimentsLevel',
    `${items || itemsOf([it])}, level: 9, reason: "x"`,
  );
  expect(code).toBe('INVALID_INPUT');
  expect(reply.text).toContain(`"field":"${field}"`);
});

test('the same twice, and more than 500, are refused; who may do none of it is told so', async () => {
  const it = await story.inState('TRIAGED');
  const twice = await changes.bulk(story.master, 'labelImpediments', `${itemsOf([it, it])}, add: ["x"]`);
  expect(twice.code).toBe('INVALID_INPUT');
  const refused = await changes.bulk(story.neighbour, 'setImpedimentsLevel', `${itemsOf([it])}, level: 1, reason: "x"`);
  expect(refused.code).toBe('FORBIDDEN');
});
