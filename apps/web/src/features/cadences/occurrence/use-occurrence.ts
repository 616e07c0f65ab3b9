import { useQuery } from '@apollo/client/react';
import type { OccurrenceRecordFragment } from '../../../generated/graphql';
import { useCadenceChanges } from '../use-cadence-changes';
import { OCCURRENCE } from './occurrence.operations';

export type ShownOccurrence = OccurrenceRecordFragment;

/** One date with everything about it, loaded again after each change by anybody. */
export function useOccurrence(id: string) {
  const { data, error, loading, refetch } = useQuery(OCCURRENCE, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  return { occurrence: data?.occurrence ?? null, error, loading, reload: () => void refetch().catch(() => {}) };
}
