import { IANAZone } from 'luxon';
import { type Check, atMost, day, each, filled, filledLine, oneOf, problemsOf, wholeNumber } from '../field-checks.js';
import { ROLES } from '../organization/role.js';
import type { FieldProblem } from '../refusal.js';
import { CADENCE_KINDS, FACILITATION_MODES } from './cadence-kinds.js';
import { localDateTimeProblem } from './wall-clock.js';

/** Characters. */
export const CADENCE_NAME_LIMIT = 200;
export const CADENCE_PLACE_LIMIT = 500;
export const CADENCE_AGENDA_LIMIT = 20_000;
export const OCCURRENCE_NOTES_LIMIT = 50_000;
export const OCCURRENCE_REASON_LIMIT = 2_000;
/** Two weeks: calendars from elsewhere have conferences in them. */
export const MOST_MINUTES = 20_160;
/** How many. */
export const CADENCE_PEOPLE_LIMIT = 200;
/** Days and occurrences that one look at the calendar may span. */
export const CALENDAR_DAY_LIMIT = 100;
export const CALENDAR_OCCURRENCE_LIMIT = 2_000;
export const NEXT_OCCURRENCE_LIMIT = 20;

/** What somebody gave; fields that are missing or null are not checked. */
export interface CadenceInput {
  kind?: string | null | undefined;
  name?: string | null | undefined;
  startsAt?: string | null | undefined;
  timeZone?: string | null | undefined;
  minutes?: number | null | undefined;
  place?: string | null | undefined;
  agenda?: string | null | undefined;
  facilitation?: string | null | undefined;
  roles?: readonly string[] | null | undefined;
  personIds?: readonly string[] | null | undefined;
  rotaPersonIds?: readonly string[] | null | undefined;
  /** YYYY-MM-DD. */
  endsBefore?: string | null | undefined;
  /** Of one date. */
  to?: string | null | undefined;
  reason?: string | null | undefined;
  notes?: string | null | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. The rule is `ruleProblems`'s. */
export function cadenceProblems(input: CadenceInput): FieldProblem[] {
  return [
    ...problemsOf('kind', input.kind, oneOf(CADENCE_KINDS)),
    ...problemsOf('name', input.name, filledLine('Give it a name', CADENCE_NAME_LIMIT)),
    ...problemsOf('startsAt', input.startsAt, localDateTimeProblem),
    ...problemsOf('timeZone', input.timeZone, timeZone),
    ...problemsOf('minutes', input.minutes, wholeNumber(1, MOST_MINUTES)),
    ...problemsOf('place', input.place, line(CADENCE_PLACE_LIMIT)),
    ...problemsOf('agenda', input.agenda, atMost(CADENCE_AGENDA_LIMIT)),
    ...problemsOf('facilitation', input.facilitation, oneOf(FACILITATION_MODES)),
    ...problemsOf('audience.roles', input.roles, each(oneOf(ROLES))),
    ...problemsOf('audience.personIds', input.personIds, people),
    ...problemsOf('rotaPersonIds', input.rotaPersonIds, people),
    ...problemsOf('endsBefore', input.endsBefore, day),
    ...problemsOf('to', input.to, localDateTimeProblem),
    ...problemsOf('reason', input.reason, filled('Give the reason', OCCURRENCE_REASON_LIMIT)),
    ...problemsOf('notes', input.notes, atMost(OCCURRENCE_NOTES_LIMIT)),
  ];
}

/** An IANA name; its own list is asked, nobody guesses. */
function timeZone(value: string): string | null {
  return IANAZone.isValidZone(value) ? null : 'Choose a time zone of the list, such as Europe/Berlin.';
}

function people(ids: readonly string[]): string | null {
  return ids.length > CADENCE_PEOPLE_LIMIT ? `Name at most ${CADENCE_PEOPLE_LIMIT} people.` : null;
}

function line(limit: number): Check<string> {
  return (value) => (/[\r\n]/.test(value) ? 'Keep this on one line.' : atMost(limit)(value));
}
