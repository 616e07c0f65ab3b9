import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ItemFilter, OrderItemFragment, ProductOrderQuery } from '../../../generated/graphql';
import { useLiveSubscription } from '../../../platform/live/use-live-subscription';
import { type BacklogChange, useBacklogChanges } from '../use-backlog-changes';
import { missingWindows, WINDOW } from './known-order';
import { cutOf } from './order-cut';
import { ORDER_CHANGED, PRODUCT_ORDER } from './order.operations';
import { newOrderState, nextOrderState, shownOrder } from './order-state';

/** Windows that are asked for at the same time: who flings the list past a hundred of them waits for none but the last. */
const AT_ONCE = 2;
/** Rows beyond those in sight that are loaded already. */
const AHEAD = 30;
/** While it is scrolled, what is in sight is looked at so often, in milliseconds. */
const PAUSE = 100;
/** Milliseconds in which a change that was answered should have been told live, too. */
const TOLD_WITHIN = 2_000;

type Loaded = ProductOrderQuery['productOrder'];
export type OrderHead = Pick<Loaded, 'viewerCan' | 'ownAreas' | 'length' | 'total'>;
export type Items = ReadonlyMap<string, OrderItemFragment>;
export type Sight = { first: number; last: number };

/**
 * One product's order, window by window as it comes into sight, kept up with what others move. The items are kept here
 * and not in Apollo's cache: twenty thousand of them would be written to the device with every change.
 * @param filter the same object as long as it says the same
 */
export function useOrder(productId: string, filter: ItemFilter) {
  const client = useApolloClient();
  const asked = JSON.stringify([productId, filter]);
  const [state, dispatch] = useReducer(nextOrderState, cutOf(filter), newOrderState);
  const [items, setItems] = useState<Items>(() => new Map());
  const [head, setHead] = useState<OrderHead | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  /** What the rows that are shown answer to; another than asked while its first answer is awaited. */
  const [answered, setAnswered] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ asked: string; failure: unknown } | null>(null);
  const error = failed?.asked === asked ? failed.failure : null;
  /** Counts answers: also one that was of no use leads on. */
  const [, setAnswers] = useState(0);
  const underWay = useRef(new Map<number, string>());
  const latest = useRef({ asked, answered, known: state.known, failed: false });
  useEffect(() => {
    latest.current = { asked, answered, known: state.known, failed: error !== null };
  }, [asked, answered, state.known, error]);

  const take = useCallback(
    (of: string, from: number, order: Loaded) => {
      if (latest.current.asked !== of) return;
      if (latest.current.answered !== of) {
        dispatch({ type: 'shown-else', cut: cutOf(filter) });
        setAnswered(of);
        latest.current.answered = of;
      }
      const { number, length, total, rows, viewerCan, ownAreas } = order;
      setHead({ length, total, viewerCan, ownAreas });
      setCursor((known) => known ?? order.cursor);
      setItems((known) => {
        const next = new Map(known);
        for (const { item } of rows) next.set(item.id, item);
        return next;
      });
      const told = rows.map(({ position, item }) => ({ id: item.id, areaId: item.area?.id ?? null, position }));
      dispatch({ type: 'loaded', window: { number, length, total, from, rows: told } });
    },
    [filter],
  );

  const load = useCallback(
    async (from: number): Promise<void> => {
      underWay.current.set(from, asked);
      try {
        const { data } = await client.query({
          query: PRODUCT_ORDER,
          variables: { productId, filter, from: from + 1, count: WINDOW },
          // The first window can be read without a connection; the others would only fill the device.
          fetchPolicy: from === 0 ? 'network-only' : 'no-cache',
        });
        if (data) take(asked, from, data.productOrder);
        setFailed(null);
      } catch (failure) {
        setFailed({ asked, failure });
      } finally {
        if (underWay.current.get(from) === asked) underWay.current.delete(from);
        setAnswers((count) => count + 1);
      }
    },
    [client, productId, filter, asked, take],
  );

  const { known } = state;
  const shown = useMemo(() => shownOrder(state), [state]);
  const sight = useRef<Sight>({ first: 0, last: 0 });
  const fill = useCallback(() => {
    const { known: there, answered: to, failed: no } = latest.current;
    if (no) return;
    const { first, last } = sight.current;
    // Another question: its first window decides how many there are.
    const missing = to === asked ? missingWindows(there, first - AHEAD, last + AHEAD) : [0];
    const running = underWay.current;
    for (const from of missing) {
      const asks = [...running.values()].filter((of) => of === asked).length;
      if (asks < AT_ONCE && running.get(from) !== asked) void load(from);
    }
  }, [asked, load]);
  const filling = useRef(fill);
  // Whatever was drawn anew: there may be more to load.
  useEffect(() => {
    filling.current = fill;
    fill();
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // What is scrolled past draws nothing anew but the rows.
  const onSight = useCallback((next: Sight) => {
    sight.current = next;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      filling.current();
    }, PAUSE);
  }, []);

  useLiveSubscription({
    document: ORDER_CHANGED,
    variables: { productId },
    after: cursor,
    pick: (data) => data.orderChanged,
    onChange: ({ number, scope, areaId, moved }) => {
      if (number === null || scope === null) return;
      dispatch({ type: 'changed', change: { number, scope, areaId, moved } });
    },
    onResync: () => dispatch({ type: 'doubted' }),
  });
  const concerns = ({ event, id }: BacklogChange): boolean => {
    if (event === null || id === null) return true;
    if (event.startsWith('scenario.') || event.startsWith('order.')) return false;
    // Stands for all that were changed together, by the first of them.
    if (event.startsWith('item.bulk-')) return true;
    // Who no longer passes a filter, or does now, is not told.
    return event.startsWith('dependency.') || items.has(id) || state.known.cut.kind !== 'WHOLE';
  };
  const doubt = useCallback(() => dispatch({ type: 'doubted' }), []);
  useBacklogChanges(answered === null ? null : productId, async () => doubt(), concerns);

  const expect = useCallback((number: number) => {
    setTimeout(() => {
      if (latest.current.known.number < number) dispatch({ type: 'doubted' });
    }, TOLD_WITHIN);
  }, []);
  const put = useCallback((item: OrderItemFragment) => setItems((before) => new Map(before).set(item.id, item)), []);
  const retry = () => setFailed(null);

  return {
    order: shown,
    known,
    items,
    head,
    pending: state.pending,
    /** The first answer has come; `answered`: to what. */
    ready: answered !== null,
    answered,
    /** What is shown answers another question; its answer is on the way. */
    stale: answered !== asked,
    error,
    retry,
    dispatch,
    onSight,
    /** A change with this number was made: it is told live, or loaded. */
    expect,
    /** Everything in sight is loaded again. */
    doubt,
    put,
  };
}

export type LoadedOrder = ReturnType<typeof useOrder>;
