import { readWrittenDay } from '../decisions/written-day.js';

/** What front matter says about the next review. */
export interface ReviewDate {
  /** YYYY-MM-DD; null when nothing, or nothing that can be read, is said. */
  dueOn: string | null;
  /** Each with the field that it is about. */
  problems: { field: string; what: string }[];
}

const DUE = ['review', 'review-due', 'review-by', 'review-on', 'review-date', 'next-review'];
const LAST = ['last-reviewed', 'last-review', 'reviewed', 'reviewed-on'];
const CYCLE = ['review-cycle', 'review-every', 'review-interval', 'cycle'];
const WORDS: Record<string, number> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  'semi-annually': 6,
  biannually: 6,
  yearly: 12,
  annually: 12,
};
/** A review in a hundred years is a slip of the pen. */
const LATEST = '2099-12-31';

/** Reads `review`, `review-due`, `review_by` and their like, or the last review and how often there is one. */
export function readReviewDate(fields: ReadonlyMap<string, unknown>): ReviewDate {
  const problems: ReviewDate['problems'] = [];
  const known = new Map([...fields].map(([field, value]) => [named(field), { field, value }]));
  const day = (names: string[]): string | null => {
    for (const name of names) {
      const found = known.get(name);
      const text = textOf(found?.value);
      if (found === undefined || text === '' || monthsOf(text) !== null) continue;
      const read = readWrittenDay(text, LATEST);
      if ('day' in read) return read.day;
      problems.push({ field: found.field, what: `The review date ${read.problem}: left out.` });
    }
    return null;
  };
  const due = day(DUE);
  if (due !== null) return { dueOn: due, problems };
  const last = day(LAST);
  const cycles = [...CYCLE, ...DUE].flatMap((name) => known.get(name) ?? []);
  const months = cycles.map(({ value }) => monthsOf(textOf(value))).find((count) => count !== null) ?? null;
  if (last !== null && months !== null) return { dueOn: later(last, months), problems };
  for (const { field, value } of cycles)
    if (last !== null && months === null && CYCLE.includes(named(field)))
      problems.push({ field, what: `“${textOf(value)}” is no time between reviews that can be read: left out.` });
  return { dueOn: null, problems };
}

/** Months; days as a part of one. */
function monthsOf(text: string): number | null {
  const word = WORDS[text.toLowerCase().replaceAll(/[\s_]+/gu, '-')];
  if (word !== undefined) return word;
  const [, count = '', unit = ''] =
    /^P?(\d{1,4})\s*(d|days?|w|weeks?|m|months?|y|years?)$/iu.exec(text.replace(/^every\s+/iu, '').trim()) ?? [];
  if (count === '' || Number(count) === 0) return null;
  const each: Record<string, number> = { d: 1 / 30, w: 7 / 30, m: 1, y: 12 };
  return Number(count) * (each[unit.charAt(0).toLowerCase()] ?? 1);
}

/** The same day of a later month, or its last; parts of a month are thirtieths. */
function later(day: string, months: number): string {
  const whole = Math.floor(months);
  const at = new Date(`${day}T00:00:00Z`);
  const ofMonth = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + whole);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(ofMonth, last) + Math.round((months - whole) * 30));
  return at.toISOString().slice(0, 10);
}

function named(field: string): string {
  return field
    .trim()
    .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, '-');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
