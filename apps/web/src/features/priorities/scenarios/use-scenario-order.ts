import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ItemFilter, OrderItemFragment, ScenarioOrderQuery } from '../../../generated/graphql';
import { missingWindows, WINDOW } from '../order/known-order';
import { cutOf } from '../order/order-cut';
import { newOrderState, nextOrderState, shownOrder } from '../order/order-state';
import type { Items, Sight } from '../order/use-order';
import { SCENARIO_ORDER } from './scenarios.operations';

/** Rows beyond those in sight that are loaded already. */
const AHEAD = 30;
/** While it is scrolled, what is in sight is looked at so often, in milliseconds. */
const PAUSE = 100;

type Loaded = ScenarioOrderQuery['scenarioOrder'];

/**
 * A scenario's order, window by window as it comes into sight. What counts its moves is its version: every change of it
 * is one more.
 * @param version as it is known now; a later one is loaded
 * @param filter the same object as long as it says the same
 */
export function useScenarioOrder(id: string, version: number, filter: ItemFilter) {
  const client = useApolloClient();
  const asked = JSON.stringify([id, filter]);
  const [state, dispatch] = useReducer(nextOrderState, cutOf(filter), newOrderState);
  const [items, setItems] = useState<Items>(() => new Map());
  /** Where items stood in the order that it was copied from; null: nowhere. */
  const [was, setWas] = useState<ReadonlyMap<string, number | null>>(() => new Map());
  /** What the rows that are shown answer to; another than asked while its first answer is awaited. */
  const [answered, setAnswered] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ asked: string; failure: unknown } | null>(null);
  const error = failed?.asked === asked ? failed.failure : null;
  /** Counts answers: also one that was of no use leads on. */
  const [answers, setAnswers] = useState(0);
  const underWay = useRef(new Set<string>());
  const latest = useRef({ asked, answered, known: state.known, failed: false });
  useEffect(() => {
    latest.current = { asked, answered, known: state.known, failed: error !== null };
  }, [asked, answered, state.known, error]);

  const take = useCallback(
    (of: string, from: number, { scenario, length, total, rows }: Loaded) => {
      if (latest.current.asked !== of) return;
      if (latest.current.answered !== of) {
        dispatch({ type: 'shown-else', cut: cutOf(filter) });
        setAnswered(of);
        latest.current.answered = of;
      }
      setItems((known) => new Map([...known, ...rows.map(({ item }): [string, OrderItemFragment] => [item.id, item])]));
      setWas((known) => new Map([...known, ...rows.map((row): [string, number | null] => [row.item.id, row.was])]));
      const told = rows.map(({ position, item }) => ({ id: item.id, areaId: item.area?.id ?? null, position }));
      dispatch({ type: 'loaded', window: { number: scenario.version, length, total, from, rows: told } });
    },
    [filter],
  );

  const load = useCallback(
    async (from: number): Promise<void> => {
      const name = `${asked} ${from}`;
      underWay.current.add(name);
      try {
        const { data } = await client.query({
          query: SCENARIO_ORDER,
          variables: { id, filter, from: from + 1, count: WINDOW },
          fetchPolicy: 'no-cache',
        });
        if (data) take(asked, from, data.scenarioOrder);
        setFailed(null);
      } catch (failure) {
        setFailed({ asked, failure });
      } finally {
        underWay.current.delete(name);
        setAnswers((count) => count + 1);
      }
    },
    [client, id, filter, asked, take],
  );

  const { known } = state;
  const shown = useMemo(() => shownOrder(state), [state]);
  // A later version than what is shown: it moved here a moment ago, or elsewhere.
  const isBehind = known.number >= 0 && known.number < version;
  useEffect(() => {
    if (isBehind) dispatch({ type: 'doubted' });
  }, [isBehind, version]);
  const sight = useRef<Sight>({ first: 0, last: 0 });
  const fill = useCallback(() => {
    const { known: there, answered: to, failed: no } = latest.current;
    if (no) return;
    const { first, last } = sight.current;
    // Another question: its first window decides how many there are.
    const missing = to === asked ? missingWindows(there, first - AHEAD, last + AHEAD) : [0];
    for (const from of missing) if (!underWay.current.has(`${asked} ${from}`)) void load(from);
  }, [asked, load]);
  // oxlint-disable-next-line react/exhaustive-deps, react/set-state-in-effect -- what it looks at is in `latest`; it asks the server
  useEffect(() => fill(), [fill, known, answered, error, answers]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onSight = useCallback(
    (next: Sight) => {
      sight.current = next;
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        fill();
      }, PAUSE);
    },
    [fill],
  );

  return {
    order: shown,
    known,
    items,
    was,
    pending: state.pending,
    /** The first answer has come; `answered`: to what. */
    ready: answered !== null,
    answered,
    /** What is shown answers another question; its answer is on the way. */
    stale: answered !== asked,
    error,
    retry: () => setFailed(null),
    dispatch,
    onSight,
  };
}

export type LoadedScenario = ReturnType<typeof useScenarioOrder>;
