import { useQuery } from '@apollo/client/react';
import type { SelectOption } from '@chapterhouse/ui/select';
import { GOALS_TO_SERVE } from './item-fields.operations';

const NAMES = { ACTIVE: 'now', PLANNED: 'planned', ACHIEVED: 'achieved', ABANDONED: 'abandoned' } as const;

/** Goals that have not ended, the active one first; with the one that is chosen already. */
export function useGoalsToServe(productId: string, chosen: string | null = null) {
  const { data } = useQuery(GOALS_TO_SERVE, { variables: { productId } });
  const goals = (data?.productGoals ?? [])
    .filter(({ id, state }) => state === 'ACTIVE' || state === 'PLANNED' || id === chosen)
    .toSorted((a, b) => Number(b.state === 'ACTIVE') - Number(a.state === 'ACTIVE'));
  const options: SelectOption[] = goals.map(({ id, title, state }) => ({
    value: id,
    label: `${title} (${NAMES[state]})`,
  }));
  return { goals, options };
}
