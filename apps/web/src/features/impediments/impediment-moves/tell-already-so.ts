import type { ApolloClient } from '@apollo/client';
import { IMPEDIMENT_STATE_TITLES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { notify } from '@chapterhouse/ui/toast';
import { loadThereNow } from '../not-saved/there-now';

/** What brings an impediment there, of the moves that need no words. */
const BROUGHT: Partial<Record<ImpedimentState, readonly string[]>> = {
  IN_PROGRESS: ['impediment.started', 'impediment.reopened'],
  CLOSED: ['impediment.closed'],
};

/** Somebody else was first with the same: what was wanted is so, and there is nothing to do. */
export async function tellAlreadySo(
  client: ApolloClient,
  { key, state }: { key: string; state: ImpedimentState },
  viewerId: string,
): Promise<void> {
  const there = await loadThereNow(client, key);
  const brought = there?.activity.edges.find(({ node }) => BROUGHT[state]?.includes(node.event))?.node;
  const who = brought?.actor?.id === viewerId ? 'You' : (brought?.actor?.name ?? 'Somebody');
  notify({ title: `${key} is ${IMPEDIMENT_STATE_TITLES[state]} already.`, detail: `${who} moved it there before.` });
}
