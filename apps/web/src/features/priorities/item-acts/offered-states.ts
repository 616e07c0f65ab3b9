import { type ItemState, ITEM_STATE_TITLES, nextItemStates } from '@chapterhouse/domain/priorities/item-state';
import type { ItemLineFragment } from '../../../generated/graphql';

export type OfferedState = {
  state: ItemState;
  label: string;
  /** What it lacks for this state. */
  missing: readonly string[];
};

/** Where an item can go from where it is, as far as the viewer may; what it lacks is said at the state that asks for it. */
export function offeredStates({
  state: from,
  readiness,
  viewerCan,
}: Pick<ItemLineFragment, 'state' | 'readiness' | 'viewerCan'>): OfferedState[] {
  return nextItemStates(from)
    .filter((state) => viewerCan.includes(state === 'DROPPED' ? 'item:drop' : 'item:change-state'))
    .map((state) => ({
      state,
      label: labelOf(from, state),
      missing: state === 'READY' && !readiness.ready ? readiness.missing : [],
    }));
}

function labelOf(from: ItemState, to: ItemState): string {
  if (to === 'DROPPED') return 'Drop …';
  const title = ITEM_STATE_TITLES[to];
  return from === 'DONE' || from === 'DROPPED' ? `Reopen as ${title.toLowerCase()}` : title;
}
