import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useEffect, useRef, useState } from 'react';
import type { ScenarioFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { movedWords } from '../order/move-words';
import { predictMove, type Move } from '../order/predict-move';
import { MOVES, type OrderMoves, useMarks, useSteps } from '../order/use-order-moves';
import { offerUndo } from '../undo/offer-undo';
import { MOVE_IN_SCENARIO, UNDO_SCENARIO_MOVE } from './scenario-acts.operations';
import { SCENARIO } from './scenarios.operations';
import type { LoadedScenario } from './use-scenario-order';

/**
 * Moves of a scenario show at once and are sent one after the other, as each needs the version that the one before made;
 * what is refused goes back where it was, and says why.
 */
export function useScenarioMoves(
  { id, version }: Pick<ScenarioFactsFragment, 'id' | 'version'>,
  { known, items, dispatch }: LoadedScenario,
): OrderMoves {
  const client = useApolloClient();
  const { marks, mark } = useMarks();
  const [moving, setMoving] = useState(0);
  const latest = useRef({ known, items, version });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    // What was answered a moment ago may be ahead of what was loaded.
    latest.current = { known, items, version: Math.max(version, latest.current.version) };
  }, [known, items, version]);

  /** One after the other. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = queue.current.then(run);
    queue.current = turn.catch(() => {});
    return turn;
  };
  /** @param made the version that the move made: the server takes back the last one, and means no other */
  const takeBack = async (label: string, made: number): Promise<void> => {
    if (latest.current.version !== made) {
      notify({ title: 'Not taken back: the scenario was changed since.', detail: 'Move it back where it was.' });
      return;
    }
    const { data } = await inTurn(() =>
      client.mutate({
        mutation: UNDO_SCENARIO_MOVE,
        variables: { id, version: latest.current.version, idempotencyKey: newIdempotencyKey() },
      }),
    );
    latest.current.version = data?.undoScenarioMove.version ?? latest.current.version;
    dispatch({ type: 'doubted' });
    notify({ title: `Taken back: ${label}`, subject: MOVES });
  };
  const send = async (key: string, move: Move): Promise<boolean> => {
    const { ids, to } = move;
    const label = labelOf(move, latest.current);
    setMoving((count) => count + 1);
    try {
      const { data } = await inTurn(() =>
        client.mutate({
          mutation: MOVE_IN_SCENARIO,
          variables: { id, version: latest.current.version, ids: [...ids], to, idempotencyKey: key },
        }),
      );
      if (!data) throw new Error('A mutation answered with neither data nor errors.');
      const { version: made } = data.moveInScenario;
      latest.current.version = made;
      dispatch({ type: 'settled', key, number: made });
      // The rows that were pushed aside are told by the next loading.
      dispatch({ type: 'doubted' });
      mark(ids, 'moved');
      offerUndo({ id: key, label, subject: MOVES, takeBack: () => takeBack(label, made) });
      return true;
    } catch (error) {
      const { code, title, next } = shownRefusal(error);
      dispatch({ type: 'withdrawn', key });
      mark(ids, 'back');
      notify({ tone: 'problem', title, detail: next });
      // It was changed elsewhere: what is shown is loaded afresh, and moved from there.
      if (code === 'CONFLICT') await client.refetchQueries({ include: [SCENARIO] }).catch(() => []);
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
      else void send(key, move);
    },
  );
  const move = (one: Move): Promise<boolean> => {
    steps.flush();
    const key = newIdempotencyKey();
    dispatch({ type: 'begun', key, move: one });
    return send(key, one);
  };
  return { move, step: steps.step, marks, moving: moving > 0 };
}

/** By what is known before it is sent; how it went on screen is the same. */
function labelOf(move: Move, { known, items }: Pick<LoadedScenario, 'known' | 'items'>): string {
  const { ids } = move;
  const [first] = predictMove(known, move)?.moved ?? [];
  const item = items.get(first?.itemId ?? ids[0] ?? '');
  if (ids.length > 1 && !first) return `${plural(ids.length, 'item')} were moved.`;
  if (!item || !first) return `${item?.key ?? 'It'} was moved.`;
  return movedWords({ scope: 'ORDER', from: first.from, to: first.to, count: ids.length, item, scenario: null });
}
