import type { ApolloClient } from '@apollo/client';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import type { WhatIsThereNowQuery } from '../../../generated/graphql';
import { activitySentence, isTold } from '../impediment-detail/activity-sentence';
import { WHAT_IS_THERE_NOW } from './not-saved.operations';

type There = WhatIsThereNowQuery['impediment'];

/** "IMP-4 is declined now: Rowan Squall declined it." */
export function thereNow({ key, state, owner, activity }: There): string {
  const is = `${key} is ${IMPEDIMENT_STATE_TITLES[state].toLowerCase()} now`;
  const owned = owner ? `, owned by ${owner.name}` : '';
  const last = activity.edges.map(({ node }) => node).find(isTold);
  return last
    ? `${is}${owned}: ${last.actor?.name ?? 'Chapterhouse'} ${activitySentence(last).words}.`
    : `${is}${owned}.`;
}

/** Null when it cannot be read: it is gone, or the connection is. */
export async function loadThereNow(client: ApolloClient, key: string): Promise<There | null> {
  try {
    // Its activity is read in pages elsewhere: this glance at it must not end up among them.
    const { data } = await client.query({ query: WHAT_IS_THERE_NOW, variables: { key }, fetchPolicy: 'no-cache' });
    return data?.impediment ?? null;
  } catch {
    return null;
  }
}
