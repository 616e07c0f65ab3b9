import { NUMBER_WORDS } from '@chapterhouse/domain/impediments/impediment-numbers';
import type { ImpedimentNumber, NumbersFactsFragment } from '../../../generated/graphql';
import { plural } from '../plural';
import type { NumbersWindow } from './numbers-view';

export type TimeFacts = Omit<NumbersFactsFragment['timeToTriage'], '__typename'>;
export type ShareFacts = Omit<NumbersFactsFragment['overdue'], '__typename'>;

/** Of fewer than so many a number says little: one more can turn it round. */
export const FEW = 5;

type TimeWords = {
  number: ImpedimentNumber;
  kind: 'time';
  of: (facts: NumbersFactsFragment) => TimeFacts;
  /** What those did of which it is taken: "none were triaged". */
  did: string;
};
type ShareWords = {
  number: ImpedimentNumber;
  kind: 'share';
  of: (facts: NumbersFactsFragment) => ShareFacts;
  did: string;
  /** What those did that it counts: "3 of the 12 that were resolved never went up a level". */
  counts: string;
  /** How the lists are called: of all, and of those that it counts. */
  all: string;
  counted: string;
};
export type NumberWords = (TimeWords | ShareWords) & { title: string; sentence: string };

/** Each number with where it is found and how it is told; what counts is said by the domain. */
export const NUMBERS_SHOWN: readonly NumberWords[] = [
  {
    number: 'TIME_TO_TRIAGE',
    kind: 'time',
    of: ({ timeToTriage }) => timeToTriage,
    did: 'were triaged',
    ...told('timeToTriage'),
  },
  {
    number: 'TIME_TO_RESOLVE',
    kind: 'time',
    of: ({ timeToResolve }) => timeToResolve,
    did: 'were resolved',
    ...told('timeToResolve'),
  },
  {
    number: 'OVERDUE',
    kind: 'share',
    of: ({ overdue }) => overdue,
    did: 'were raised with a clock',
    counts: 'outlived it',
    all: 'All with a clock',
    counted: 'Overdue',
    ...told('overdue'),
  },
  {
    number: 'REOPENED',
    kind: 'share',
    of: ({ reopened }) => reopened,
    did: 'ended',
    counts: 'came back',
    all: 'All that ended',
    counted: 'Reopened',
    ...told('reopened'),
  },
  {
    number: 'RESOLVED_WITHOUT_ESCALATION',
    kind: 'share',
    of: ({ resolvedWithoutEscalation }) => resolvedWithoutEscalation,
    did: 'were resolved',
    counts: 'never went up a level',
    all: 'All resolved',
    counted: 'Without escalation',
    ...told('resolvedWithoutEscalation'),
  },
];

function told(key: keyof typeof NUMBER_WORDS): { title: string; sentence: string } {
  const { title, counts } = NUMBER_WORDS[key];
  return { title, sentence: counts };
}

export function wordsOf(number: ImpedimentNumber): NumberWords {
  const found = NUMBERS_SHOWN.find((one) => one.number === number);
  if (!found) throw new Error(`${number} is no number that is shown.`);
  return found;
}

const TENTHS = new Intl.NumberFormat('en', { minimumFractionDigits: 0, maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Working hours, as exact as somebody needs: "0.4", "7.5", "23", "1,240". */
export function hoursText(hours: number): string {
  return Math.abs(hours) < 10 ? TENTHS.format(hours) : WHOLE.format(hours);
}

/** A number and its unit stay on one line. */
const TIGHT = '\u00A0';

export function hoursWords(hours: number): string {
  return `${hoursText(hours)}${TIGHT}h`;
}

/** "12 %"; what is more than nothing is never shown as nothing, nor less than all as all. */
export function shareText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return 'under 1';
  if (percent > 99 && percent < 100) return 'over 99';
  return WHOLE.format(percent);
}

export function shareWords(share: number): string {
  return `${shareText(share)}${TIGHT}%`;
}

/** "1.5 h less than in the 6 months before: 7.1 h, of 98 impediments." null: nothing to compare. */
export function comparedTimes(now: TimeFacts, before: TimeFacts, months: number): string | null {
  if (now.medianHours === null) return null;
  if (before.medianHours === null || before.count < FEW) return littleBefore(before.count, months);
  const [present, former] = [hoursText(now.medianHours), hoursText(before.medianHours)];
  if (present === former) return `As in the ${months} months before (${plural(before.count, 'impediment')}).`;
  const difference = now.medianHours - before.medianHours;
  const words = `${hoursWords(Math.abs(difference))} ${difference < 0 ? 'less' : 'more'}`;
  return `${words} than in the ${months} months before: ${hoursWords(before.medianHours)}, of ${plural(before.count, 'impediment')}.`;
}

function littleBefore(count: number, months: number): string {
  if (count === 0) return `No data of the ${months} months before.`;
  return `Not enough data of the ${months} months before to compare with: ${plural(count, 'impediment')}.`;
}

/** "8 points less than in the 6 months before: 20 %, 12 of 60." */
export function comparedShares(now: ShareFacts, before: ShareFacts, months: number): string | null {
  if (now.share === null) return null;
  if (before.share === null || before.of < FEW) return littleBefore(before.of, months);
  const of = `${before.count.toLocaleString('en')} of ${before.of.toLocaleString('en')}`;
  const points = Math.round(now.share * 100) - Math.round(before.share * 100);
  if (points === 0) return `As in the ${months} months before: ${of}.`;
  const words = plural(Math.abs(points), 'percentage point');
  return `${words} ${points < 0 ? 'less' : 'more'} than in the ${months} months before: ${shareWords(before.share)}, ${of}.`;
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
const MONTH_AND_YEAR = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "March 2026" for "2026-03". */
export function monthWords(month: string): string {
  return MONTH_AND_YEAR.format(new Date(`${month}-01`));
}

/** Under a bar: "Mar", or "M" where there is little room. */
export function monthName(month: string, months: number): string {
  const name = MONTH.format(new Date(`${month}-01`));
  return months > 12 ? name.slice(0, 1) : name;
}

/** "Jun – Nov 2026". */
export function windowWords({ from, endsBefore }: Pick<NumbersWindow, 'from' | 'endsBefore'>): string {
  const [first, last] = [new Date(from), new Date(Date.parse(endsBefore) - 1)];
  return MONTH_AND_YEAR.formatRange(first, last);
}
