import {
  type Announcements,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  pointerWithin,
  rectIntersection,
} from '@dnd-kit/core';
import { IMPEDIMENT_STATE_TITLES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { whyNot } from '../impediment-moves/offered-moves';

type Holder = { data: { current?: Record<string, unknown> | undefined } };

const isCard = (value: unknown): value is ImpedimentCardFragment =>
  typeof value === 'object' && value !== null && 'key' in value && 'viewerCan' in value;
const isState = (value: unknown): value is ImpedimentState =>
  typeof value === 'string' && Object.hasOwn(IMPEDIMENT_STATE_TITLES, value);

/** The impediment that is being dragged. */
export function draggedOf(active: Holder): ImpedimentCardFragment | null {
  const impediment = active.data.current?.['impediment'];
  return isCard(impediment) ? impediment : null;
}

/** The state that a place to drop stands for. */
export function stateOf(over: Holder | null | undefined): ImpedimentState | null {
  const state = over?.data.current?.['state'];
  return isState(state) ? state : null;
}

/** Under the pointer; by keyboard, where the card covers most. */
export const placeUnder: CollisionDetection = (args) => {
  const under = pointerWithin(args);
  return under.length > 0 ? under : rectIntersection(args);
};

/** Left and right go to the next place to drop, in the order of the page. */
export const nextPlace: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const { active, over, collisionRect, droppableContainers, droppableRects } = context;
  const dragged = active && draggedOf(active);
  if (!dragged || !collisionRect) return undefined;
  const middle = collisionRect.top + collisionRect.height / 2;
  const places = droppableContainers
    .getEnabled()
    .flatMap((container) => {
      const rect = droppableRects.get(container.id);
      const isEnd = container.data.current?.['lane'] === 'end';
      // Cells of one lane are of one height; what is hidden on this screen has no width.
      const beside = rect && rect.top <= middle && rect.bottom >= middle;
      return rect && rect.width > 0 && (beside || isEnd)
        ? [{ id: container.id, rect, isEnd, state: stateOf(container) }]
        : [];
    })
    .sort((a, b) => Number(a.isEnd) - Number(b.isEnd) || a.rect.left - b.rect.left);
  const at = places.findIndex(({ id, state }) => (over ? id === over.id : state === dragged.state));
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
    const state = stateOf(over);
    if (!dragged || !state) return undefined;
    const reason = whyNot(dragged, state);
    return reason ? `${IMPEDIMENT_STATE_TITLES[state]}: not possible. ${reason}` : `${IMPEDIMENT_STATE_TITLES[state]}.`;
  },
  onDragEnd: ({ active, over }) => {
    const dragged = draggedOf(active);
    const state = stateOf(over);
    if (!dragged) return undefined;
    const reason = state && whyNot(dragged, state);
    const stays = `${dragged.key} stays in ${IMPEDIMENT_STATE_TITLES[dragged.state]}.`;
    if (reason) return `${stays} ${reason}`;
    return state === null || state === dragged.state ? stays : undefined;
  },
  onDragCancel: ({ active }) => {
    const dragged = draggedOf(active);
    return dragged ? `${dragged.key} stays in ${IMPEDIMENT_STATE_TITLES[dragged.state]}.` : undefined;
  },
};
