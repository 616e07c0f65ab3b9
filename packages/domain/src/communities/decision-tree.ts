/** QUESTION: what somebody answers; STEP: what is done before one goes on; OUTCOME: where a walk ends. */
export type TreeNodeKind = 'QUESTION' | 'STEP' | 'OUTCOME';
export const TREE_DIRECTIONS = ['TB', 'BT', 'LR', 'RL'] as const;
export type TreeDirection = (typeof TREE_DIRECTIONS)[number];

export interface TreeNode {
  /** As the text names it; unique within the tree. */
  id: string;
  kind: TreeNodeKind;
  /** Plain words; a line break is a line break. */
  text: string;
}

/** From a question to what follows from the answer; of a step the words may be missing. */
export interface TreeAnswer {
  from: string;
  to: string;
  text: string;
}

export interface DecisionTree {
  direction: TreeDirection;
  /** In the order in which the text first names them. */
  nodes: readonly TreeNode[];
  /** Those of a question in the order in which they are offered. */
  answers: readonly TreeAnswer[];
}

/** Characters of a text, and how much it may hold. */
export const TREE_TEXT_LIMIT = 100_000;
export const TREE_NODES_LIMIT = 500;
export const TREE_ANSWERS_LIMIT = 1_500;

/** The one node that nothing leads to. */
export function rootOf({ nodes, answers }: DecisionTree): TreeNode | null {
  const reached = new Set(answers.map(({ to }) => to));
  const [root, ...others] = nodes.filter(({ id }) => !reached.has(id));
  return root !== undefined && others.length === 0 ? root : null;
}

/** The answers of each node, in their order; of an outcome none. */
export function answersByNode({ nodes, answers }: DecisionTree): Map<string, TreeAnswer[]> {
  const grouped = new Map<string, TreeAnswer[]>(nodes.map(({ id }) => [id, []]));
  for (const answer of answers) grouped.get(answer.from)?.push(answer);
  return grouped;
}

/** What a node is follows from how many answers it has; drawn as a question without any, it is one that nobody finished. */
export function kindOf(answerCount: number, drawnAsQuestion: boolean): TreeNodeKind {
  if (answerCount > 1) return 'QUESTION';
  if (answerCount === 1) return 'STEP';
  return drawnAsQuestion ? 'QUESTION' : 'OUTCOME';
}
