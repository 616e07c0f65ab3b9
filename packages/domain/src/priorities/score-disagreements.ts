/** An item of the order with its score. */
export interface ScoredItem {
  id: string;
  /** In the whole order, 1 first. */
  position: number;
  /** Weighted shortest job first; more is earlier. */
  wsjf: number;
}

/** Where order and score do not say the same of an item. */
export interface Disagreement {
  id: string;
  position: number;
  /** The position that it would have, were the scored items sorted by their scores over the positions that they hold. */
  scorePosition: number;
  /** Positive: the order has it higher than the score. */
  gap: number;
}

/**
 * Those whose places differ, farthest apart first. Only scored items are compared, over the positions that they hold: what
 * is not scored pushes nobody. Of the same score, the order decides.
 */
export function scoreDisagreements(items: readonly ScoredItem[], most: number): Disagreement[] {
  const ordered = [...items].sort(byPosition);
  const positions = ordered.map(({ position }) => position);
  return ordered
    .toSorted((one, other) => other.wsjf - one.wsjf || byPosition(one, other))
    .map(({ id, position }, at) => {
      const scorePosition = positions[at] ?? position;
      return { id, position, scorePosition, gap: scorePosition - position };
    })
    .filter(({ gap }) => gap !== 0)
    .sort((one, other) => Math.abs(other.gap) - Math.abs(one.gap) || byPosition(one, other))
    .slice(0, most);
}

function byPosition(one: { position: number }, other: { position: number }): number {
  return one.position - other.position;
}
