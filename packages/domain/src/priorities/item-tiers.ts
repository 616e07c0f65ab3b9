import type { FieldProblem } from '../refusal.js';
import { ITEM_TIER_TITLES, type ItemTier } from './item-fields.js';

/** Which tiers an item of a tier may be part of. Strictly upwards: no circle can come about. */
const PARENTS: Record<ItemTier, readonly ItemTier[]> = {
  EPIC: [],
  FEATURE: ['EPIC'],
  TASK: ['FEATURE', 'EPIC'],
};

export const mayBePartOf = (tier: ItemTier, parentTier: ItemTier): boolean => PARENTS[tier].includes(parentTier);

/** Where an item would stand in the tree. */
export interface TreeFacts {
  tier: ItemTier;
  productId: string;
  /** Null: it has none. */
  parent: { tier: ItemTier; productId: string } | null;
  childTiers: readonly ItemTier[];
}

/** What keeps an item from standing there; empty when nothing does. */
export function treeProblems({ tier, productId, parent, childTiers }: TreeFacts): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (parent !== null && tier === 'EPIC')
    problems.push({ field: 'parentId', problem: 'An epic is part of nothing; leave out its parent.' });
  else if (parent !== null && !mayBePartOf(tier, parent.tier))
    problems.push({ field: 'parentId', problem: `Choose ${parentWords(tier)} as the parent.` });
  if (parent !== null && parent.productId !== productId)
    problems.push({ field: 'parentId', problem: 'Choose a parent of the same product.' });
  const orphan = childTiers.find((child) => !mayBePartOf(child, tier));
  if (orphan !== undefined)
    problems.push({
      field: 'tier',
      problem: `It has a ${ITEM_TIER_TITLES[orphan].toLowerCase()} in it, which ${anItem(tier)} cannot have; move that one first.`,
    });
  return problems;
}

/** "an epic", "a feature or an epic" */
export function parentWords(tier: ItemTier): string {
  return PARENTS[tier].map(anItem).join(' or ');
}

function anItem(tier: ItemTier): string {
  return tier === 'EPIC' ? 'an epic' : `a ${ITEM_TIER_TITLES[tier].toLowerCase()}`;
}
