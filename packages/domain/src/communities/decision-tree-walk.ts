import type { DecisionTree, TreeAnswer } from './decision-tree.js';

/** Without going on, after which a walk counts as given up, not as under way. */
export const WALK_PAUSE_MINUTES = 60;

/** Since they last went on, as long as it is known who walks; after that a walk is counted and nobody's, and cannot be gone on with. */
export const WALK_OWNED_DAYS = 30;

/** One answer that somebody gave. */
export interface WalkedStep {
  from: string;
  to: string;
}

/** The answers that lead on from a node, in the order in which they are offered; none at an outcome. */
export function offeredAt(tree: DecisionTree, nodeId: string): TreeAnswer[] {
  return tree.answers.filter(({ from }) => from === nodeId);
}

/** The answer that was given, when that is what is offered where the walk is. */
export function answerTaken(tree: DecisionTree, at: string, { from, to }: WalkedStep): TreeAnswer | undefined {
  return from === at ? offeredAt(tree, at).find((answer) => answer.to === to) : undefined;
}

/** A walk for counting: where it began, the answers given, whether it came to an outcome, and when somebody last went on. */
export interface CountedWalk {
  root: string;
  steps: readonly WalkedStep[];
  finished: boolean;
  touchedAt: Date;
}

export interface WalkTotals {
  walks: number;
  finished: number;
  /** By node: how many walks came there, and how many were given up there. */
  nodes: Map<string, { reached: number; stopped: number }>;
  /** By `answerKey`. */
  answers: Map<string, number>;
}

/** Whether a walk was given up: not at an outcome, and nobody went on for a while. */
export function isGivenUp({ finished, touchedAt }: Pick<CountedWalk, 'finished' | 'touchedAt'>, now: Date): boolean {
  return !finished && now.getTime() - touchedAt.getTime() > WALK_PAUSE_MINUTES * 60_000;
}

/** No node's name has a space. */
export function answerKey({ from, to }: WalkedStep): string {
  return `${from} ${to}`;
}

/** What the authors see; the rule that the database's sums are held to. */
export function walkTotals(walks: readonly CountedWalk[], now: Date): WalkTotals {
  const totals: WalkTotals = { walks: walks.length, finished: 0, nodes: new Map(), answers: new Map() };
  const nodeOf = (id: string): { reached: number; stopped: number } => {
    const known = totals.nodes.get(id) ?? { reached: 0, stopped: 0 };
    totals.nodes.set(id, known);
    return known;
  };
  for (const walk of walks) {
    if (walk.finished) totals.finished += 1;
    nodeOf(walk.root).reached += 1;
    for (const step of walk.steps) {
      nodeOf(step.to).reached += 1;
      totals.answers.set(answerKey(step), (totals.answers.get(answerKey(step)) ?? 0) + 1);
    }
    if (isGivenUp(walk, now)) nodeOf(walk.steps.at(-1)?.to ?? walk.root).stopped += 1;
  }
  return totals;
}
