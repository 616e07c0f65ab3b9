import { applyChange, type Change } from './apply-change';
import { type Cut, doubted, type KnownOrder, type OrderWindow, unknownOrder, withWindow } from './known-order';
import { type Move, predictMove } from './predict-move';

/** A move that is on its way. */
export type Pending = {
  key: string;
  move: Move;
  /** The order's number since which the order holds it; null: not answered yet. */
  settledAt: number | null;
};

export type NumberedChange = Change & { number: number };

export type OrderState = {
  /** As the server told it. */
  known: KnownOrder;
  /** Changes that were applied lately, so that a window that was read before them can follow. */
  log: readonly NumberedChange[];
  pending: readonly Pending[];
};

/** Changes that are kept; a window that is older is loaded again. */
const LOG = 100;

export const newOrderState = (cut: Cut): OrderState => ({ known: unknownOrder(cut), log: [], pending: [] });

export type OrderAction =
  | { type: 'loaded'; window: OrderWindow }
  | { type: 'changed'; change: NumberedChange }
  /** Something may have been missed, or what passes the filter may be another now. */
  | { type: 'doubted' }
  /** Again to the same key: it goes elsewhere. */
  | { type: 'begun'; key: string; move: Move }
  | { type: 'settled'; key: string; number: number }
  | { type: 'withdrawn'; key: string }
  | { type: 'shown-else'; cut: Cut };

export function nextOrderState(state: OrderState, action: OrderAction): OrderState {
  switch (action.type) {
    case 'loaded':
      return settle(withLoaded(state, action.window));
    case 'changed':
      return settle(withChange(state, action.change));
    case 'doubted':
      return { ...state, known: doubted(state.known) };
    case 'begun': {
      const begun: Pending = { key: action.key, move: action.move, settledAt: null };
      return { ...state, pending: [...state.pending.filter(({ key }) => key !== action.key), begun] };
    }
    case 'settled':
      return settle({
        ...state,
        pending: state.pending.map((one) => (one.key === action.key ? { ...one, settledAt: action.number } : one)),
      });
    case 'withdrawn':
      return { ...state, pending: state.pending.filter(({ key }) => key !== action.key) };
    case 'shown-else':
      return { ...newOrderState(action.cut), pending: state.pending };
  }
}

/** What the order holds by itself is no longer laid over it. */
function settle(state: OrderState): OrderState {
  const open = state.pending.filter(({ settledAt }) => settledAt === null || settledAt > state.known.number);
  return open.length === state.pending.length ? state : { ...state, pending: open };
}

function withChange(state: OrderState, change: NumberedChange): OrderState {
  const { known } = state;
  // Loaded since, or told twice.
  if (change.number <= known.number) return state;
  const log = [...state.log, change].slice(-LOG);
  const applied = applyChange(known, change);
  // One was missed: what is known is of an order that nobody has any more.
  const next = change.number === known.number + 1 ? applied : doubted(applied);
  return { ...state, log, known: { ...next, number: change.number } };
}

function withLoaded(state: OrderState, window: OrderWindow): OrderState {
  const { known, log } = state;
  if (window.number >= known.number) return { ...state, known: withWindow(known, window) };
  // It was read before changes that are known already: they are made to it as well.
  const since = log.filter(({ number }) => number > window.number);
  const first = since[0];
  if (first?.number !== window.number + 1 || since.length !== known.number - window.number) return state;
  let alone = withWindow(unknownOrder(known.cut), window);
  for (const change of since) alone = applyChange(alone, change);
  if (alone.rows.length !== known.rows.length) return state;
  const rows = known.rows.map((row, place) => {
    const told = alone.rows[place];
    return told && told.loading === alone.loading ? { ...told, loading: known.loading } : row;
  });
  return { ...state, known: { ...known, rows } };
}

/** As it will be once what is on its way has arrived. */
export function shownOrder({ known, pending }: OrderState): KnownOrder {
  let shown = known;
  for (const { move } of pending) {
    const change = predictMove(shown, move);
    if (change && change.moved.length > 0) shown = applyChange(shown, change);
  }
  return shown;
}
