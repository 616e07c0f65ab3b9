import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DecisionTree } from './decision-tree.js';
import {
  addAnswer,
  addBranch,
  addNode,
  branchOf,
  changeAnswer,
  freshNodeId,
  insertNode,
  markAsked,
  moveAnswer,
  nodeNameProblem,
  nodeWordsProblem,
  removeAnswer,
  removeBranch,
  removeNode,
  renameNode,
  rewordNode,
  targetsOf,
} from './decision-tree-edits.js';
import { readDecisionTree } from './read-decision-tree.js';
import { writeDecisionTree } from './decision-tree-writer.js';

const { tree } = readDecisionTree(
  'flowchart TD\nA{Wait?} -->|yes| B{Long?}\nA -->|no| C([Go])\nB -->|yes| D([Ask])\nB -->|no| C',
);
const EMPTY: DecisionTree = { direction: 'TB', nodes: [], answers: [] };
const drawn = ({ nodes, answers }: DecisionTree): string =>
  [
    ...nodes.map(({ id, kind, text }) => `${id} ${kind.slice(0, 1)} ${text}`),
    ...answers.map(({ from, to, text }) => `${from}>${to} ${text}`),
  ].join(', ');

describe('an edit', () => {
  it('grows a tree from nothing to one that can be walked', () => {
    const first = addNode(EMPTY, ' Is it   urgent? ', true);
    expect(readDecisionTree(writeDecisionTree(first.tree)).problems.map(({ code }) => code)).toEqual(['DEAD_END']);
    const one = addBranch(first.tree, first.id, { answer: 'yes', words: 'Call' });
    const two = addBranch(one.tree, first.id, { answer: 'no', words: 'Write' });
    expect(drawn(two.tree)).toBe('n1 Q Is it urgent?, n2 O Call, n3 O Write, n1>n2 yes, n1>n3 no');
    expect(readDecisionTree(writeDecisionTree(two.tree)).problems).toEqual([]);
  });

  it('leaves the tree as it was', () => {
    const before = structuredClone(tree);
    removeBranch(rewordNode(insertNode(tree, 0, 'Look').tree, 'A', 'Now?'), 'B');
    expect(tree).toEqual(before);
  });

  it('rewords, renames, and puts a step in between', () => {
    expect(drawn(rewordNode(tree, 'C', 'Go on'))).toContain('C O Go on');
    expect(drawn(renameNode(tree, 'C', 'go'))).toContain('go O Go, D O Ask, A>B yes, A>go no, B>D yes, B>go no');
    expect(() => renameNode(tree, 'C', 'A')).toThrow('Another node');
    const { tree: longer, id } = insertNode(tree, 2, 'Look');
    expect(drawn(longer)).toContain(`${id} S Look, A>B yes, A>C no, B>${id} yes, B>C no, ${id}>D `);
  });

  it('takes a node away, or with it what only it leads to', () => {
    expect(drawn(removeNode(tree, 'B'))).toBe('A S Wait?, C O Go, D O Ask, A>C no');
    expect(branchOf(tree, 'B')).toEqual(['B', 'D']);
    expect(drawn(removeBranch(tree, 'B'))).toBe('A S Wait?, C O Go, A>C no');
    expect(drawn(removeBranch(tree, 'A'))).toBe('');
  });

  it('changes, leads elsewhere, moves and takes away answers', () => {
    expect(drawn(changeAnswer(tree, 1, { text: 'never' }))).toContain('A>C never');
    expect(drawn(changeAnswer(tree, 1, { to: 'D' }))).toContain('A>D no');
    // The fourth follows the third among those of B, whatever stands between.
    expect(moveAnswer(tree, 3, -1).answers.map(({ from, to }) => from + to)).toEqual(['AB', 'AC', 'BC', 'BD']);
    expect(moveAnswer(tree, 0, -1)).toEqual(tree);
    expect(drawn(removeAnswer(removeAnswer(tree, 3), 2))).toContain('B O Long?');
    expect(drawn(markAsked(removeAnswer(removeAnswer(tree, 3), 2), 'B', true))).toContain('B Q Long?');
    expect(drawn(addAnswer(tree, { from: 'C', to: 'D', text: '' }))).toContain('C S Go');
    expect(() => addAnswer(tree, { from: 'C', to: 'Z', text: '' })).toThrow('no node');
  });

  it('says where an answer may lead: neither back nor twice to the same', () => {
    const ids = (from: string, position?: number): string[] => targetsOf(tree, from, position).map(({ id }) => id);
    expect(ids('B')).toEqual([]);
    expect(ids('B', 2)).toEqual(['D']);
    expect(ids('A')).toEqual(['D']);
    expect(ids('C')).toEqual(['D']);
    expect(ids('D')).toEqual(['C']);
  });

  it('checks words and names before', () => {
    expect(nodeWordsProblem(' \n')).not.toBeNull();
    expect(nodeWordsProblem('x'.repeat(501))).toContain('501');
    expect(nodeNameProblem(tree, 'A', 'end')).not.toBeNull();
    expect(nodeNameProblem(tree, 'A', 'A')).toBeNull();
    expect(freshNodeId({ ...tree, nodes: [...tree.nodes, { id: 'n1', kind: 'OUTCOME', text: 'x' }] })).toBe('n2');
  });
});

const EDITS: readonly ((tree: DecisionTree, one: number, other: number) => DecisionTree)[] = [
  (given) => addNode(given, 'New').tree,
  (given, one, other) => {
    const from = given.nodes[one % Math.max(1, given.nodes.length)];
    const [to] = from ? targetsOf(given, from.id).slice(other % 3) : [];
    return from && to ? addAnswer(given, { from: from.id, to: to.id, text: `answer ${one}` }) : given;
  },
  (given, one) => {
    const node = given.nodes[one % Math.max(1, given.nodes.length)];
    return node ? addBranch(given, node.id, { answer: `branch ${one}`, words: 'Behind' }).tree : given;
  },
  (given, one) => (given.answers.length > 0 ? insertNode(given, one % given.answers.length, 'Between').tree : given),
  (given, one) => (given.answers.length > 0 ? removeAnswer(given, one % given.answers.length) : given),
  (given, one) => (given.answers.length > 0 ? moveAnswer(given, one % given.answers.length, 1) : given),
  (given, one) => {
    const node = given.nodes[one % Math.max(1, given.nodes.length)];
    return node ? removeBranch(given, node.id) : given;
  },
  (given, one) => {
    const node = given.nodes[one % Math.max(1, given.nodes.length)];
    return node ? renameNode(given, node.id, freshNodeId(given, 'm')) : given;
  },
];

it('whatever is edited, the text tells the same tree, and targets that were offered never lead back', () => {
  const steps = fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(30), fc.nat(5)), { maxLength: 25 });
  fc.assert(
    fc.property(steps, (chosen) => {
      let edited: DecisionTree = tree;
      for (const [edit, one, other] of chosen) edited = EDITS[edit]?.(edited, one, other) ?? edited;
      const read = readDecisionTree(writeDecisionTree(edited));
      expect(read.tree).toEqual(edited);
      expect(read.problems.filter(({ code }) => code === 'CYCLE' || code === 'SAME_TARGET')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
