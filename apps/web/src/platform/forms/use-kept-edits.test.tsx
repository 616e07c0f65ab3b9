import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { viewer } from '../testing/answers';
import { renderScreen } from '../testing/render-screen';
import { lastingSession, signedIn } from '../testing/signed-in';
import type { Edits } from './use-edits';
import { useKeptEdits } from './use-kept-edits';

let edits: Edits;
afterEach(() => localStorage.clear());

function Form() {
  const kept = useKeptEdits('board:1', { level: 3, name: 'Team', days: [1, 2] });
  useEffect(() => {
    edits = kept;
  });
  return <output>{JSON.stringify(kept.changed)}</output>;
}

async function show(): Promise<void> {
  renderScreen(signedIn([{ index: true, element: <Form /> }]), '/', [lastingSession(viewer())]);
  await screen.findByRole('status');
}

test('several at once, and they are there again; what is put back as it was is not', async () => {
  await show();
  act(() => {
    edits.set('level', 5);
    edits.set('name', null);
    edits.set('days', [4]);
  });
  expect(edits.changed).toEqual(['level', 'name', 'days']);
  cleanup();
  await show();
  expect([edits.read('level'), edits.read('name'), edits.read('days')]).toEqual([5, null, [4]]);
  act(() => edits.set('name', 'Team'));
  expect(edits.changed).toEqual(['level', 'days']);
  act(() => edits.discard());
  expect([edits.changed, localStorage.length]).toEqual([[], 0]);
});

test('what nobody can read is nothing', async () => {
  await show();
  act(() => edits.set('level', 5));
  const key = localStorage.key(0) ?? '';
  const draft: unknown = JSON.parse(localStorage.getItem(key) ?? '');
  cleanup();
  for (const text of ['{', '[]', '{"level":7}', '{"level":{"from":{},"to":1}}']) {
    localStorage.setItem(key, JSON.stringify(Object.assign({}, draft, { text })));
    await show();
    expect([edits.changed, edits.read('level')]).toEqual([[], 3]);
    cleanup();
  }
});
