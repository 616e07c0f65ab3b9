import { useQuery } from '@apollo/client/react';
import { PLANNING_GOALS } from './planning.operations';

/** What the viewer may write in a product; nothing until it is known. The goals on top of the screen bring it along. */
export function useMayCreate(productId: string | null): { item: boolean; anyTier: boolean; goal: boolean } {
  const { data } = useQuery(PLANNING_GOALS, {
    variables: { productId: productId ?? '', areaId: null },
    skip: productId === null,
  });
  const can = data?.planningGoals.viewerCan ?? [];
  return {
    item: can.includes('item:create') || can.includes('item:create-task'),
    anyTier: can.includes('item:create'),
    goal: can.includes('goal:create'),
  };
}
