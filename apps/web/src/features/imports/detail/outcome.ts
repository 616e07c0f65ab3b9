import type { OutcomeFragment } from '../../../generated/graphql';

export type Count = OutcomeFragment['counts'][number];
export type Change = OutcomeFragment['changes'][number];
export type Problem = OutcomeFragment['problems'][number];

/** Whether anything is created, updated or ended. */
export function changesAnything({ counts }: Pick<OutcomeFragment, 'counts'>): boolean {
  return counts.some(({ created, updated, ended }) => created + updated + ended > 0);
}

/** How many changes there are in all; the list of them is a sample. */
export function changeCount(counts: readonly Count[]): number {
  return counts.reduce((sum, { created, updated, ended }) => sum + created + updated + ended, 0);
}
