import { useQuery } from '@apollo/client/react';
import { useImpedimentChanged } from '../impediment-changes';
import { IMPEDIMENT_DETAIL } from './detail.operations';

/** One impediment with everything about it, loaded again after each change by anybody. */
export function useImpedimentDetail(key: string) {
  const { data, error, loading, refetch } = useQuery(IMPEDIMENT_DETAIL, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
    // Pages of comments that were loaded on stay.
    refetchWritePolicy: 'merge',
  });
  const impediment = data?.impediment;
  const reload = () => void refetch().catch(() => {}); // Its error is shown in its place.
  useImpedimentChanged(impediment?.id, reload);
  return { impediment, error, loading, reload };
}
