/** An item that needs another one. */
export interface DependencyArrow {
  consumerId: string;
  providerId: string;
}

/**
 * The circle that one more arrow would close: from its consumer over its provider back to the consumer, which stands at
 * both ends; null where it closes none. The shortest one, so that it can be understood.
 * @param open arrows of dependencies that stand between items; the new one need not be among them
 */
export function cycleThrough(open: readonly DependencyArrow[], added: DependencyArrow): string[] | null {
  const { consumerId, providerId } = added;
  if (consumerId === providerId) return [consumerId, consumerId];
  const needs = new Map<string, string[]>();
  for (const arrow of open) {
    const known = needs.get(arrow.consumerId);
    if (known) known.push(arrow.providerId);
    else needs.set(arrow.consumerId, [arrow.providerId]);
  }
  const reachedFrom = new Map<string, string>([[providerId, consumerId]]);
  // Grows while it is walked: breadth first.
  const reached = [providerId];
  for (const item of reached) {
    for (const next of needs.get(item) ?? []) {
      if (next === consumerId) return [...wayTo(item, reachedFrom, consumerId), consumerId];
      if (reachedFrom.has(next)) continue;
      reachedFrom.set(next, item);
      reached.push(next);
    }
  }
  return null;
}

function wayTo(item: string, reachedFrom: ReadonlyMap<string, string>, from: string): string[] {
  const way = [item];
  for (let before = reachedFrom.get(item); before !== undefined; before = reachedFrom.get(before)) {
    way.unshift(before);
    if (before === from) break;
  }
  return way;
}
