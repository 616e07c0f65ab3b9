import { type Check, day, filledLine, oneOf, problemsOf, wholeNumber } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import { ROTA_PURPOSES, type RotaPurpose } from './rota.js';

/** Characters. */
export const ROTA_NAME_LIMIT = 200;
/** How many. */
export const ROTA_PEOPLE_LIMIT = 50;
/** How far ahead turns are told: a quarter and a bit. */
export const ROTA_DAYS_AHEAD = 100;

/** What somebody gave; fields that are missing or null are not checked. The rule is `ruleProblems`'s. */
export interface RotaInput {
  purpose?: RotaPurpose | null | undefined;
  name?: string | null | undefined;
  /** YYYY-MM-DD. */
  startsOn?: string | null | undefined;
  size?: number | null | undefined;
  personIds?: readonly string[] | null | undefined;
}

export function rotaProblems(input: RotaInput): FieldProblem[] {
  return [
    ...problemsOf('purpose', input.purpose, oneOf(ROTA_PURPOSES)),
    ...problemsOf('name', input.name, filledLine('Give it a name', ROTA_NAME_LIMIT)),
    ...problemsOf('startsOn', input.startsOn, day),
    ...problemsOf('size', input.size, wholeNumber(1, ROTA_PEOPLE_LIMIT)),
    ...problemsOf('personIds', input.personIds, people(input.purpose === 'PAIRING' ? 2 : 1)),
  ];
}

/** Of pairs two, whatever was given; of facilitation one. */
export function sizeFor(purpose: RotaPurpose, given: number, members: number): number {
  if (purpose === 'PAIRING') return 2;
  if (purpose === 'FACILITATION') return 1;
  return purpose === 'MOB' ? Math.max(1, members) : given;
}

function people(least: number): Check<readonly string[]> {
  return (ids) => {
    if (new Set(ids).size < ids.length) return 'Name everybody once.';
    if (ids.length < least) return least === 1 ? 'Name who takes turns.' : `Name at least ${least} people.`;
    return ids.length > ROTA_PEOPLE_LIMIT ? `Name at most ${ROTA_PEOPLE_LIMIT} people.` : null;
  };
}
