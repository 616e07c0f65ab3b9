import { useApolloClient } from '@apollo/client/react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';

/** Its card, where this browser has loaded the board. */
export function useOnBoard(key: string): ImpedimentCardFragment | undefined {
  const board = useApolloClient().readQuery({ query: IMPEDIMENT_BOARD }, true)?.impedimentBoard;
  return board?.impediments.find((one) => one.key === key);
}
