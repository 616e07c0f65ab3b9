import type { EarlierImpedimentFragment } from '../../../generated/graphql';

/** One line: the first of a title, and what else was raised in the same words. */
export type SameTitle = { first: EarlierImpedimentFragment; others: EarlierImpedimentFragment[] };

/** One line for each title, in the order of their first ones: the same words five times hide what else reads alike. */
export function foldSameTitles(similar: readonly EarlierImpedimentFragment[]): SameTitle[] {
  const lines = new Map<string, SameTitle>();
  for (const one of similar) {
    const title = one.title.trim().toLowerCase();
    const line = lines.get(title);
    if (line) line.others.push(one);
    else lines.set(title, { first: one, others: [] });
  }
  return [...lines.values()];
}
