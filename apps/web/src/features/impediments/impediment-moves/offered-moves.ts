import {
  IMPEDIMENT_STATE_TITLES,
  type ImpedimentState,
  legalMoves,
  OPEN_STATES,
  TRANSITIONS,
  type TransitionAction,
} from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { MOVE_WORDS } from './move-words';

export type Move = { action: TransitionAction; to: ImpedimentState };

type Movable = Pick<ImpedimentCardFragment, 'state' | 'severity' | 'level' | 'owner' | 'viewerCan'>;

const factsOf = ({ owner, severity, level }: Movable) => ({ ownerId: owner?.id ?? null, severity, level });

/** Where this viewer may take it now: legal in its state, and permitted by the server. */
export function offeredMoves(impediment: Movable): Move[] {
  return legalMoves(impediment.state, factsOf(impediment)).filter(({ action }) =>
    impediment.viewerCan.includes(action),
  );
}

export function moveTo(impediment: Movable, to: ImpedimentState): Move | undefined {
  return offeredMoves(impediment).find((move) => move.to === to);
}

const orList = new Intl.ListFormat('en', { type: 'disjunction' });

/** Why a column does not accept it, as a short sentence; null where it does, and where it is already. */
export function whyNot(impediment: Movable, to: ImpedimentState): string | null {
  if (impediment.state === to || moveTo(impediment, to)) return null;
  const legal = legalMoves(impediment.state, factsOf(impediment)).find((move) => move.to === to);
  if (legal) return `You may not ${MOVE_WORDS[legal.action].verb} this one.`;
  const rows = TRANSITIONS.filter((row) => row.to === to);
  if (to === 'RAISED') return 'It is triaged already.';
  if (rows.some((row) => row.from.includes(impediment.state))) return 'It is not triaged yet.';
  const from = OPEN_STATES.filter((state) => state !== to && rows.some((row) => row.from.includes(state)));
  return `Only from ${orList.format(from.map((state) => IMPEDIMENT_STATE_TITLES[state]))}.`;
}
