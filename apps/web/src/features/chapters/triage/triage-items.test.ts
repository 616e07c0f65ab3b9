import { describe, expect, test } from '@jest/globals';
import { item, ROWAN, session } from '../testing/triage-facts';
import { mostWanted, nextOf } from './triage-items';
import { newsOf } from './use-triage-news';

const at = (n: number) => ({ __typename: 'TriageItem' as const, id: `item-${n}` });

describe('what comes next', () => {
  test('is the first item while none is under discussion', () => {
    expect(nextOf(session())?.id).toBe('item-1');
  });
  test('is the next one without a result, and what was left out at the end of the round', () => {
    const items = [item(1), item(2), item(3, { result: 'PARKED' }), item(4)];
    expect(nextOf(session({ current: at(2), items }))?.id).toBe('item-4');
    expect(nextOf(session({ current: at(4), items }))?.id).toBe('item-1');
  });
  test('is nothing when only the present one is open', () => {
    expect(nextOf(session({ current: at(1), items: [item(1), item(2, { result: 'DECLINED' })] }))).toBeNull();
  });
});

test('most dots are those of one item that is open still', () => {
  expect(mostWanted([item(1, { dots: 2 }), item(2, { dots: 1 })])?.id).toBe('item-1');
  expect(mostWanted([item(1, { dots: 2 }), item(2, { dots: 2 })])).toBeNull();
  expect(mostWanted([item(1, { dots: 3, result: 'PARKED' }), item(2, { dots: 1 })])?.id).toBe('item-2');
  expect(mostWanted([item(1), item(2)])).toBeNull();
});

test('what happened is said once: a result, who leads, what is taken up', () => {
  const before = session({ current: at(1) });
  const items = [item(1, { result: 'TRIAGED' }), item(2), item(3)];
  expect(newsOf(before, before)).toBe('');
  expect(newsOf(before, session({ current: at(2), items, facilitator: ROWAN }))).toBe(
    'IMP-1 Ramp 1 is closed: triaged. Rowan Squall facilitates now. Under discussion: IMP-2 Ramp 2 is closed.',
  );
  expect(newsOf(before, session({ state: 'ENDED', items }))).toBe('The triage has ended.');
});
