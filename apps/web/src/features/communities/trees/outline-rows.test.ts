import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { expect, test } from '@jest/globals';
import { outlineRows, shownRows } from './outline-rows';

const rowsOf = (text: string) => outlineRows(readDecisionTree(text).tree);
const drawn = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ node, depth, again }) => `${'.'.repeat(depth)}${node.id}${again ? '*' : ''}`).join(' ');

test('every node stands below the answer that leads to it; the second time without its own', () => {
  const rows = rowsOf('flowchart TD\nA{?} -->|y| B{?}\nA -->|n| C{?}\nB -->|y| D\nB -->|n| C\nC -->|1| E\nC -->|2| F');
  expect(drawn(rows)).toBe('A .B ..D ..C ...E ...F .C*');
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  expect(drawn(shownRows(rows, new Set(['A/0'])))).toBe('A .B .C*');
});

test('what nothing leads to, and a circle, are told all the same', () => {
  expect(drawn(rowsOf('flowchart TD\nA{?} -->|y| B\nA -->|n| C\nX -->|1| Y\nX -->|2| X'))).toBe('A .B .C X .Y .X*');
});
