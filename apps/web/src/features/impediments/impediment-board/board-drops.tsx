import { useDroppable } from '@dnd-kit/core';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { type BoardColumn, dropOf } from './board-columns';

export type BoardDropsProps = {
  columns: readonly BoardColumn[];
  shown: readonly number[];
  dragged: ImpedimentCardFragment | null;
};

/** Behind the cards, one place to drop per column, as high as the board: only what is in the hand has to be measured. */
export function BoardDrops({ columns, shown, dragged }: BoardDropsProps) {
  return (
    <div className="board__drops" aria-hidden>
      {shown.map((at) => {
        const column = columns[at];
        return column && <Place key={column.id} column={column} dragged={dragged} />;
      })}
    </div>
  );
}

function Place({ column, dragged }: { column: BoardColumn; dragged: ImpedimentCardFragment | null }) {
  const { setNodeRef, isOver } = useDroppable({ id: `column/${column.id}`, data: { column } });
  return (
    <div
      ref={setNodeRef}
      className="board__drop"
      data-drop={dragged ? dropOf(dragged, column) : undefined}
      data-over={isOver || undefined}
    />
  );
}
