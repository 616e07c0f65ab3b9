import { DECISION_KINDS } from '@chapterhouse/domain/decisions/decision-fields';
import { DECISION_STATES } from '@chapterhouse/domain/decisions/decision-state';
import { day } from '@chapterhouse/domain/field-checks';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { decisionNumberOf } from '../decision-row.js';
import { readQuestion } from '../search/question.js';
import type { Question } from '../search/search-sql.js';

const MOST_KEYS = 1000;
const LONGEST_TEXT = 500;

/**
 * What an address asks for: `keys=D-1,D-7`, or the filter of the decision log, several values between commas.
 * @throws INVALID_INPUT, and NOT_FOUND for what is no id of a thing that it may be
 */
export function readExportQuestion(query: URLSearchParams, today: string): Question | { numbers: number[] } {
  const keys = query.get('keys');
  if (keys !== null) {
    const numbers = keys.split(',').map((key) => decisionNumberOf(key) ?? 0);
    if (numbers.length > MOST_KEYS || numbers.includes(0))
      throw invalid('keys', `Give at most ${MOST_KEYS} keys of decisions, like D-1,D-7.`);
    return { numbers };
  }
  const text = (name: string): string | null => query.get(name)?.slice(0, LONGEST_TEXT) || null;
  const filter = {
    text: text('text'),
    states: choices(query, 'states', DECISION_STATES),
    kinds: choices(query, 'kinds', DECISION_KINDS),
    scopeId: text('scopeId'),
    within: query.get('within') === '1' || query.get('within') === 'true',
    decisionAreaId: text('decisionAreaId'),
    personId: text('personId'),
    from: dayOf(query, 'from'),
    endsBefore: dayOf(query, 'endsBefore'),
    touchesId: text('touchesId'),
    touchesKey: text('touchesKey'),
    revisitDue: query.get('revisitDue') === '1' || query.get('revisitDue') === 'true',
  };
  return readQuestion(filter, null, today);
}

function choices<T extends string>(query: URLSearchParams, name: string, known: readonly T[]): T[] | null {
  const given = query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');
  if (given.length === 0) return null;
  return given.map((value) => {
    const found = known.find((one) => one === value);
    if (found === undefined) throw invalid(name, `Choose of ${known.join(', ')}.`);
    return found;
  });
}

function dayOf(query: URLSearchParams, name: string): string | null {
  const value = query.get(name);
  if (value === null || value === '') return null;
  const problem = day(value);
  if (problem !== null) throw invalid(name, problem);
  return value;
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
