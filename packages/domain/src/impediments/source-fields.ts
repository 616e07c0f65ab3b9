import { type Check, atMost, filledLine, oneOf, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import { SOURCE_KINDS, SOURCE_NAME_LIMIT } from './impediment-fields.js';

/** Characters. */
export const SOURCE_CONTACT_LIMIT = 2_000;

/** What somebody gave; fields that are missing or null are not checked. */
export interface SourceInput {
  name?: string | null | undefined;
  kind?: string | null | undefined;
  /** Whom to talk to, and how: plain text of some lines; empty while nobody knows. */
  contact?: string | null | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function sourceProblems(input: SourceInput): FieldProblem[] {
  return [
    ...problemsOf('name', input.name, name),
    ...problemsOf('kind', input.kind, oneOf(SOURCE_KINDS)),
    ...problemsOf('contact', input.contact, atMost(SOURCE_CONTACT_LIMIT)),
  ];
}

/** A name as it is kept: no blanks around it, and one where there were several. */
export function sourceName(given: string): string {
  return given.trim().replaceAll(/\s+/gu, ' ');
}

/** Whether two names are one: capitals, accents written in two ways and blanks make no difference. */
export function isSameSourceName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(given: string): string {
  return sourceName(given).normalize('NFC').toLowerCase();
}

const name: Check<string> = (value) =>
  filledLine('Name what the teams wait for', SOURCE_NAME_LIMIT)(value) ??
  // "---" or "?" would be found by nobody who looks for it.
  (/[\p{L}\p{N}]/u.test(value) ? null : 'Name it with at least one letter or digit.');
