import type { Conflict } from '../dialogs/conflict';
import { textOf } from '../dialogs/conflict';
import { rangeWords } from '../dates/day-words';

/** What an assignment is like after somebody else's change. */
export function assignmentNow(conflict: Conflict, today: string): { label: string; value: string }[] {
  const range = { startsOn: textOf(conflict, 'startsOn') || null, endsBefore: textOf(conflict, 'endsBefore') || null };
  return [{ label: 'Dates', value: rangeWords(range, today) }];
}
