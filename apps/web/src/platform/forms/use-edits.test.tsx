import { expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { type Facts, useEdits } from './use-edits';

function begin(saved: Facts) {
  const { result, rerender } = renderHook(({ facts }: { facts: Facts }) => useEdits(facts), {
    initialProps: { facts: saved },
  });
  return { edits: () => result.current, becomes: (facts: Facts) => rerender({ facts }) };
}

test('what is put back as it was is no change', () => {
  const { edits } = begin({ hours: 16, days: [1, 2] });
  act(() => edits().set('hours', 8));
  act(() => edits().set('days', [1]));
  expect(edits().changed).toEqual(['hours', 'days']);
  act(() => edits().set('days', [1, 2]));
  expect(edits().changed).toEqual(['hours']);
  act(() => edits().discard());
  expect([edits().read('hours'), edits().changed]).toEqual([16, []]);
});

test('what somebody else saves follows where nothing was changed, and is told where both changed', () => {
  const { edits, becomes } = begin({ hours: 16, name: 'Team' });
  act(() => edits().set('hours', 8));
  becomes({ hours: 16, name: 'Crew' });
  expect([edits().read('name'), edits().read('hours'), edits().theirs]).toEqual(['Crew', 8, []]);
  becomes({ hours: 24, name: 'Crew' });
  expect(edits().theirs).toEqual([{ field: 'hours', now: 24 }]);
  act(() => edits().set('hours', 9));
  expect(edits().theirs).toEqual([{ field: 'hours', now: 24 }]);
  act(() => edits().set('name', 'Boat'));
  act(() => edits().takeTheirs());
  expect([edits().read('hours'), edits().read('name'), edits().changed]).toEqual([24, 'Boat', ['name']]);
});

test('who saved the same is no conflict; fields come and go', () => {
  const { edits, becomes } = begin({ 'holiday:2026-12-25': 'Christmas' });
  act(() => edits().set('holiday:2026-12-25', null));
  act(() => edits().set('holiday:2026-12-26', 'Boxing Day'));
  expect(edits().changed).toHaveLength(2);
  becomes({ 'holiday:2026-12-26': 'Boxing Day' });
  expect([edits().changed, edits().theirs]).toEqual([[], []]);
});
