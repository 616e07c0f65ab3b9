import type { ItemTier } from './item-fields.js';

/** What readiness looks at. */
export interface ReadinessFacts {
  tier: ItemTier;
  acceptanceCriteria: readonly string[];
  points: number | null;
  hasParent: boolean;
  /** Its own goal, or that of the nearest item above it that has one. */
  servesGoal: boolean;
}

export interface ItemReadiness {
  ready: boolean;
  /** In words for people: what it still needs, and of an epic what it should have. */
  missing: string[];
}

/** What each tier needs before it is ready. A goal is missed in an epic, and demanded of nothing. */
export function readinessOf(item: ReadinessFacts): ItemReadiness {
  const demanded = demandedOf(item);
  const wished = item.tier === 'EPIC' && !item.servesGoal ? ['a goal'] : [];
  return { ready: demanded.length === 0, missing: [...demanded, ...wished] };
}

function demandedOf({ tier, acceptanceCriteria, points, hasParent }: ReadinessFacts): string[] {
  switch (tier) {
    case 'EPIC':
      return [];
    case 'FEATURE':
      return acceptanceCriteria.length > 0 ? [] : ['acceptance criteria'];
    case 'TASK':
      return [...(points === null ? ['a size'] : []), ...(hasParent ? [] : ['a parent'])];
  }
}

/** What an edit takes away that was there before: an item that is ready stays so. */
export function lostReadiness(before: ReadinessFacts, after: ReadinessFacts): string[] {
  const missedBefore = demandedOf(before);
  return demandedOf(after).filter((missing) => !missedBefore.includes(missing));
}
