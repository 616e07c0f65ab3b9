import type { ApolloCache } from '@apollo/client';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { IMPEDIMENT_BOARD } from './live-board.operations';

/** Puts a card that was just raised, or is open again, into its place by age; does nothing where it is already. */
export function appendToBoard(cache: ApolloCache, impediment: ImpedimentCardFragment): void {
  cache.updateQuery({ query: IMPEDIMENT_BOARD }, (data) => {
    if (!data) return undefined;
    const { impediments } = data.impedimentBoard;
    if (impediments.some(({ id }) => id === impediment.id)) return undefined;
    const after = impediments.findLastIndex(({ raisedAt }) => raisedAt <= impediment.raisedAt);
    return {
      ...data,
      impedimentBoard: { ...data.impedimentBoard, impediments: impediments.toSpliced(after + 1, 0, impediment) },
    };
  });
}
