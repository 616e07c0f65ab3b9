import type { SprintFactsFragment } from '../../generated/graphql';
import { addDays, dayWords } from '../../platform/dates/day-words';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const MEAN = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

export const numberWords = (value: number): string => NUMBER.format(value);
export const meanWords = (value: number): string => MEAN.format(value);

type Days = Pick<SprintFactsFragment, 'startsOn' | 'endsBefore'>;

/** The first and the last day, short: "26 Oct – 8 Nov", with the year when it is not this one. */
export function daysWords({ startsOn, endsBefore }: Days, today: string): string {
  const short = (day: string): string =>
    (day.slice(0, 4) === today.slice(0, 4) ? DAY : DAY_OF_YEAR).format(new Date(day));
  const last = endsBefore === null ? null : short(addDays(endsBefore, -1));
  if (startsOn === null) return last === null ? 'no days yet' : `until ${last}`;
  return last === null ? `from ${short(startsOn)}` : `${short(startsOn)} – ${last}`;
}

/** "until 22 November"; nothing when that is not known. */
export function untilWords({ endsBefore }: Days, today: string): string {
  return endsBefore === null ? '' : `until ${dayWords(addDays(endsBefore, -1), today)}`;
}

/** "8 of 11", "11 planned"; a dash where nobody said either. */
export function ofWords(done: number | null, planned: number | null): string {
  if (done === null && planned === null) return '–';
  if (planned === null) return numberWords(done ?? 0);
  return done === null ? `${numberWords(planned)} planned` : `${numberWords(done)} of ${numberWords(planned)}`;
}

export const FIELD_WORDS: Record<string, string> = {
  name: 'name',
  goal: 'goal',
  state: 'state',
  startsOn: 'days',
  endsBefore: 'days',
  plannedItems: 'items planned',
  plannedPoints: 'points planned',
  doneItems: 'items done',
  donePoints: 'points done',
};

/** Where an imported sprint comes from, and what was changed here; nothing for one that was recorded by hand. */
export function originWords({
  imported,
  editedByHand,
}: Pick<SprintFactsFragment, 'imported' | 'editedByHand'>): string {
  if (!imported) return '';
  const fields = [...new Set(editedByHand.map((field) => FIELD_WORDS[field] ?? field))];
  return fields.length === 0 ? 'Imported' : `Imported; ${fields.join(', ')} changed by hand`;
}
