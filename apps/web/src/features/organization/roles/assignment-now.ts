import type { Conflict } from '../../../platform/forms/conflict';
import { textOf } from '../../../platform/forms/conflict';
import { rangeWords } from '../../../platform/dates/day-words';

/** What an assignment is like after somebody else's change. */
export function assignmentNow(conflict: Conflict, today: string): { label: string; value: string }[] {
  const range = { startsOn: textOf(conflict, 'startsOn') || null, endsBefore: textOf(conflict, 'endsBefore') || null };
  return [{ label: 'Dates', value: rangeWords(range, today) }];
}
