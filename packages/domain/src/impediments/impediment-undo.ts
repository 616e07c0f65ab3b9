import type { FieldChange } from '../event-payload.js';
import type { ImpedimentAction } from './impediment-policy.js';

/** How long a change is offered to be taken back, in seconds. */
export const UNDO_SECONDS = 10;
/** What the way from the screen to the server may take on top of it, in seconds. */
export const UNDO_GRACE_SECONDS = 5;

/** What is offered to be undone when somebody does it to one impediment: moves, and who has it at which level. */
const UNDOABLE: readonly ImpedimentAction[] = [
  'impediment:triage',
  'impediment:start',
  'impediment:resolve',
  'impediment:close',
  'impediment:decline',
  'impediment:mark-duplicate',
  'impediment:reopen',
  'impediment:set-level',
  'impediment:assign',
];

export const isUndoable = (action: ImpedimentAction): boolean => UNDOABLE.includes(action);

/** What undoing says that it changed: the same fields, the other way round. */
export function takenBack(changes: readonly FieldChange[]): FieldChange[] {
  return changes.map(({ field, from, to }) => ({ field, from: to, to: from }));
}

/** What was done, on the offer to take it back. */
const DONE: Partial<Record<ImpedimentAction, string>> = {
  'impediment:triage': 'Triaged',
  'impediment:start': 'Started',
  'impediment:resolve': 'Resolved',
  'impediment:close': 'Closed',
  'impediment:decline': 'Declined',
  'impediment:mark-duplicate': 'Marked as a duplicate:',
  'impediment:reopen': 'Reopened',
  'impediment:set-level': 'Changed the level of',
  'impediment:assign': 'Assigned',
  'impediment:label': 'Labelled',
};

/** "Started IMP-4." or "Assigned 12 impediments." */
export function undoLabel(action: ImpedimentAction, keys: readonly string[]): string {
  const [only] = keys;
  const what = keys.length === 1 && only !== undefined ? only : `${keys.length} impediments`;
  return `${DONE[action] ?? 'Changed'} ${what}.`;
}
