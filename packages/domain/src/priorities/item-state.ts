import type { Refusal } from '../refusal.js';
import { refuseItem } from './priorities-refusals.js';

export const ITEM_STATES = ['DRAFT', 'READY', 'IN_PROGRESS', 'DONE', 'DROPPED'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const ITEM_STATE_TITLES: Record<ItemState, string> = {
  DRAFT: 'Draft',
  READY: 'Ready',
  IN_PROGRESS: 'In progress',
  DONE: 'Done',
  DROPPED: 'Dropped',
};

/** Still to be done: what the order and the sums of open work are about. */
export const OPEN_ITEM_STATES: readonly ItemState[] = ['DRAFT', 'READY', 'IN_PROGRESS'];

export const isOpenItem = (state: ItemState): boolean => OPEN_ITEM_STATES.includes(state);

/** Where a state leads. What ended is opened anew as ready, where it is, or as a draft. */
const NEXT: Record<ItemState, readonly ItemState[]> = {
  DRAFT: ['READY', 'DROPPED'],
  READY: ['DRAFT', 'IN_PROGRESS', 'DROPPED'],
  IN_PROGRESS: ['READY', 'DONE', 'DROPPED'],
  DONE: ['READY', 'DRAFT'],
  DROPPED: ['READY', 'DRAFT'],
};

export function nextItemStates(state: ItemState): readonly ItemState[] {
  return NEXT[state];
}

/** The refusal that says where the present state leads; null where the step is legal. */
export function refuseUnlessLegalForItem(from: ItemState, to: ItemState): Refusal | null {
  return NEXT[from].includes(to)
    ? null
    : refuseItem('ITEM_IN_OTHER_STATE', { state: from, to, legal: [...NEXT[from]] });
}
