import { useApolloClient, useQuery } from '@apollo/client/react';
import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentBoardQuery } from '../../../generated/graphql';
import { appendToBoard } from './append-to-board';
import { IMPEDIMENT_BOARD } from './live-board.operations';
import { useImpedimentChanges } from './use-impediment-changes';

export type LoadedBoard = ImpedimentBoardQuery['impedimentBoard'];

/** The board and everything that happens to it from then on. */
export function useLiveBoard() {
  const client = useApolloClient();
  const { data, error, loading, refetch } = useQuery(IMPEDIMENT_BOARD, { fetchPolicy: 'cache-and-network' });
  const board = data?.impedimentBoard;
  // Its error is shown by the screen.
  const reload = () => void refetch().catch(() => {});

  useImpedimentChanges(board?.cursor, reload, ({ impediment, event }) => {
    // A card that is there is patched in the cache already; one that is new, or back, joins the board.
    if (impediment && OPEN_STATES.includes(impediment.state)) appendToBoard(client.cache, impediment);
    if (event === 'impediment.closed') countClosed(client.cache, 1);
  });
  return { board, error, loading, reload };
}

function countClosed(cache: ReturnType<typeof useApolloClient>['cache'], more: number): void {
  cache.updateQuery({ query: IMPEDIMENT_BOARD }, (data) =>
    data
      ? {
          ...data,
          impedimentBoard: {
            ...data.impedimentBoard,
            closedLast30Days: data.impedimentBoard.closedLast30Days + more,
          },
        }
      : undefined,
  );
}
