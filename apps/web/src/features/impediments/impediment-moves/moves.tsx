import { useApolloClient } from '@apollo/client/react';
import { announce } from '@chapterhouse/ui/live-region';
import { notify } from '@chapterhouse/ui/toast';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useMemo, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { focusCard } from '../focus-card';
import { useImpedimentAct } from '../use-impediment-act';
import type { Move } from './offered-moves';
import { useOpenUndo } from './offer-undo';
import { tellAlreadySo } from './tell-already-so';
import { CLOSE_IMPEDIMENT, START_IMPEDIMENT } from './moves.operations';

const LevelDialog = lazy(async () => ({ default: (await import('./level-dialog')).LevelDialog }));
const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog')).MoveDialog }));

type Begin = (impediment: ImpedimentCardFragment, move: Move) => void;
type BeginLevel = (impediment: ImpedimentCardFragment, to?: number) => void;

const MovesContext = createContext<{ begin: Begin; beginLevel: BeginLevel } | null>(null);

/** What needs no words from the person. */
const IMMEDIATE = { 'impediment:start': START_IMPEDIMENT, 'impediment:close': CLOSE_IMPEDIMENT } as const;
const isImmediate = (action: string): action is keyof typeof IMMEDIATE => Object.hasOwn(IMMEDIATE, action);

/** One way to move an impediment, for a drag, a menu and a button: at once, or after a few words in a dialog. */
export function MovesProvider({ children }: { children: ReactNode }) {
  const act = useImpedimentAct();
  const client = useApolloClient();
  const { person } = useViewer();
  const [asked, setAsked] = useState<{ impediment: ImpedimentCardFragment; move: Move } | null>(null);

  const [levelAsked, setLevelAsked] = useState<{ impediment: ImpedimentCardFragment; to: number | undefined } | null>(
    null,
  );
  const undo = useOpenUndo();
  useShortcut({ key: 'z', label: 'Undo the last change', when: undo !== null, run: () => undo?.undo() });

  const moveNow = useCallback(
    async (impediment: ImpedimentCardFragment, action: keyof typeof IMMEDIATE, to: Move['to']) => {
      const { id, key, version, state } = impediment;
      announceMove(key, to);
      focusCard(key);
      // Nothing more can be asked of it until the server has answered.
      const optimistic = {
        __typename: 'Mutation' as const,
        impediment: { ...impediment, state: to, viewerCan: [], viewerUndo: null },
      };
      const variables = { id, version, idempotencyKey: newIdempotencyKey() };
      const outcome = await act(impediment, IMMEDIATE[action], variables, optimistic);
      if (outcome.done) return;
      focusCard(key);
      const { refusal, current } = outcome;
      if (current?.state === to) return void tellAlreadySo(client, current, person.id);
      const now = current && current.state !== state ? ` It is ${stateWords(current)} now.` : '';
      notify({
        tone: 'problem',
        title: `${key} went back to ${IMPEDIMENT_STATE_TITLES[current?.state ?? state]}.`,
        detail: `${refusal.title}${now} ${refusal.code === 'CONFLICT' ? 'Look at it, then move it again.' : refusal.next}`,
      });
    },
    [act, client, person.id],
  );

  const begin = useCallback<Begin>(
    (impediment, move) => {
      if (isImmediate(move.action)) void moveNow(impediment, move.action, move.to);
      else setAsked({ impediment, move });
    },
    [moveNow],
  );

  const beginLevel = useCallback<BeginLevel>((impediment, to) => setLevelAsked({ impediment, to }), []);
  const offered = useMemo(() => ({ begin, beginLevel }), [begin, beginLevel]);

  const close = () => {
    if (asked) focusCard(asked.impediment.key);
    setAsked(null);
  };
  const closeLevel = () => {
    if (levelAsked) focusCard(levelAsked.impediment.key);
    setLevelAsked(null);
  };
  return (
    <MovesContext value={offered}>
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
      {levelAsked && (
        <Suspense>
          <LevelDialog impediment={levelAsked.impediment} to={levelAsked.to} onClose={closeLevel} />
        </Suspense>
      )}
    </MovesContext>
  );
}

/** `begin(impediment, move)`; `move` is one of `offeredMoves(impediment)`. */
export function useBeginMove(): Begin {
  return useMoves().begin;
}

/** `beginLevel(impediment, to)` asks for another level and the reason. */
export function useBeginLevel(): BeginLevel {
  return useMoves().beginLevel;
}

function useMoves() {
  const moves = use(MovesContext);
  if (moves === null) throw new Error('Moves need a MovesProvider above them.');
  return moves;
}

/** For the ear; the eye sees the card, and the offer to take it back. */
function announceMove(key: string, to: Move['to']): void {
  announce(`${key} moved to ${IMPEDIMENT_STATE_TITLES[to]}.`);
}

function stateWords({ state, owner }: Pick<ImpedimentCardFragment, 'state' | 'owner'>): string {
  const title = IMPEDIMENT_STATE_TITLES[state];
  return owner ? `${title}, owned by ${owner.name},` : title;
}
