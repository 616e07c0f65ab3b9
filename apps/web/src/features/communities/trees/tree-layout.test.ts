import type { DecisionTree } from '@chapterhouse/domain/communities/decision-tree';
import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { expect, test } from '@jest/globals';
import { drawnDirection, layOutTree, wrapped } from './tree-layout';

// Every browser has it; jsdom has not.
globalThis.structuredClone ??= (value: unknown) => JSON.parse(JSON.stringify(value));

/** A question asks three more, and so on. */
const large = (count: number): DecisionTree => ({
  direction: 'TB',
  nodes: Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    kind: index * 3 + 1 < count ? ('QUESTION' as const) : ('OUTCOME' as const),
    text: `What is to be asked in place ${index}?`,
  })),
  answers: Array.from({ length: count - 1 }, (_, index) => ({
    from: `n${Math.floor(index / 3)}`,
    to: `n${index + 1}`,
    text: `Answer ${index}`,
  })),
});

test('boxes of a tree of 200 do not lie on one another, and it grows down, not sideways', () => {
  const tree = large(200);
  const { nodes, answers, width, height } = layOutTree(tree, drawnDirection(tree, 'written'));
  expect(nodes).toHaveLength(200);
  expect(answers).toHaveLength(199);
  expect(height).toBeGreaterThan(width);
  const onEachOther = nodes.flatMap((one, index) =>
    nodes
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
          Math.abs(one.y - other.y) < (one.height + other.height) / 2,
      )
      .map((other) => [one.node.id, other.node.id]),
  );
  expect(onEachOther).toEqual([]);
});

test('a small tree is drawn as it is written, or as somebody chose', () => {
  const { tree } = readDecisionTree('flowchart BT\nA{?} -->|y| B\nA -->|n| C');
  expect(drawnDirection(tree, 'written')).toBe('BT');
  expect(drawnDirection(tree, 'right')).toBe('LR');
});

test('a tree that is not finished is drawn too: a circle, the same target twice, nothing', () => {
  const { tree } = readDecisionTree('flowchart TD\nA{?} -->|y| A\nA -->|1| B\nA -->|2| B');
  expect(layOutTree(tree, 'TB').answers).toHaveLength(3);
  expect(layOutTree({ direction: 'TB', nodes: [], answers: [] }, 'TB').nodes).toEqual([]);
});

test('words are broken between words, and cut where they are too long', () => {
  expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapped('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
});
