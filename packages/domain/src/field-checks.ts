import type { FieldProblem } from './refusal.js';

/** Says what to do about a value, as a sentence for people; null when nothing is wrong. */
export type Check<T> = (value: T) => string | null;

/** The check of one input field; a missing or null value was not given and is not checked. */
export function problemsOf<T>(field: string, value: T | null | undefined, check: Check<T>): FieldProblem[] {
  const problem = value === null || value === undefined ? null : check(value);
  return problem === null ? [] : [{ field, problem }];
}

/** Required, and bounded once the spaces around it are gone. */
export function filled(remedy: string, limit: number): Check<string> {
  return (value) => (value.trim() === '' ? `${remedy}.` : atMost(limit)(value.trim()));
}

/** As `filled`, on one line: names and titles. */
export function filledLine(remedy: string, limit: number): Check<string> {
  return (value) => (/[\r\n]/.test(value.trim()) ? 'Keep this on one line.' : filled(remedy, limit)(value));
}

/** @param limit characters as PostgreSQL counts them: one outside the basic plane is one. */
export function atMost(limit: number): Check<string> {
  return (value) => {
    // PostgreSQL cannot store it in a text.
    if (value.includes('\0')) return 'Remove the invisible character (NUL) from this text.';
    const length = Array.from(value).length;
    return length > limit ? `Shorten this to ${limit} characters; it has ${length}.` : null;
  };
}

export function oneOf(known: readonly string[]): Check<string> {
  return (value) => (known.includes(value) ? null : `Choose one of ${known.join(', ')}.`);
}

export function wholeNumber(from: number, to: number): Check<number> {
  return (value) =>
    Number.isInteger(value) && value >= from && value <= to ? null : `Give a whole number from ${from} to ${to}.`;
}

/** A date that exists, YYYY-MM-DD. */
export function day(value: string): string | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(Number.NaN);
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
  return exists ? null : 'Give a date that exists, as YYYY-MM-DD.';
}

/** The first problem of any element. */
export function each<T>(check: Check<T>): Check<readonly T[]> {
  return (values) => values.map(check).find((problem) => problem !== null) ?? null;
}
