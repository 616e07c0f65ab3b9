/** Of the text, then of the tree that it tells. */
export const TREE_PROBLEM_CODES = [
  ...(['HEADER', 'NODE', 'BRACKETS', 'QUOTES', 'ARROW', 'LABEL', 'GROUP', 'TWICE', 'WORDS', 'TOO_LARGE'] as const),
  ...(['EMPTY', 'NO_ROOT', 'SECOND_ROOT', 'ORPHAN', 'DEAD_END', 'CYCLE'] as const),
  ...(['ANSWER_WITHOUT_WORDS', 'ANSWERS_ALIKE', 'SAME_TARGET'] as const),
] as const;
export type TreeProblemCode = (typeof TREE_PROBLEM_CODES)[number];

export interface DecisionTreeProblem {
  code: TreeProblemCode;
  /** A sentence for people that says what to do. */
  words: string;
  /** Null of a tree that was not read from a text. */
  line: number | null;
  column: number | null;
  nodeId: string | null;
}

/** Where in a text something stands; both count from 1, columns in UTF-16 units as editors do. */
export interface TreePlace {
  line: number;
  column: number;
}

/** Where each part is said, for what is wrong with it; answers by their position. */
export interface TreePlaces {
  nodes: ReadonlyMap<string, TreePlace>;
  answers: readonly TreePlace[];
}
