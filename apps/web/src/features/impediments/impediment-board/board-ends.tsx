import { useDroppable } from '@dnd-kit/core';
import {
  IMPEDIMENT_STATE_TITLES,
  type ImpedimentState,
  OPEN_STATES,
} from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import type { BoardColumn } from './board-columns';
import { offeredMoves } from '../impediment-moves/offered-moves';

/** While a card is dragged: places for the moves that have no column, and on a phone for all others too. */
export function BoardEnds({ dragged }: { dragged: ImpedimentCardFragment }) {
  const moves = offeredMoves(dragged);
  return (
    <div className="board__ends">
      {moves.map(({ to }) => (
        <End key={to} state={to} />
      ))}
    </div>
  );
}

function End({ state }: { state: ImpedimentState }) {
  const { setNodeRef, isOver } = useDroppable({
    id: `end/${state}`,
    data: { end: true, column: { id: state, title: IMPEDIMENT_STATE_TITLES[state], state } satisfies BoardColumn },
  });
  return (
    <div
      ref={setNodeRef}
      className="board__end"
      data-column={OPEN_STATES.includes(state) || undefined}
      data-over={isOver || undefined}
    >
      <ImpedimentStateBadge state={state} labelHidden />
      {IMPEDIMENT_STATE_TITLES[state]}
    </div>
  );
}
