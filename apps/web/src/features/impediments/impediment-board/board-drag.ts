import {
  type Announcements,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  pointerWithin,
  rectIntersection,
} from '@dnd-kit/core';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { type BoardColumn, isIn, whyNotInto } from './board-columns';

type Holder = { data: { current?: Record<string, unknown> | undefined } };

const isCard = (value: unknown): value is ImpedimentCardFragment =>
  typeof value === 'object' && value !== null && 'key' in value && 'viewerCan' in value;
const isPlace = (value: unknown): value is BoardColumn =>
  typeof value === 'object' && value !== null && 'title' in value && 'id' in value;

/** The impediment that is being dragged. */
export function draggedOf(active: Holder): ImpedimentCardFragment | null {
  const impediment = active.data.current?.['impediment'];
  return isCard(impediment) ? impediment : null;
}

/** The column, or the end, that a place to drop stands for. */
export function placeOf(over: Holder | null | undefined): BoardColumn | null {
  const column = over?.data.current?.['column'];
  return isPlace(column) ? column : null;
}

/** By keyboard a card stands at the corner of an end that was chosen; so near, in pixels. */
const AT_CORNER = 8;

/**
 * Under the pointer; by keyboard, the column that the card covers most. The ends stand above the columns, so a card on
 * its way may lie over one: it counts only where the keyboard has gone to it.
 */
export const placeUnder: CollisionDetection = (args) => {
  const under = pointerWithin(args);
  if (under.length > 0) return under;
  const { left, top } = args.collisionRect;
  const chosen = args.droppableContainers.filter((container) => {
    if (container.data.current?.['end'] !== true) return true;
    const rect = args.droppableRects.get(container.id);
    return rect && Math.abs(rect.left - left) < AT_CORNER && Math.abs(rect.top - top) < AT_CORNER;
  });
  const ends = chosen.filter((container) => container.data.current?.['end'] === true);
  return rectIntersection({ ...args, droppableContainers: ends.length > 0 ? ends : chosen });
};

/** Left and right go to the next place to drop, in the order of the page. */
export const nextPlace: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const { active, over, collisionRect, droppableContainers, droppableRects } = context;
  const dragged = active && draggedOf(active);
  if (!dragged || !collisionRect) return undefined;
  const places = droppableContainers
    .getEnabled()
    .flatMap((container) => {
      const rect = droppableRects.get(container.id);
      const isEnd = container.data.current?.['end'] === true;
      // What is hidden on this screen has no width.
      return rect && rect.width > 0 ? [{ id: container.id, rect, isEnd, column: placeOf(container) }] : [];
    })
    .sort((a, b) => Number(a.isEnd) - Number(b.isEnd) || a.rect.left - b.rect.left);
  const at = places.findIndex(({ id, column }) => (over ? id === over.id : column !== null && isIn(dragged, column)));
  const target = places[at + step];
  if (!target) return undefined;
  if (target.isEnd) return { x: target.rect.left, y: target.rect.top };
  return { x: target.rect.left, y: currentCoordinates.y };
};

export const DRAG_INSTRUCTIONS =
  'To move it, press Space, choose a column with left and right, and press Space again. Escape leaves it where it is. The key M opens a menu with the same moves.';

/** What a screen reader hears on the way; the move itself is announced by whoever makes it. */
export const dragAnnouncements: Announcements = {
  onDragStart: ({ active }) => {
    const dragged = draggedOf(active);
    return dragged ? `Picked up ${dragged.key}, ${IMPEDIMENT_STATE_TITLES[dragged.state]}.` : undefined;
  },
  onDragOver: ({ active, over }) => {
    const dragged = draggedOf(active);
    const column = placeOf(over);
    if (!dragged || !column) return undefined;
    // Comes right after the start and would drown its words, so it says them again.
    if (isIn(dragged, column)) return `Picked up ${dragged.key}, over ${column.title}, where it is.`;
    const reason = whyNotInto(dragged, column);
    return reason ? `${column.title}: not possible. ${reason}` : `${column.title}.`;
  },
  onDragEnd: ({ active, over }) => {
    const dragged = draggedOf(active);
    const column = placeOf(over);
    if (!dragged) return undefined;
    const reason = column && whyNotInto(dragged, column);
    const stays = `${dragged.key} stays in ${IMPEDIMENT_STATE_TITLES[dragged.state]}.`;
    if (reason) return `${stays} ${reason}`;
    return column === null || isIn(dragged, column) ? stays : undefined;
  },
  onDragCancel: ({ active }) => {
    const dragged = draggedOf(active);
    return dragged ? `${dragged.key} stays in ${IMPEDIMENT_STATE_TITLES[dragged.state]}.` : undefined;
  },
};
