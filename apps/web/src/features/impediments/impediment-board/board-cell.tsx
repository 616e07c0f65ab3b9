import { useDroppable } from '@dnd-kit/core';
import { IMPEDIMENT_STATE_TITLES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { memo } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { moveTo } from '../impediment-moves/offered-moves';
import { ImpedimentCard } from './impediment-card';

export type BoardCellProps = {
  lane: { id: string; name: string };
  state: ImpedimentState;
  impediments: readonly ImpedimentCardFragment[];
  dragged: ImpedimentCardFragment | null;
  openKey: string | undefined;
  firstKey: string | undefined;
};

/** The cards of one state in one lane, and a place to drop one. */
export const BoardCell = memo(function BoardCell(props: BoardCellProps) {
  const { lane, state, impediments, dragged, openKey, firstKey } = props;
  const { setNodeRef, isOver } = useDroppable({ id: `${lane.id}/${state}`, data: { state, lane: lane.id } });
  const title = IMPEDIMENT_STATE_TITLES[state];
  return (
    <ul
      ref={setNodeRef}
      className="board__cell"
      data-state={state}
      data-drop={dragged ? dropOf(dragged, state) : undefined}
      data-over={isOver || undefined}
      aria-label={lane.id === 'all' ? title : `${title}, ${lane.name}`}
    >
      {impediments.map((impediment) => (
        <ImpedimentCard
          key={impediment.id}
          impediment={impediment}
          open={impediment.key === openKey}
          first={impediment.key === firstKey}
        />
      ))}
    </ul>
  );
});

/** Whether a column accepts what is being dragged. */
export function dropOf(dragged: ImpedimentCardFragment, state: ImpedimentState): 'home' | 'yes' | 'no' {
  if (dragged.state === state) return 'home';
  return moveTo(dragged, state) ? 'yes' : 'no';
}
