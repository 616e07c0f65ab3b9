import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { ChangesOf, triageBy, versioned } from '../../../test/changes-of.js';
import { ImpedimentStory, type TestImpediment } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

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

interface Offered {
  version: number;
  viewerUndo: { id: string; label: string; until: string } | null;
}

const offerOf = (person: TestPerson, field: string, it: TestImpediment, more: string) =>
  changes.ask<Offered>(person, field, `${versioned(it)}${more}`, 'version viewerUndo { id label until }');

const triage = (): string => triageBy(story);

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

test.each(CHANGES)('%s from %s comes back to the last detail, as a change of its own', async (field, from, more) => {
  const it = await story.inState(from);
  const before = await changes.rowOf(it);
  const { result } = await offerOf(story.master, field, it, more());
  expect(result?.viewerUndo?.label).toContain(it.key);
  expect(await changes.rowOf(it)).not.toEqual(before);
  const { result: taken } = await changes.undo(story.master, result?.viewerUndo?.id ?? '');
  expect(taken).toMatchObject({ undone: [{ id: it.id, version: it.version + 2, state: from }], left: [] });
  expect(await changes.rowOf(it)).toEqual(before);
  expect((await story.events(it.id)).at(-1)).toBe('impediment.undone');
});

test('a duplicate takes back what it gave, and leaves the other what it had', async () => {
  const original = await story.inState('RAISED', 'The port is closed');
  const it = await story.inState('RAISED', 'Port closed');
  await story.done(story.neighbour, 'addAffectedTeam', `id: "${it.id}", teamId: "Team_${story.otherTeam.id}"`);
  const before = [await changes.rowOf(original), await changes.rowOf(it)];
  const { result } = await offerOf(story.master, 'markImpedimentDuplicate', it, `, duplicateOfKey: "${original.key}"`);
  expect(await changes.rowOf(original)).not.toEqual(before[0]);
  expect((await changes.undo(story.master, result?.viewerUndo?.id ?? '')).code).toBeUndefined();
  expect([await changes.rowOf(original), await changes.rowOf(it)]).toEqual(before);
});

test('what somebody changed since is a conflict, and stays', async () => {
  const it = await story.inState('TRIAGED');
  const { result } = await offerOf(story.master, 'startImpediment', it, '');
  const edited = await story.done(
    story.dev,
    'editImpediment',
    `id: "${it.id}", version: ${result?.version}, input: { title: "Mine now" }`,
  );
  expect((await changes.undo(story.master, result?.viewerUndo?.id ?? '')).code).toBe('CONFLICT');
  expect(await changes.rowOf(edited)).toMatchObject({ title: 'Mine now', state: 'IN_PROGRESS' });
});

test('only whoever made it, once, in time', async () => {
  const it = await story.inState('TRIAGED');
  const { result } = await offerOf(story.master, 'startImpediment', it, '');
  const id = result?.viewerUndo?.id ?? '';
  for (const other of [story.dev, story.guest, abroad.master])
    expect((await changes.undo(other, id)).code).toBe('NOT_FOUND');
  expect((await changes.undo(story.master, id, ', idempotencyKey: "twice-the-same"')).result?.undone).toHaveLength(1);
  expect((await changes.undo(story.master, id, ', idempotencyKey: "twice-the-same"')).result?.undone).toHaveLength(1);
  expect((await changes.undo(story.master, id)).code).toBe('UNDO_GONE');
  expect((await story.events(it.id)).filter((name) => name === 'impediment.undone')).toHaveLength(1);

  const late = await offerOf(story.master, 'startImpediment', { ...it, version: it.version + 2 }, '');
  await story.house.query(`update impediment_undos set made_at = made_at - interval '16 seconds' where id = $1`, [
    late.result?.viewerUndo?.id.replace('UndoOffer_', ''),
  ]);
  expect((await changes.undo(story.master, late.result?.viewerUndo?.id ?? '')).code).toBe('UNDO_EXPIRED');
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
