import { type Check, filledLine, oneOf, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

/** Where a view is looked at. */
export const SAVED_VIEW_SCREENS = ['BOARD', 'LIST'] as const;
export type SavedViewScreen = (typeof SAVED_VIEW_SCREENS)[number];

/** Views that one person may have. */
export const SAVED_VIEW_LIMIT = 200;
/** Characters. */
export const SAVED_VIEW_NAME_LIMIT = 100;
export const SAVED_VIEW_SEARCH_LIMIT = 2_000;

/** What somebody gave; fields that are missing or null are not checked. */
export interface SavedViewInput {
  name?: string | null | undefined;
  screen?: string | null | undefined;
  search?: string | null | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function savedViewProblems(input: SavedViewInput): FieldProblem[] {
  return [
    ...problemsOf('name', input.name, filledLine('Name the view', SAVED_VIEW_NAME_LIMIT)),
    ...problemsOf('screen', input.screen, oneOf(SAVED_VIEW_SCREENS)),
    ...problemsOf('search', input.search, search),
  ];
}

/**
 * The part of an address behind the question mark: `area=Area_1&lanes=team`. Clients put it behind an address of their
 * own, so it must stay a search part wherever it is put: neither an address nor the beginning of another part.
 */
const search: Check<string> = (value) => {
  if (value === '') return null;
  if (value.length > SAVED_VIEW_SEARCH_LIMIT) {
    return `A view's filters may have ${SAVED_VIEW_SEARCH_LIMIT} characters, these have ${value.length}; choose fewer.`;
  }
  if (value.startsWith('?')) return 'Leave out the question mark.';
  const fits = value.split('&').every((part) => isParameter(part));
  return fits ? null : 'Give the part of an address behind its question mark: name=value&name=value.';
};

const NAME = /^[A-Za-z][\w.-]{0,49}$/;
/** Control characters, and half characters that no address can carry. */
const UNWRITABLE = /\p{Cc}|\p{Cs}/u;

function isParameter(part: string): boolean {
  const [name = '', ...rest] = part.split('=');
  if (!NAME.test(name) || part.includes('#')) return false;
  try {
    return !UNWRITABLE.test(decodeURIComponent(rest.join('=')));
  } catch {
    return false;
  }
}
