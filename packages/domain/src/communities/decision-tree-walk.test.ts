import { describe, expect, it } from '@jest/globals';
import { answerTaken, offeredAt, walkTotals } from './decision-tree-walk.js';
import { readDecisionTree } from './read-decision-tree.js';

const { tree } = readDecisionTree('flowchart TD\nA{One?} -->|yes| B{Two?}\nA -->|no| C\nB -->|yes| C\nB -->|no| D');
const NOW = new Date('2026-03-20T09:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const step = (way: string): { from: string; to: string } => ({ from: way[0] ?? '', to: way[1] ?? '' });

it('offers the answers in their order, none at an outcome', () => {
  expect(offeredAt(tree, 'A').map(({ text, to }) => `${text} ${to}`)).toEqual(['yes B', 'no C']);
  expect(offeredAt(tree, 'C')).toEqual([]);
});

it('takes only what is offered where the walk is', () => {
  expect(answerTaken(tree, 'A', step('AB'))?.text).toBe('yes');
  expect(answerTaken(tree, 'A', step('BC'))).toBeUndefined();
  expect(answerTaken(tree, 'A', step('AD'))).toBeUndefined();
});

describe('counts', () => {
  const walk = (ways: string[], touched: number): Parameters<typeof walkTotals>[0][number] => ({
    root: 'A',
    steps: ways.map(step),
    finished: ways.at(-1)?.endsWith('C') === true || ways.at(-1)?.endsWith('D') === true,
    touchedAt: minutesAgo(touched),
  });

  it('adds up to the walks: whoever began is at an outcome, stopped or under way', () => {
    const totals = walkTotals(
      [walk(['AB', 'BC'], 500), walk(['AC'], 500), walk(['AB'], 61), walk(['AB'], 60), walk([], 9_000)],
      NOW,
    );
    expect(totals).toEqual({
      walks: 5,
      finished: 2,
      nodes: new Map([
        ['A', { reached: 5, stopped: 1 }],
        ['B', { reached: 3, stopped: 1 }],
        ['C', { reached: 2, stopped: 0 }],
      ]),
      answers: new Map([
        ['A B', 3],
        ['B C', 1],
        ['A C', 1],
      ]),
    });
  });
});
