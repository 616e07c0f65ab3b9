/** An action is a small promise: open until it is done or dropped, and reopened when that was wrong. */
export const ACTION_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_STATE_TITLES: Record<ActionState, string> = { OPEN: 'Open', DONE: 'Done', DROPPED: 'Dropped' };

export const isOverdue = ({ state, dueOn }: { state: ActionState; dueOn: string }, today: string): boolean =>
  state === 'OPEN' && dueOn < today;
