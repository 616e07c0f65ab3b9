import {
  type DecisionTree,
  kindOf,
  TREE_ANSWERS_LIMIT,
  TREE_NODES_LIMIT,
  type TreeAnswer,
  type TreeNode,
} from './decision-tree.js';
import { isNodeId } from './decision-tree-nodes.js';
import { tidyWords, TREE_WORDS_LIMIT } from './decision-tree-words.js';

/**
 * Editing a tree as a tree: each edit answers a new tree and leaves the given one as it was. What an edit makes of the tree may
 * be wrong for a while (a question that has one answer yet); the text's own check says so. Answers go by their position in
 * `tree.answers`, for two of them may lead from one node to the same.
 */

/** A tree with a node more, and what that node is called. */
export interface GrownTree {
  tree: DecisionTree;
  id: string;
}

/** A name that no node has, made of the least number that is free. */
export function freshNodeId({ nodes }: DecisionTree, beginning = 'n'): string {
  const taken = new Set(nodes.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${beginning}${number}`)) number += 1;
  return `${beginning}${number}`;
}

/** Null: a node can be said so; else a sentence that says what to do. */
export function nodeWordsProblem(words: string): string | null {
  return tidyWords(words) === '' ? 'Write what is asked, done or decided here.' : answerWordsProblem(words);
}

/** Null: an answer can be said so. Without words it is well as long as it is the only one. */
export function answerWordsProblem(words: string): string | null {
  const length = Array.from(tidyWords(words)).length;
  return length > TREE_WORDS_LIMIT
    ? `Shorten these words to ${TREE_WORDS_LIMIT} characters; they have ${length}.`
    : null;
}

/** Null: the node can be called so. */
export function nodeNameProblem({ nodes }: DecisionTree, id: string, name: string): string | null {
  if (!isNodeId(name)) return 'Name it with letters, digits and _, and by no word of Mermaid’s own.';
  return name !== id && nodes.some((node) => node.id === name) ? 'Another node has this name.' : null;
}

/** Whether one more node, led to by one more answer, fits. */
export function hasRoom({ nodes, answers }: DecisionTree): boolean {
  return nodes.length < TREE_NODES_LIMIT && answers.length < TREE_ANSWERS_LIMIT;
}

/** Loose, at the end; the first of a tree is where walks begin. @param asks as a question that has no answers yet */
export function addNode(tree: DecisionTree, words: string, asks = false): GrownTree {
  const id = freshNodeId(tree);
  const node: TreeNode = { id, kind: kindOf(0, asks), text: nodeWords(words) };
  return { id, tree: { ...tree, nodes: [...tree.nodes, node] } };
}

/** A new node behind another, the last of its answers. */
export function addBranch(
  tree: DecisionTree,
  from: string,
  { answer, words, asks = false }: { answer: string; words: string; asks?: boolean },
): GrownTree {
  const grown = addNode(tree, words, asks);
  return { id: grown.id, tree: addAnswer(grown.tree, { from, to: grown.id, text: answer }) };
}

/** A new node in the middle of an answer: the answer leads to it, and it to what the answer led to. */
export function insertNode(tree: DecisionTree, position: number, words: string): GrownTree {
  const { to } = answerAt(tree, position);
  const grown = addNode(tree, words);
  const led = changeAnswer(grown.tree, position, { to: grown.id });
  return { id: grown.id, tree: addAnswer(led, { from: grown.id, to, text: '' }) };
}

export function rewordNode(tree: DecisionTree, id: string, words: string): DecisionTree {
  const text = nodeWords(words);
  return { ...tree, nodes: tree.nodes.map((node) => (node.id === id ? { ...node, text } : node)) };
}

/** As the text names it. */
export function renameNode(tree: DecisionTree, id: string, name: string): DecisionTree {
  const problem = nodeNameProblem(tree, id, name);
  if (problem !== null) throw new Error(problem);
  const named = (one: string): string => (one === id ? name : one);
  return {
    ...tree,
    nodes: tree.nodes.map((node) => ({ ...node, id: named(node.id) })),
    answers: tree.answers.map((answer) => ({ ...answer, from: named(answer.from), to: named(answer.to) })),
  };
}

/** Of a node without answers: whether it asks something that is not finished yet, or is an outcome. */
export function markAsked(tree: DecisionTree, id: string, asks: boolean): DecisionTree {
  return settled({
    ...tree,
    nodes: tree.nodes.map((node) => (node.id === id ? { ...node, kind: asks ? 'QUESTION' : 'OUTCOME' } : node)),
  });
}

/** With its answers and those that lead to it. What it alone led to hangs loose then: see `branchOf`. */
export function removeNode(tree: DecisionTree, id: string): DecisionTree {
  return removeNodes(tree, new Set([id]));
}

/** With everything that only it leads to. */
export function removeBranch(tree: DecisionTree, id: string): DecisionTree {
  return removeNodes(tree, new Set(branchOf(tree, id)));
}

/** A node and all that would hang loose without it. */
export function branchOf({ nodes, answers }: DecisionTree, id: string): string[] {
  const roots = nodes.filter((node) => !answers.some(({ to }) => to === node.id)).map((node) => node.id);
  const without = answers.filter(({ from, to }) => from !== id && to !== id);
  const kept = reachedFrom(
    without,
    roots.filter((root) => root !== id),
  );
  return [id, ...[...reachedFrom(answers, [id])].filter((node) => node !== id && !kept.has(node))];
}

export function addAnswer(tree: DecisionTree, { from, to, text }: TreeAnswer): DecisionTree {
  nodeAt(tree, from);
  nodeAt(tree, to);
  return settled({ ...tree, answers: [...tree.answers, { from, to, text: answerWords(text) }] });
}

/** Says it otherwise, or leads it elsewhere; what is not given stays. */
export function changeAnswer(
  tree: DecisionTree,
  position: number,
  change: { text?: string; to?: string },
): DecisionTree {
  const before = answerAt(tree, position);
  const { to = before.to } = change;
  nodeAt(tree, to);
  const after = { ...before, to, text: change.text === undefined ? before.text : answerWords(change.text) };
  return settled({ ...tree, answers: tree.answers.with(position, after) });
}

/** What it led to stays, loose when nothing else leads there. */
export function removeAnswer(tree: DecisionTree, position: number): DecisionTree {
  answerAt(tree, position);
  return settled({ ...tree, answers: tree.answers.toSpliced(position, 1) });
}

/** Offered before the one that it stood behind, or behind the one that follows; the first and the last stay where they are. */
export function moveAnswer(tree: DecisionTree, position: number, by: -1 | 1): DecisionTree {
  const { from } = answerAt(tree, position);
  const own = tree.answers.flatMap((answer, index) => (answer.from === from ? [index] : []));
  const other = own[own.indexOf(position) + by];
  if (other === undefined) return tree;
  const moved = tree.answers.with(position, answerAt(tree, other)).with(other, answerAt(tree, position));
  return { ...tree, answers: moved };
}

/** Where an answer of a node may lead: nowhere back, and where none of its answers leads yet. @param position of one that moves */
export function targetsOf({ nodes, answers }: DecisionTree, from: string, position?: number): TreeNode[] {
  const others = answers.filter((_, index) => index !== position);
  const led = new Set(others.filter((answer) => answer.from === from).map(({ to }) => to));
  const before = reachedFrom(
    others.map((answer) => ({ from: answer.to, to: answer.from })),
    [from],
  );
  return nodes.filter(({ id }) => !before.has(id) && !led.has(id));
}

function removeNodes({ direction, nodes, answers }: DecisionTree, ids: ReadonlySet<string>): DecisionTree {
  return settled({
    direction,
    nodes: nodes.filter(({ id }) => !ids.has(id)),
    answers: answers.filter(({ from, to }) => !ids.has(from) && !ids.has(to)),
  });
}

/** What each node is follows from its answers. */
function settled(tree: DecisionTree): DecisionTree {
  const counts = new Map<string, number>();
  for (const { from } of tree.answers) counts.set(from, (counts.get(from) ?? 0) + 1);
  return {
    ...tree,
    nodes: tree.nodes.map((node) => ({ ...node, kind: kindOf(counts.get(node.id) ?? 0, node.kind === 'QUESTION') })),
  };
}

/** Those themselves too. */
function reachedFrom(answers: readonly Pick<TreeAnswer, 'from' | 'to'>[], ids: readonly string[]): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of answers) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Set(ids);
  // A set tells also of what is added while it is gone through.
  for (const id of reached) for (const to of next.get(id) ?? []) reached.add(to);
  return reached;
}

function nodeAt({ nodes }: DecisionTree, id: string): TreeNode {
  const node = nodes.find((one) => one.id === id);
  if (!node) throw new Error(`The tree has no node “${id}”.`);
  return node;
}

function answerAt({ answers }: DecisionTree, position: number): TreeAnswer {
  const answer = answers[position];
  if (!answer) throw new Error(`The tree has no answer ${position}.`);
  return answer;
}

function nodeWords(words: string): string {
  const problem = nodeWordsProblem(words);
  if (problem !== null) throw new Error(problem);
  return tidyWords(words);
}

function answerWords(words: string): string {
  const problem = answerWordsProblem(words);
  if (problem !== null) throw new Error(problem);
  return tidyWords(words);
}
