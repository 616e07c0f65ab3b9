import { type DecisionTree, rootOf } from './decision-tree.js';
import { structureProblems } from './decision-tree-check.js';
import type { DecisionTreeProblem } from './decision-tree-problems.js';
import { type TreeNote, readFlowchart } from './decision-tree-reader.js';

/** What a text says: as much of the tree as could be read, what is wrong with it, and what was left out. */
export interface ReadDecisionTree {
  tree: DecisionTree;
  /** Where a walk begins; null while no single node can be it. */
  root: string | null;
  /** In the order of the text; none: it can be published and walked. */
  problems: readonly DecisionTreeProblem[];
  /** What a picture would have and a tree has not: styles, clicks, groups. */
  notes: readonly TreeNote[];
  /** What people wrote behind %%, to be kept when the tree is written back. */
  comments: readonly string[];
}

/**
 * Reads a Mermaid flowchart as a decision tree. Its rules are checked once the text itself can be read: what follows from a
 * slip of the pen would only hide it.
 */
export function readDecisionTree(source: string): ReadDecisionTree {
  const read = readFlowchart(source);
  const { tree, notes, comments } = read;
  const problems = read.problems.length > 0 ? read.problems : structureProblems(tree, read.places);
  return { tree, root: rootOf(tree)?.id ?? null, problems, notes, comments };
}
