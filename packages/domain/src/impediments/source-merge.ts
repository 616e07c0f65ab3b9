import type { Refusal } from '../refusal.js';
import { refuseImpediment } from './impediment-refusals.js';

/** What merging looks at, loaded inside the actor's own organization. */
export interface MergedSource {
  id: string;
  name: string;
  contact: string;
  /** What it was merged into before, with its name; null while it stands for itself. */
  mergedInto: { id: string; name: string } | null;
}

/**
 * Why one source cannot go up in another, or null when it can.
 * Merging is not taken back, so one that was merged is never merged again, nor kept: it would lead in a circle.
 */
export function refuseMerge(kept: MergedSource, merged: MergedSource): Refusal | null {
  if (kept.id === merged.id) return refuseImpediment('MERGED_INTO_ITSELF', {});
  const gone = [merged, kept].find(({ mergedInto }) => mergedInto !== null);
  return gone?.mergedInto ? refuseImpediment('MERGED_ALREADY', { name: gone.name, into: gone.mergedInto.name }) : null;
}

/**
 * What the kept source is afterwards. Its id, name and kind win, for that is what people chose to keep; so do its words
 * on whom to talk to, unless it has none: then the other's are taken. All impediments of the merged one become its own.
 */
export function contactAfterMerge(kept: { contact: string }, merged: { contact: string }): string {
  return kept.contact.trim() === '' ? merged.contact : kept.contact;
}

/** Which of two sources to propose to keep: the one that more impediments name; of equals, the one that is older. */
export function proposedToKeep<S extends { impedimentCount: number; createdAt: string }>(one: S, other: S): S {
  if (one.impedimentCount !== other.impedimentCount) return one.impedimentCount > other.impedimentCount ? one : other;
  return Date.parse(other.createdAt) < Date.parse(one.createdAt) ? other : one;
}
