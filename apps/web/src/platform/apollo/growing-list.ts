import { type RelayFieldPolicy, relayStylePagination } from '@apollo/client/utilities';
import type { Reference } from '@apollo/client';

/**
 * Pages of a list, one behind the other. When the first page is loaded anew after a change, what was loaded behind it
 * stays: nobody who reads on is thrown back.
 * @param keyArgs arguments that make it another list
 */
export function growingList(keyArgs?: string[]): RelayFieldPolicy<Reference> {
  const relay = relayStylePagination(keyArgs);
  const { merge } = relay;
  if (typeof merge !== 'function') throw new Error('Pages are merged by a function.');
  return {
    ...relay,
    merge(existing, incoming, options) {
      const merged = merge(existing, incoming, options);
      const last = incoming?.edges?.at(-1)?.cursor;
      if (!existing || !merged || options.args?.['after'] || last === undefined) return merged;
      const at = existing.edges.findIndex(({ cursor }) => cursor === last);
      const behind = at === -1 ? [] : existing.edges.slice(at + 1);
      const furthest = behind.at(-1)?.cursor;
      if (furthest === undefined) return merged;
      const edges = [...merged.edges, ...behind];
      const there = edges.filter((edge) => options.canRead(options.readField('node', edge))).length;
      const total: unknown = Reflect.get(merged, 'totalCount');
      // Something new may be behind what was loaded.
      const hasNextPage = typeof total === 'number' ? there < total : existing.pageInfo.hasNextPage;
      return { ...merged, edges, pageInfo: { ...merged.pageInfo, endCursor: furthest, hasNextPage } };
    },
  };
}
