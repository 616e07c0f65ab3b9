import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';
import type { ItemState } from '../../../generated/graphql';
import { ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';

const LOOK: Record<ItemState, Pick<StateBadgeProps, 'progress' | 'tone'>> = {
  DRAFT: { progress: 'none' },
  READY: { progress: 'quarter' },
  IN_PROGRESS: { progress: 'half', tone: 'active' },
  DONE: { progress: 'full' },
  DROPPED: { progress: 'stopped' },
};

export type ItemStateBadgeProps = { state: ItemState; labelHidden?: boolean };

/** The state of a backlog item, the same mark on every screen. */
export function ItemStateBadge({ state, labelHidden = false }: ItemStateBadgeProps) {
  return <StateBadge label={ITEM_STATE_TITLES[state]} labelHidden={labelHidden} {...LOOK[state]} />;
}
