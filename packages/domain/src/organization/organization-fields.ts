import { IANAZone } from 'luxon';
import { atMost, day, each, filledLine, problemsOf, wholeNumber } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import { HOLIDAY_COUNT_LIMIT } from './holidays.js';

/** Characters. */
export const NAME_LIMIT = 200;
const PURPOSE_LIMIT = 2_000;
const EMAIL_LIMIT = 320;

/** What somebody gave; fields that are missing or null are not checked. Dates are YYYY-MM-DD. */
export interface OrganizationInput {
  name?: string | null | undefined;
  slug?: string | null | undefined;
  timeZone?: string | null | undefined;
  workingDays?: readonly number[] | null | undefined;
  /** With `workingDayEnds`, both as they will be, so that they can be compared. */
  workingDayStarts?: number | null | undefined;
  workingDayEnds?: number | null | undefined;
  holidays?: readonly string[] | null | undefined;
  purpose?: string | null | undefined;
  note?: string | null | undefined;
  email?: string | null | undefined;
  archivedOn?: string | null | undefined;
  startsOn?: string | null | undefined;
  endsBefore?: string | null | undefined;
  sharePercent?: number | null | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function organizationProblems(input: OrganizationInput): FieldProblem[] {
  return [
    ...problemsOf('name', input.name, filledLine('Give it a name', NAME_LIMIT)),
    ...problemsOf('slug', input.slug, slug),
    ...problemsOf('timeZone', input.timeZone, timeZone),
    ...problemsOf('workingDays', input.workingDays, workingDays),
    ...problemsOf('workingDayStarts', input.workingDayStarts, wholeNumber(0, 23)),
    ...problemsOf('workingDayEnds', input.workingDayEnds, (end) => workingDayEnds(end, input.workingDayStarts ?? 0)),
    ...problemsOf('holidays', input.holidays, holidays),
    ...problemsOf('purpose', input.purpose, atMost(PURPOSE_LIMIT)),
    ...problemsOf('note', input.note, atMost(PURPOSE_LIMIT)),
    ...problemsOf('email', input.email, email),
    ...problemsOf('archivedOn', input.archivedOn, day),
    ...problemsOf('startsOn', input.startsOn, day),
    ...problemsOf('endsBefore', input.endsBefore, (end) => day(end) ?? after(end, input.startsOn)),
    ...problemsOf('sharePercent', input.sharePercent, wholeNumber(1, 100)),
  ];
}

function slug(value: string): string | null {
  const fits = /^[a-z0-9][a-z0-9-]{0,62}$/.test(value);
  return fits ? null : 'Use 1 to 63 lower-case letters, digits and hyphens, and begin with a letter or digit.';
}

function timeZone(value: string): string | null {
  return IANAZone.isValidZone(value) ? null : 'Choose a time zone of the list, such as Europe/Berlin.';
}

function workingDays(days: readonly number[]): string | null {
  if (days.length === 0) return 'Choose at least one working day.';
  if (new Set(days).size < days.length) return 'Name each working day once.';
  return each(wholeNumber(1, 7))(days);
}

function workingDayEnds(end: number, start: number): string | null {
  return wholeNumber(1, 24)(end) ?? (end > start ? null : 'Let the working day end after it starts.');
}

function holidays(days: readonly string[]): string | null {
  if (days.length > HOLIDAY_COUNT_LIMIT) return `Give at most ${HOLIDAY_COUNT_LIMIT} holidays.`;
  return each(day)(days);
}

/** Only the shape; whether it is theirs is found out by inviting them. */
function email(value: string): string | null {
  const fits = /^[^@\s]+@[^@\s]+$/.test(value);
  return fits ? atMost(EMAIL_LIMIT)(value) : 'Give an e-mail address such as ana@example.org.';
}

function after(end: string, start: string | null | undefined): string | null {
  return start === null || start === undefined || end > start ? null : 'Let it end after it starts.';
}
