import { refusePlatform } from '@chapterhouse/domain/refusal';
import { type Page, readPage } from './connection.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NUMBER = /^\d{1,18}$/;
/** As numbers are written. */
const RANK = /^-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?$/;

export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** A page of a list that is ordered by a moment and an id. @throws INVALID_INPUT */
export function pageByMoment({ first, after }: PageArgs): Page {
  const page = readPage(first, after, 2);
  const [at = '', id = ''] = page.after ?? [];
  if (page.after !== null && !(isMoment(at) && UUID.test(id))) throw noCursor();
  return page;
}

/** A page of a list that is ordered by a number. @throws INVALID_INPUT */
export function pageByNumber({ first, after }: PageArgs): Page {
  const page = readPage(first, after, 1);
  if (page.after !== null && !NUMBER.test(page.after[0] ?? '')) throw noCursor();
  return page;
}

/** A page of a list that is ordered by a number of any size and an id. @throws INVALID_INPUT */
export function pageByRank({ first, after }: PageArgs): Page {
  const page = readPage(first, after, 2);
  const [rank = '', id = ''] = page.after ?? [];
  if (page.after !== null && !(RANK.test(rank) && Number.isFinite(Number(rank)) && UUID.test(id))) throw noCursor();
  return page;
}

/** A page of a list that is ordered by a name and an id; others may stand before them. @throws INVALID_INPUT */
export function pageByName({ first, after }: PageArgs, parts = 2): Page {
  const page = readPage(first, after, parts);
  if (page.after !== null && !UUID.test(page.after.at(-1) ?? '')) throw noCursor();
  return page;
}

/** As `toISOString` writes it. */
export function isMoment(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

function noCursor(): Error {
  const problem = 'This is no cursor of this list; start again without it.';
  return refusePlatform('INVALID_INPUT', { fields: [{ field: 'after', problem }] });
}
