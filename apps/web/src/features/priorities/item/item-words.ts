import type { ItemKind, ItemState, ItemTier } from '../../../generated/graphql';

export const ITEM_TIERS: readonly ItemTier[] = ['EPIC', 'FEATURE', 'TASK'];
export const ITEM_TIER_TITLES: Record<ItemTier, string> = { EPIC: 'Epic', FEATURE: 'Feature', TASK: 'Task' };

export const ITEM_KINDS: readonly ItemKind[] = ['VALUE', 'DEBT', 'DEFECT', 'ENABLER'];
export const ITEM_KIND_TITLES: Record<ItemKind, string> = {
  VALUE: 'Value',
  DEBT: 'Debt',
  DEFECT: 'Defect',
  ENABLER: 'Enabler',
};

export const ITEM_STATES: readonly ItemState[] = ['DRAFT', 'READY', 'IN_PROGRESS', 'DONE', 'DROPPED'];
export const ITEM_STATE_TITLES: Record<ItemState, string> = {
  DRAFT: 'Draft',
  READY: 'Ready',
  IN_PROGRESS: 'In progress',
  DONE: 'Done',
  DROPPED: 'Dropped',
};
/** Neither done nor dropped. */
export const OPEN_ITEM_STATES: readonly ItemState[] = ['DRAFT', 'READY', 'IN_PROGRESS'];

const SIZE = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** "3 points" */
export const pointsWords = (points: number): string => `${SIZE.format(points)} ${points === 1 ? 'point' : 'points'}`;
export const sizeWords = (points: number | null): string => (points === null ? '' : SIZE.format(points));
