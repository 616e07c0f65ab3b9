import { type ItemState, ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useState } from 'react';
import type { ItemLineFragment } from '../../../generated/graphql';
import { type BacklogFilter, filterInput } from '../backlog/backlog-filter';
import { DropDialog } from '../item-acts/drop-dialog';
import { offeredStates } from '../item-acts/offered-states';
import { tellNotSaved, useLineEdit } from '../item-acts/use-line-edit';
import { BoardColumn } from './board-column';
import { CardBody } from './item-card';
import './backlog-board.css';

/** Pixels that a mouse moves before a press is a drag; milliseconds that a finger rests. */
const MOUSE_DISTANCE = 6;
const TOUCH_DELAY = 300;

/** Without states in the filter: the way of an item through its work. */
const USUAL: readonly ItemState[] = ['DRAFT', 'READY', 'IN_PROGRESS', 'DONE'];

export type BacklogBoardProps = { productId: string; filter: BacklogFilter; openKey: string | undefined };

/** Items by state; a card is dragged to another column, or moved by the menu of its state. */
export function BacklogBoard({ productId, filter, openKey }: BacklogBoardProps) {
  const { setState } = useLineEdit();
  const [dragged, setDragged] = useState<ItemLineFragment | null>(null);
  const [dropping, setDropping] = useState<ItemLineFragment | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: MOUSE_DISTANCE } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_DELAY, tolerance: 8 } }),
  );
  const columns = filter.states.length === 0 ? USUAL : filter.states;
  const drop = ({ over }: DragEndEvent) => {
    const item = dragged;
    setDragged(null);
    const state = columns.find((one) => one === over?.id);
    if (!item || state === undefined || state === item.state) return;
    if (state === 'DROPPED') return setDropping(item);
    void setState(item, state).then((outcome) => !outcome.done && tellNotSaved(item.key, outcome.refusal));
  };
  const offered = dragged === null ? [] : offeredStates(dragged);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{
        announcements: {
          onDragStart: () => (dragged ? `Picked up ${dragged.key}.` : undefined),
          onDragOver: ({ over }) => ITEM_STATE_TITLES[columns.find((one) => one === over?.id) ?? 'DRAFT'],
          onDragEnd: () => undefined,
          onDragCancel: () => 'It stays where it is.',
        },
        screenReaderInstructions: { draggable: 'The key M opens a menu that moves the card to another state.' },
      }}
      onDragStart={({ active }) => setDragged(itemOf(active.data.current))}
      onDragEnd={drop}
      onDragCancel={() => setDragged(null)}
    >
      <div className="backlog-board" data-dragging={dragged ? '' : undefined}>
        {columns.map((state) => (
          <BoardColumn
            key={state}
            productId={productId}
            filter={filterInput({ ...filter, states: [state] })}
            state={state}
            openKey={openKey}
            allows={dragged === null || dragged.state === state ? null : whyNot(offered, state)}
          />
        ))}
      </div>
      <DragOverlay>
        {dragged && (
          <div className="item-card item-card--overlay">
            <CardBody item={dragged} />
          </div>
        )}
      </DragOverlay>
      {dropping && <DropDialog item={dropping} onClose={() => setDropping(null)} />}
    </DndContext>
  );
}

/** Whether the card in the hand may be put down here; with what it lacks. */
export type Allows = { possible: boolean; missing: readonly string[] };

function whyNot(offered: ReturnType<typeof offeredStates>, state: ItemState): Allows {
  const found = offered.find((one) => one.state === state);
  return { possible: found !== undefined && found.missing.length === 0, missing: found?.missing ?? [] };
}

function itemOf(data: unknown): ItemLineFragment | null {
  const isItem = (value: unknown): value is ItemLineFragment =>
    typeof value === 'object' && value !== null && 'key' in value && 'readiness' in value;
  const item: unknown = typeof data === 'object' && data !== null && 'item' in data ? data.item : null;
  return isItem(item) ? item : null;
}
