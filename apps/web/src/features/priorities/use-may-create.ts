import { useQuery } from '@apollo/client/react';
import { PLANNING_GOALS } from './planning.operations';

export type MayCreate = {
  item: boolean;
  /** Epics and features, too. */
  anyTier: boolean;
  goal: boolean;
  /** Another order to try: whoever writes what is ordered may. */
  scenario: boolean;
  /** A dependency: of an item that one may edit, and whoever writes some may edit some. */
  dependency: boolean;
};

/** What the viewer may begin in a product; nothing until it is known. The goals on top of the screen bring it along. */
export function useMayCreate(productId: string | null): MayCreate {
  const { data } = useQuery(PLANNING_GOALS, {
    variables: { productId: productId ?? '', areaId: null },
    skip: productId === null,
  });
  const can = data?.planningGoals.viewerCan ?? [];
  const anyTier = can.includes('item:create');
  const item = anyTier || can.includes('item:create-task');
  return { item, anyTier, goal: can.includes('goal:create'), scenario: anyTier, dependency: item };
}
