import type { InboxEntryFactsFragment } from '../../../generated/graphql';

export const ROWAN = { __typename: 'Person' as const, id: 'Person_2', name: 'Rowan Squall' };

/** What somebody finds in their inbox, of the impediment with this number. */
export function entry(n: number, facts: Partial<InboxEntryFactsFragment> = {}): InboxEntryFactsFragment {
  return {
    __typename: 'InboxEntry',
    id: `InboxEntry_${n}`,
    reason: 'MENTIONED',
    at: '2026-03-02T08:00:00Z',
    readAt: null,
    event: 'impediment.commented',
    count: 1,
    excerpt: 'Can you look at the ramp?',
    commentId: null,
    actor: ROWAN,
    impediment: { __typename: 'Impediment', id: `Impediment_${n}`, key: `IMP-${n}`, title: `Ramp ${n}` },
    decision: null,
    dependency: null,
    occurrence: null,
    action: null,
    triageSession: null,
    artifact: null,
    idea: null,
    discussion: null,
    community: null,
    ...facts,
  };
}

export const inboxOf = (...entries: InboxEntryFactsFragment[]) => ({
  __typename: 'InboxConnection' as const,
  edges: entries.map((node) => ({ __typename: 'InboxEdge' as const, cursor: node.id, node })),
  pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
  unreadCount: entries.filter(({ readAt }) => readAt === null).length,
});
