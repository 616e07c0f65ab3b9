import { ACTION_STATES, type ActionState } from '@chapterhouse/domain/cadences/action-state';
import type { ActionFilter } from '../../../generated/graphql';

/** What the screen shows, as its address says it. */
export type ActionsView = { whose: 'mine' | 'all'; state: ActionState; overdue: boolean };

export function readView(params: URLSearchParams): ActionsView {
  const given = params.get('state')?.toUpperCase();
  return {
    whose: params.get('whose') === 'all' ? 'all' : 'mine',
    state: ACTION_STATES.find((state) => state === given) ?? 'OPEN',
    overdue: params.get('overdue') === '1',
  };
}

export function writeView({ whose, state, overdue }: ActionsView, before: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(before);
  for (const name of ['whose', 'state', 'overdue']) params.delete(name);
  if (whose === 'all') params.set('whose', 'all');
  if (state !== 'OPEN') params.set('state', state.toLowerCase());
  if (overdue) params.set('overdue', '1');
  return params;
}

export function filterOf({ whose, state, overdue }: ActionsView): ActionFilter {
  return { state, ...(whose === 'mine' && { mine: true }), ...(overdue && { overdue: true }) };
}
