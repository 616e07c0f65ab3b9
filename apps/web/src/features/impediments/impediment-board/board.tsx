import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useBeginLevel, useBeginMove } from '../impediment-moves/moves';
import { moveTo } from '../impediment-moves/offered-moves';
import { selection } from '../impediment-selection/selection';
import { setShown } from '../shown-order';
import { BoardColumnHead } from './board-column-head';
import { type BoardColumn, isIn } from './board-columns';
import { DRAG_INSTRUCTIONS, dragAnnouncements, draggedOf, nextPlace, placeOf, placeUnder } from './board-drag';
import { BoardDrops } from './board-drops';
import { BoardEnds } from './board-ends';
import { BoardLane } from './board-lane';
import { countIn, type Lane, sumsIn } from './board-lanes';
import { layoutOf, neighbourOf } from './board-layout';
import { BoardTabs, ElsewhereOnPhone } from './board-tabs';
import type { BoardView } from './board-view';
import { setWalk } from './board-walk';
import { CardFacts } from './card-facts';
import { activeCard } from './single-choice';
import { PromptKeyboardSensor } from './prompt-keyboard-sensor';
import { useBoardKeys } from './use-board-keys';
import { useBoardWindow, useKeptPlace } from './use-board-window';
import { useNarrow } from './use-narrow';
import './board.css';

/** Pixels that a mouse moves before a press is a drag; milliseconds that a finger rests. */
const MOUSE_DISTANCE = 6;
const TOUCH_DELAY = 300;
const KEYS = { start: ['Space'], end: ['Space', 'Enter'], cancel: ['Escape'] };

export type BoardProps = {
  columns: readonly BoardColumn[];
  lanes: readonly Lane[];
  view: BoardView;
  /** Changes when somebody asks to see something else; not when others change what is shown. */
  asked: string;
  collapsed: readonly string[];
  onToggle: (laneId: string) => void;
  /** Somebody has a card in the hand: the board is to stand still. */
  onHold: (held: boolean) => void;
  openKey: string | undefined;
};

/** Columns and lanes; cards move by mouse, finger and keyboard; only those near the window are in the page. */
export function Board({ columns, lanes, view, asked, collapsed, onToggle, onHold, openKey }: BoardProps) {
  const begin = useBeginMove();
  const beginLevel = useBeginLevel();
  const narrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosenColumn, setColumn] = useState(0);
  const column = Math.min(chosenColumn, columns.length - 1);
  const [dragged, setDragged] = useState<ImpedimentCardFragment | null>(null);
  const active = activeCard.useChosen();
  const selecting = selection.useAny();
  const headed = view.lanes !== 'none';
  const shown = useMemo(() => (narrow ? [column] : columns.map((_, at) => at)), [narrow, column, columns]);
  // On a phone a lane without a card in the one column would be a heading over nothing.
  const there = useMemo(
    () => (narrow ? lanes.filter(({ cells }) => (cells[column]?.length ?? 0) > 0) : lanes),
    [narrow, lanes, column],
  );
  const layout = useMemo(
    () => layoutOf(there, shown, headed, (id) => collapsed.includes(id)),
    [there, shown, headed, collapsed],
  );
  const pinned = [dragged?.key ?? null, active];
  const { virtualizer, tops, cardHeight } = useBoardWindow(scroller, layout, view.density, pinned);
  useKeptPlace(scroller, layout, tops, `${asked} ${view.density} ${column} ${collapsed.join()}`);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: MOUSE_DISTANCE } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_DELAY, tolerance: 8 } }),
    useSensor(PromptKeyboardSensor, { coordinateGetter: nextPlace, keyboardCodes: KEYS }),
  );
  const onKeyDown = useBoardKeys(dragged !== null);

  useEffect(() => {
    setWalk({
      neighbour: (from, step) => neighbourOf(there, layout, from, step),
      reveal: (key) => {
        const place = layout.places.get(key);
        if (!place) return;
        activeCard.choose(key);
        virtualizer.scrollToIndex(place.row, { align: 'auto' });
      },
    });
    return () => setWalk(null);
  }, [there, layout, virtualizer]);
  useEffect(() => {
    const byKey = new Map(there.flatMap(({ cells }) => cells.flat().map(({ key, id }) => [key, id] as const)));
    setShown(
      layout.order.flatMap((key) => {
        const id = byKey.get(key);
        return id === undefined ? [] : { id, key };
      }),
    );
  }, [there, layout]);

  const end = () => {
    setDragged(null);
    onHold(false);
  };
  const drop = ({ active: held, over }: DragEndEvent) => {
    end();
    const impediment = draggedOf(held);
    const to = placeOf(over);
    if (!impediment || !to || isIn(impediment, to)) return;
    if (to.state === undefined) {
      if (impediment.viewerCan.includes('impediment:set-level')) beginLevel(impediment, to.level);
      return;
    }
    const move = moveTo(impediment, to.state);
    if (move) begin(impediment, move);
  };
  const style: CSSProperties & Record<`--${string}`, string | number> = {
    '--board-columns': shown.length,
    '--card-height': `${cardHeight}rem`,
  };
  const items = virtualizer.getVirtualItems();
  // Cards that stay in the page although their row is far away.
  const pins = pinned.flatMap((key) => {
    const place = key === null ? undefined : layout.places.get(key);
    return key !== null && place ? [{ key, lane: place.lane, row: place.row }] : [];
  });
  const inWindow = virtualizer.range;
  const isPin = (row: number) =>
    inWindow !== null &&
    pins.some((pin) => pin.row === row) &&
    (row < inWindow.startIndex - 6 || row > inWindow.endIndex + 6);
  const firstKey = layout.order[0];

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={placeUnder}
      accessibility={{ announcements: dragAnnouncements, screenReaderInstructions: { draggable: DRAG_INSTRUCTIONS } }}
      onDragStart={({ active: held }) => {
        const impediment = draggedOf(held);
        setDragged(impediment);
        onHold(impediment !== null);
      }}
      onDragEnd={drop}
      onDragCancel={end}
    >
      <BoardTabs columns={columns} lanes={lanes} column={column} onChange={setColumn} />
      {narrow && there.length === 0 && (
        <ElsewhereOnPhone columns={columns} lanes={lanes} column={column} onChange={setColumn} />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the links inside */}
      <div
        ref={scroller}
        className="board"
        style={style}
        data-density={view.density}
        data-dragging={dragged ? '' : undefined}
        data-selecting={selecting ? '' : undefined}
        onKeyDown={onKeyDown}
      >
        <div className="board__heads">
          {shown.map((at) => {
            const head = columns[at];
            return (
              head && (
                <BoardColumnHead
                  key={head.id}
                  column={head}
                  count={countIn(lanes, at)}
                  sums={sumsIn(lanes, at)}
                  dragged={dragged}
                />
              )
            );
          })}
        </div>
        <div className="board__space" style={{ height: `${tops.at(-1) ?? 0}px` }}>
          <BoardDrops columns={columns} shown={shown} dragged={dragged} />
          {there.map((lane, at) => {
            const start = layout.starts[at] ?? 0;
            const next = layout.starts[at + 1] ?? layout.rows.length;
            const rows = items.filter(({ index }) => index >= start && index < next);
            if (rows.length === 0) return null;
            const first = start + (headed ? 1 : 0);
            const near = rows.filter(({ index }) => index >= first && !isPin(index));
            const top = tops[start] ?? 0;
            return (
              <BoardLane
                key={lane.id}
                lane={lane}
                columns={columns}
                shown={shown}
                top={top}
                height={(tops[next] ?? top) - top}
                from={(near[0]?.index ?? first) - first}
                to={(near.at(-1)?.index ?? first) - first}
                pinned={pins
                  .filter(({ lane: of }) => of === at)
                  .map(({ key }) => key)
                  .join(',')}
                headed={headed}
                collapsed={headed && collapsed.includes(lane.id)}
                onToggle={onToggle}
                openKey={openKey}
                firstKey={firstKey}
              />
            );
          })}
        </div>
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
