import type { DecisionTree, TreeNode, TreeNodeKind } from './decision-tree.js';
import { writtenWords } from './decision-tree-words.js';

/** How each kind is drawn; read again they mean the same. */
const BRACKETS: Record<TreeNodeKind, readonly [string, string]> = {
  QUESTION: ['{', '}'],
  STEP: ['[', ']'],
  OUTCOME: ['([', '])'],
};

/**
 * A tree as a Mermaid flowchart: every node on a line, then every answer; `readDecisionTree` reads the same tree from it.
 * @param comments of the text that it was read from: none is lost, though they stand together at the top
 */
export function writeDecisionTree(
  { direction, nodes, answers }: DecisionTree,
  comments: readonly string[] = [],
): string {
  const lines = [
    `flowchart ${direction === 'TB' ? 'TD' : direction}`,
    ...comments.map((words) => `%% ${words}`),
    ...nodes.map((node) => `    ${writtenNode(node)}`),
    ...answers.map(({ from, to, text }) => `    ${from} -->${text === '' ? '' : `|${writtenWords(text)}|`} ${to}`),
  ];
  return `${lines.join('\n')}\n`;
}

function writtenNode({ id, kind, text }: TreeNode): string {
  const [open, close] = BRACKETS[kind];
  return `${id}${open}${writtenWords(text)}${close}`;
}
