import { announce } from '@chapterhouse/ui/live-region';
import { notify } from '@chapterhouse/ui/toast';
import { IMPEDIMENT_STATE_TITLES, OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { focusCard } from '../focus-card';
import { useImpedimentAct } from '../use-impediment-act';
import type { Move } from './offered-moves';
import { CLOSE_IMPEDIMENT, START_IMPEDIMENT } from './moves.operations';

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog')).MoveDialog }));

type Begin = (impediment: ImpedimentCardFragment, move: Move) => void;

const MovesContext = createContext<Begin | null>(null);

/** What needs no words from the person. */
const IMMEDIATE = { 'impediment:start': START_IMPEDIMENT, 'impediment:close': CLOSE_IMPEDIMENT } as const;
const isImmediate = (action: string): action is keyof typeof IMMEDIATE => Object.hasOwn(IMMEDIATE, action);

/** One way to move an impediment, for a drag, a menu and a button: at once, or after a few words in a dialog. */
export function MovesProvider({ children }: { children: ReactNode }) {
  const act = useImpedimentAct();
  const [asked, setAsked] = useState<{ impediment: ImpedimentCardFragment; move: Move } | null>(null);

  const moveNow = useCallback(
    async (impediment: ImpedimentCardFragment, action: keyof typeof IMMEDIATE, to: Move['to']) => {
      const { id, key, version, state } = impediment;
      announceMove(key, to);
      focusCard(key);
      // Nothing more can be asked of it until the server has answered.
      const optimistic = { __typename: 'Mutation' as const, impediment: { ...impediment, state: to, viewerCan: [] } };
      const variables = { id, version, idempotencyKey: newIdempotencyKey() };
      const outcome = await act(impediment, IMMEDIATE[action], variables, optimistic);
      if (outcome.done) return;
      focusCard(key);
      const { refusal, current } = outcome;
      const now = current && current.state !== state ? ` It is ${stateWords(current)} now.` : '';
      notify({
        tone: 'problem',
        title: `${key} went back to ${IMPEDIMENT_STATE_TITLES[current?.state ?? state]}.`,
        detail: `${refusal.title}${now} ${refusal.code === 'CONFLICT' ? 'Look at it, then move it again.' : refusal.next}`,
      });
    },
    [act],
  );

  const begin = useCallback<Begin>(
    (impediment, move) => {
      if (isImmediate(move.action)) void moveNow(impediment, move.action, move.to);
      else setAsked({ impediment, move });
    },
    [moveNow],
  );

  const close = () => {
    if (asked) focusCard(asked.impediment.key);
    setAsked(null);
  };
  return (
    <MovesContext value={begin}>
      {children}
      {asked && (
        <Suspense>
          <MoveDialog
            impediment={asked.impediment}
            move={asked.move}
            onClose={close}
            onDone={(state) => {
              announceMove(asked.impediment.key, state);
              close();
            }}
          />
        </Suspense>
      )}
    </MovesContext>
  );
}

/** `begin(impediment, move)`; `move` is one of `offeredMoves(impediment)`. */
export function useBeginMove(): Begin {
  const begin = use(MovesContext);
  if (begin === null) throw new Error('useBeginMove needs a MovesProvider above it.');
  return begin;
}

function announceMove(key: string, to: Move['to']): void {
  const words = `${key} moved to ${IMPEDIMENT_STATE_TITLES[to]}.`;
  // What leaves the board is said to the eye as well.
  if (OPEN_STATES.includes(to)) announce(words);
  else notify({ title: words, detail: 'You find it in the history.' });
}

function stateWords({ state, owner }: Pick<ImpedimentCardFragment, 'state' | 'owner'>): string {
  const title = IMPEDIMENT_STATE_TITLES[state];
  return owner ? `${title}, owned by ${owner.name},` : title;
}
