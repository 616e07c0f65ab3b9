import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Crown, Puzzle, SquareCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemTier } from '../../../generated/graphql';
import { ITEM_TIER_TITLES } from '@chapterhouse/domain/priorities/item-fields';
import './item-marks.css';

const ICONS: Record<ItemTier, ReactNode> = {
  EPIC: <Crown aria-hidden />,
  FEATURE: <Puzzle aria-hidden />,
  TASK: <SquareCheck aria-hidden />,
};

/** Which tier an item is of, told by shape. */
export function ItemTierMark({ tier }: { tier: ItemTier }) {
  return (
    <span className="item-tier" title={ITEM_TIER_TITLES[tier]}>
      {ICONS[tier]}
      <VisuallyHidden>{ITEM_TIER_TITLES[tier]}</VisuallyHidden>
    </span>
  );
}
