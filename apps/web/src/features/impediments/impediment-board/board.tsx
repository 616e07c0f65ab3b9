import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { OPEN_STATES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { type CSSProperties, useMemo, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useBeginMove } from '../impediment-moves/moves';
import { moveTo } from '../impediment-moves/offered-moves';
import { BoardColumnHead } from './board-column-head';
import { DRAG_INSTRUCTIONS, dragAnnouncements, draggedOf, nextPlace, placeUnder, stateOf } from './board-drag';
import { BoardEnds } from './board-ends';
import { BoardLane } from './board-lane';
import { countIn, type LaneKind, lanesOf } from './board-lanes';
import { BoardTabs } from './board-tabs';
import { CardFacts } from './card-facts';
import { moveByArrow } from './move-focus';
import { useStoredChoice } from './use-stored-choice';
import './board.css';

/** Pixels that a mouse moves before a press is a drag; milliseconds that a finger rests. */
const MOUSE_DISTANCE = 6;
const TOUCH_DELAY = 300;
const KEYS = { start: ['Space'], end: ['Space', 'Enter'], cancel: ['Escape'] };

const texts = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];

export type BoardProps = {
  /** Those that pass the filter, oldest first. */
  impediments: readonly ImpedimentCardFragment[];
  lanes: LaneKind;
  openKey: string | undefined;
};

/** Columns by state, lanes by area; cards move by mouse, finger and keyboard. */
export function Board({ impediments: live, lanes: kind, openKey }: BoardProps) {
  const begin = useBeginMove();
  const [collapsed, setCollapsed] = useStoredChoice('board.collapsed', texts);
  const [column, setColumn] = useState<ImpedimentState>('RAISED');
  // While a card is in the hand the board stands still; what others change meanwhile shows after the drop.
  const [held, setHeld] = useState<{ dragged: ImpedimentCardFragment; impediments: typeof live } | null>(null);
  const dragged = held?.dragged ?? null;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: MOUSE_DISTANCE } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_DELAY, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextPlace, keyboardCodes: KEYS }),
  );
  const shown = held?.impediments ?? live;
  const lanes = useMemo(() => lanesOf(shown, kind), [shown, kind]);
  const firstKey = lanes
    .filter(({ id }) => !collapsed.includes(id))
    .flatMap((lane) => OPEN_STATES.flatMap((state) => lane.cells.get(state) ?? []))[0]?.key;

  const drop = ({ active, over }: DragEndEvent) => {
    setHeld(null);
    const impediment = draggedOf(active);
    const to = stateOf(over);
    const move = impediment && to && moveTo(impediment, to);
    if (move) begin(impediment, move);
  };
  const toggle = (laneId: string) =>
    setCollapsed(collapsed.includes(laneId) ? collapsed.filter((id) => id !== laneId) : [...collapsed, laneId]);
  const columns: CSSProperties & Record<`--${string}`, number> = { '--board-columns': OPEN_STATES.length };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={placeUnder}
      accessibility={{ announcements: dragAnnouncements, screenReaderInstructions: { draggable: DRAG_INSTRUCTIONS } }}
      onDragStart={({ active }) => {
        const impediment = draggedOf(active);
        if (impediment) setHeld({ dragged: impediment, impediments: live });
      }}
      onDragEnd={drop}
      onDragCancel={() => setHeld(null)}
    >
      <BoardTabs lanes={lanes} column={column} onChange={setColumn} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows of the links inside */}
      <div
        className="board"
        style={columns}
        data-column={column}
        data-dragging={dragged ? '' : undefined}
        onKeyDown={(event) => !dragged && moveByArrow(event)}
      >
        <div className="board__heads">
          {OPEN_STATES.map((state) => (
            <BoardColumnHead key={state} state={state} count={countIn(lanes, state)} dragged={dragged} />
          ))}
        </div>
        {lanes.map((lane) => (
          <BoardLane
            key={lane.id}
            lane={lane}
            headed={kind !== 'none'}
            collapsed={kind !== 'none' && collapsed.includes(lane.id)}
            onToggle={toggle}
            dragged={dragged}
            openKey={openKey}
            firstKey={firstKey}
          />
        ))}
      </div>
      {dragged && <BoardEnds dragged={dragged} />}
      <DragOverlay>
        {dragged && (
          <div className="card card--overlay">
            <span className="card__title">{dragged.title}</span>
            <CardFacts impediment={dragged} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
