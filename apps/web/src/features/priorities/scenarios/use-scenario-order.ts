import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import type { ItemFilter, OrderItemFragment, ScenarioOrderQuery } from '../../../generated/graphql';
import { missingWindows, WINDOW } from '../order/known-order';
import { cutOf } from '../order/order-cut';
import { newOrderState, nextOrderState, shownOrder } from '../order/order-state';
import type { Items, Sight } from '../order/use-order';
import { SCENARIO_ORDER } from './scenarios.operations';

/** Rows beyond those in sight that are loaded already. */
const AHEAD = 30;

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
  const [answered, setAnswered] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [sight, setSight] = useState<Sight>({ first: 0, last: 0 });
  const underWay = useRef(new Set<string>());
  const latest = useRef({ asked, answered });
  useEffect(() => {
    latest.current = { asked, answered };
  }, [asked, answered]);

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
      if (underWay.current.has(name)) return;
      underWay.current.add(name);
      try {
        const { data } = await client.query({
          query: SCENARIO_ORDER,
          variables: { id, filter, from: from + 1, count: WINDOW },
          fetchPolicy: 'no-cache',
        });
        if (data) take(asked, from, data.scenarioOrder);
        setError(null);
      } catch (failure) {
        if (latest.current.asked === asked) setError(failure);
      } finally {
        underWay.current.delete(name);
      }
    },
    [client, id, filter, asked, take],
  );

  useEffect(() => {
    setError(null);
    void load(0);
  }, [load]);

  const { known } = state;
  const shown = useMemo(() => shownOrder(state), [state]);
  const isBehind = known.number >= 0 && known.number < version;
  useEffect(() => {
    if (isBehind) dispatch({ type: 'doubted' });
  }, [isBehind, version]);
  const fill = useEffectEvent(() => {
    if (answered !== asked || error !== null) return;
    for (const from of missingWindows(known, sight.first - AHEAD, sight.last + AHEAD)) void load(from);
  });
  useEffect(() => fill(), [known, sight, answered, asked, error]);

  const retry = () => {
    setError(null);
    void load(0);
  };
  return {
    order: shown,
    known,
    items,
    was,
    pending: state.pending,
    /** The first answer to what is asked has come. */
    ready: answered !== null,
    /** What is shown answers another question; its answer is on the way. */
    stale: answered !== asked,
    answered,
    error,
    retry,
    dispatch,
    setSight,
  };
}

export type LoadedScenario = ReturnType<typeof useScenarioOrder>;
