import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { offerUndo } from '../undo/offer-undo';
import { type KnownOrder, placeOf, positionAt } from './known-order';
import { MOVE_IN_ORDER, UNDO_ORDER_MOVE } from './order.operations';
import { movedWords } from './move-words';
import { type Move, predictMove } from './predict-move';
import type { Items, LoadedOrder } from './use-order';

/** Steps by keys are one move once they pause for so long, in milliseconds. */
const PAUSE = 600;
/** How long a mark of what moved stays, in milliseconds: as `--ch-mark`. */
const MARK = 6_000;

/** What is said about a move takes the place of what was said about the one before. */
export const MOVES = 'moves of the order';

export type Mark = 'moved' | 'back';

/** Moves show at once; what is refused goes back where it was, and says why. */
export function useOrderMoves(order: LoadedOrder) {
  const { dispatch, expect, doubt } = order;
  const client = useApolloClient();
  const { marks, mark } = useMarks();
  const [moving, setMoving] = useState(0);
  // A move is sent and answered later than it was made: what is known by then counts.
  const latest = useRef(order);
  useEffect(() => {
    latest.current = order;
  }, [order]);

  const takeBack = async (id: string, label: string): Promise<void> => {
    const variables = { id, idempotencyKey: newIdempotencyKey() };
    const { data } = await client.mutate({ mutation: UNDO_ORDER_MOVE, variables });
    const { number, moves } = data?.undoOrderMove ?? { number: 0, moves: [] };
    expect(number);
    const back = moves.map(({ item }) => item.id);
    mark(back, 'back');
    notify({ title: `Taken back: ${label}`, subject: MOVES });
  };
  const send = async (key: string, { ids, to, withinArea }: Move, reason: string): Promise<boolean> => {
    const { known, items } = latest.current;
    const was = wordsBack(ids, known, items);
    setMoving((count) => count + 1);
    try {
      const said = reason.trim();
      const { data } = await client.mutate({
        mutation: MOVE_IN_ORDER,
        variables: { ids: [...ids], to, withinArea, reason: said === '' ? null : said, idempotencyKey: key },
      });
      if (!data) throw new Error('A mutation answered with neither data nor errors.');
      const { number, moves, undo } = data.moveInOrder;
      dispatch({ type: 'settled', key, number });
      expect(number);
      mark(ids, 'moved');
      // What waits for one that moved may be in conflict now, or no longer.
      if (ids.some((id) => (items.get(id)?.dependencies.length ?? 0) > 0)) doubt();
      if (undo) {
        const [move] = moves;
        const label = move ? movedWords(move) : undo.label;
        offerUndo({ id: undo.id, label, subject: MOVES, takeBack: () => takeBack(undo.id, label) });
      } else notify({ title: 'Nothing had to be moved.', subject: MOVES });
      return true;
    } catch (error) {
      const { title, next } = shownRefusal(error);
      dispatch({ type: 'withdrawn', key });
      mark(ids, 'back');
      notify({ tone: 'problem', title: `${was} ${title}`, detail: next });
      return false;
    } finally {
      setMoving((count) => count - 1);
    }
  };

  const steps = useSteps(
    (key, move) => dispatch({ type: 'begun', key, move }),
    (key, move) => {
      // Up and down again.
      if (predictMove(latest.current.known, move)?.moved.length === 0) dispatch({ type: 'withdrawn', key });
      else void send(key, move, '');
    },
  );
  const move = (one: Move, reason = ''): Promise<boolean> => {
    steps.flush();
    const key = newIdempotencyKey();
    dispatch({ type: 'begun', key, move: one });
    return send(key, one, reason);
  };
  return { move, step: steps.step, marks, moving: moving > 0 };
}

export type OrderMoves = ReturnType<typeof useOrderMoves>;

function wordsBack(ids: readonly string[], known: KnownOrder, items: Items): string {
  if (ids.length > 1) return `${ids.length} items went back to where they were.`;
  const [id = ''] = ids;
  const at = positionAt(known, placeOf(known, id));
  return `${items.get(id)?.key ?? 'It'} went back${at === null ? '' : ` to ${at.toLocaleString('en')}`}.`;
}

type Open = { key: string; move: Move; timer: ReturnType<typeof setTimeout> };

/** Steps show one by one and are sent as one move: ten steps up are one line of the history. */
export function useSteps(show: (key: string, move: Move) => void, send: (key: string, move: Move) => void) {
  const open = useRef<Open | null>(null);
  const sending = useRef(send);
  useEffect(() => {
    sending.current = send;
  });
  const flush = useCallback(() => {
    const ended = open.current;
    if (!ended) return;
    clearTimeout(ended.timer);
    open.current = null;
    sending.current(ended.key, ended.move);
  }, []);
  // Who leaves the screen meant what they did.
  useEffect(() => flush, [flush]);
  const step = (move: Move) => {
    if (open.current && open.current.move.ids.join() !== move.ids.join()) flush();
    const key = open.current?.key ?? newIdempotencyKey();
    clearTimeout(open.current?.timer);
    open.current = { key, move, timer: setTimeout(flush, PAUSE) };
    show(key, move);
  };
  return { flush, step };
}

/** What moved, and what went back, is marked for a while. */
export function useMarks() {
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(() => new Map());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach((timer) => clearTimeout(timer));
  }, []);
  const mark = useCallback((ids: readonly string[], as: Mark) => {
    setMarks((before) => new Map([...before, ...ids.map((id) => [id, as] as const)]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setMarks((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
    }, MARK);
    timers.current.add(timer);
  }, []);
  return { marks, mark };
}
