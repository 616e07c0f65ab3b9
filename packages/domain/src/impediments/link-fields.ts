import { type Check, atMost, filledLine, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

/** To another impediment, or to a page of the web. */
export const IMPEDIMENT_LINK_KINDS = ['RELATED', 'WEB'] as const;
export type ImpedimentLinkKind = (typeof IMPEDIMENT_LINK_KINDS)[number];

/** Links that one impediment may have. */
export const LINK_LIMIT = 100;
/** Characters. */
export const LINK_URL_LIMIT = 2_000;
export const LINK_TITLE_LIMIT = 200;

/** What is wrong with the given fields of a link to the web, each with its remedy; empty when nothing is. */
export function webLinkProblems(input: { url: string; title: string }): FieldProblem[] {
  return [
    ...problemsOf('url', input.url, webAddress),
    ...problemsOf('title', input.title, filledLine('Say what is behind the address', LINK_TITLE_LIMIT)),
  ];
}

const SCHEME = /^https?:\/\//iu;
/** Spaces, control characters, and what browsers read as a slash. */
const UNFIT = /[\s\p{Cc}\p{Cs}\\<>"]/u;

/** Only pages: whoever clicks must not run anything, and must not hand on somebody's password. */
const webAddress: Check<string> = (value) => {
  if (!SCHEME.test(value)) return 'Give an address that begins with https:// or http://.';
  if (UNFIT.test(value)) return 'Give an address without spaces and quotation marks.';
  const host = value.replace(SCHEME, '').split(/[/?#]/u, 1)[0] ?? '';
  if (host.includes('@')) return 'Leave name and password out of the address.';
  if (host === '') return 'Give the address with its host: https://example.org/page.';
  return atMost(LINK_URL_LIMIT)(value);
};
