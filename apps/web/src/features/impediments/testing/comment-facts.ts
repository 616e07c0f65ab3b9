import type { ImpedimentCommentFieldsFragment, ImpedimentDetailQuery } from '../../../generated/graphql';
import { ROWAN } from './impediment-facts';

/** What Rowan said; `comment(3, { author: ANA })` has the id `comment-3`. */
export function comment(
  number: number,
  facts: Partial<ImpedimentCommentFieldsFragment> = {},
): ImpedimentCommentFieldsFragment {
  return {
    __typename: 'ImpedimentComment',
    id: `comment-${number}`,
    body: `Comment ${number}`,
    at: '2026-01-02T10:00:00Z',
    editedAt: null,
    version: 1,
    viewerCan: [],
    author: ROWAN,
    mentions: [],
    ...facts,
  };
}

/** One's own. */
export const MAY_CHANGE = ['comment:edit', 'comment:remove'];

type Comments = ImpedimentDetailQuery['impediment']['comments'];

export function commentsOf(nodes: readonly ImpedimentCommentFieldsFragment[], facts: Partial<Comments> = {}): Comments {
  return {
    __typename: 'ImpedimentCommentConnection',
    edges: nodes.map((node) => ({ __typename: 'ImpedimentCommentEdge', cursor: node.id, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: nodes.at(-1)?.id ?? null },
    totalCount: nodes.length,
    ...facts,
  };
}
