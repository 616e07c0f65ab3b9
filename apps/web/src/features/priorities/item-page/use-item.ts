import { useQuery } from '@apollo/client/react';
import type { ItemRecordFragment } from '../../../generated/graphql';
import { useBacklogChanges } from '../use-backlog-changes';
import { ITEM } from './item-page.operations';

export type ShownItem = ItemRecordFragment;

/** One item with everything about it, loaded again after each change by anybody. */
export function useItem(key: string) {
  const { data, error, loading, refetch } = useQuery(ITEM, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
    // Pages of activity that were loaded on stay.
    refetchWritePolicy: 'merge',
  });
  const item = data?.backlogItem ?? null;
  useBacklogChanges(item?.product.id ?? null, refetch);
  return {
    item,
    /** The server knows no such item. */
    unknown: data !== undefined && item === null,
    error,
    loading,
    reload: () => void refetch().catch(() => {}),
  };
}
