import { announce } from '@chapterhouse/ui/live-region';
import { itemSelection } from '../selection/item-selection';
import { placeOf } from './known-order';
import type { Asking } from './order-screen';
import { type MayMove, mayMoveRow, stepOf } from './place-of-drop';
import { type Place, predictMove } from './predict-move';
import { focusPlace } from './row-window';
import type { LoadedOrder } from './use-order';
import type { OrderActs } from './use-order-keys';
import type { OrderMoves } from './use-order-moves';

export type OrderActing = {
  loaded: Pick<LoadedOrder, 'order' | 'items'>;
  moves: OrderMoves;
  may: MayMove;
  /** The row that the keyboard is on. */
  active: string | null;
  onActive: (id: string) => void;
  reveal: (place: number) => void;
  onAsk: (asking: Asking) => void;
  onMenu: (id: string) => void;
  onPast: (itemId: string) => void;
};

/** What keys, menus and the bar of the selection do to the rows that they are meant for. */
export function useOrderActs(acting: OrderActing) {
  const { loaded, moves, may, active, onActive, reveal, onAsk, onMenu, onPast } = acting;
  const { order, items } = loaded;
  const selected = itemSelection.useIds();
  const here = active === null ? -1 : placeOf(order, active);
  /** What is selected, where the row is among it or nothing else is meant; else the row. */
  const meant = active !== null && (selected.size === 0 || !selected.has(active)) ? [active] : [...selected];
  const rows = meant.map((id) => order.rows[placeOf(order, id)]);
  const areas = new Set(rows.map((row) => row?.areaId));
  // Slots of two areas cannot be permuted with one another.
  const movable = rows.every((row) => mayMoveRow(may, row)) && (may.all || areas.size === 1) ? meant : [];

  const goTo = (place: number) => {
    const to = Math.min(Math.max(place, 0), order.rows.length - 1);
    reveal(to);
    const row = order.rows[to];
    if (row) onActive(row.id);
    focusPlace(to);
  };
  const moveTo = (to: Place, withinArea: boolean) => {
    if (movable.length === 0) return;
    const sent = { ids: movable, to, withinArea: withinArea || !may.all };
    const change = predictMove(order, sent);
    if (change?.moved.length === 0) return announce('It is there already.');
    // Who moves one away goes on with the next one.
    const next = order.rows.find((row, place) => place > here && row !== null && !movable.includes(row.id));
    const [only] = movable;
    void moves.move(sent);
    if (movable.length === 1 && only === active && next && change?.moved.some(({ to: at, from }) => far(from, at)))
      focusPlace(placeOf(order, next.id));
  };
  const acts: OrderActs & { movable: readonly string[]; goTo: (place: number) => void } = {
    movable,
    goTo,
    walk: (by) => {
      if (by === 'first' || by === 'last') return goTo(by === 'first' ? 0 : order.rows.length - 1);
      goTo(here < 0 ? 0 : here + by);
    },
    extend: (by) => {
      const row = order.rows[here + by];
      if (active === null || !row) return;
      if (!selected.has(active)) itemSelection.toggle(active);
      itemSelection.extendTo(
        row.id,
        order.rows.flatMap((one) => one?.id ?? []),
      );
      goTo(here + by);
    },
    step: (direction) => {
      if (movable.length === 0) return announce('You cannot move this one.');
      const drop = stepOf(order, movable, direction, may);
      if (!drop) return announce(direction === 'up' ? 'It is at the top.' : 'It is at the bottom.');
      const change = predictMove(order, drop.move);
      const [to] = change?.moved ?? [];
      moves.step(drop.move);
      const key = items.get(movable[0] ?? '')?.key ?? '';
      if (to) announce(`${key} at ${(to.to ?? 0).toLocaleString('en')}.`);
    },
    toTopOfArea: () => moveTo({ topOfArea: true }, true),
    toBottomOfArea: () => moveTo({ bottomOfArea: true }, true),
    toTop: () => moveTo({ top: true }, false),
    toBottom: () => moveTo({ bottom: true }, false),
    askWhere: (to) => movable.length > 0 && onAsk({ kind: 'move', to }),
    menu: () => active !== null && onMenu(active),
    select: () => active !== null && itemSelection.toggle(active),
    score: () => active !== null && items.has(active) && onAsk({ kind: 'score' }),
    past: () => active !== null && onPast(active),
    go: () => onAsk({ kind: 'go' }),
  };
  return acts;
}

/** Out of sight, as a rule. */
const far = (from: number | null, to: number | null): boolean => Math.abs((from ?? 0) - (to ?? 0)) > 10;
