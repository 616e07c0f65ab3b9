import type { ChapterNumbersQuery } from '../../../generated/graphql';
import { hoursWords, shareWords } from '../../impediments/public';

export type PeriodNumbers = ChapterNumbersQuery['chapter']['numbers'][number];

/** One number of a chapter over time. */
export type ChapterMeasure = {
  id: string;
  title: string;
  /** What is counted, as a sentence. */
  sentence: string;
  /** Null: no data. */
  of: (numbers: PeriodNumbers) => number | null;
  /** Drawn behind it, and its name. */
  behind?: { name: string; of: (numbers: PeriodNumbers) => number | null };
  words: (value: number) => string;
  /** The axis reaches this at least. */
  least: number;
};

/** So that 1 % looks small. */
const LEAST_PERCENT = 20;
const LEAST_HOURS = 8;

const percent = (share: number | null): number | null => (share === null ? null : share * 100);
const percentWords = (value: number): string => shareWords(value / 100);

const FIRST: readonly ChapterMeasure[] = [
  {
    id: 'triage',
    title: 'Time to triage',
    sentence: 'Working hours from raised to triaged, the median.',
    of: ({ hoursToTriage }) => hoursToTriage,
    words: hoursWords,
    least: LEAST_HOURS,
  },
];

const LAST: readonly ChapterMeasure[] = [
  {
    id: 'overdue',
    title: 'Overdue',
    sentence: 'Of those with a clock, how many outlived it.',
    of: ({ overdueShare }) => percent(overdueShare),
    words: percentWords,
    least: LEAST_PERCENT,
  },
  {
    id: 'reopened',
    title: 'Reopened',
    sentence: 'Of those that ended, how many came back.',
    of: ({ reopenedShare }) => percent(reopenedShare),
    words: percentWords,
    least: LEAST_PERCENT,
  },
  {
    id: 'own',
    title: 'Resolved without escalation',
    sentence: 'Of those resolved, how many never went up a level.',
    of: ({ withoutEscalationShare }) => percent(withoutEscalationShare),
    words: percentWords,
    least: LEAST_PERCENT,
  },
  {
    id: 'flow',
    title: 'Resolved and raised',
    sentence: 'How many were resolved, before how many were raised.',
    of: ({ resolved }) => resolved,
    behind: { name: 'raised', of: ({ raised }) => raised },
    words: (value) => String(value),
    least: 4,
  },
];

/** All that are shown; the time to resolve once for each level of the organization. */
export function measuresOf(numbers: readonly PeriodNumbers[]): ChapterMeasure[] {
  const levels = numbers.at(-1)?.hoursToResolve ?? [];
  const resolve = levels.map(({ level, name }): ChapterMeasure => ({
    id: `resolve-${level}`,
    title: `Time to resolve: ${name}`,
    sentence: `Working hours from raised to resolved, the median of those resolved at ${name}.`,
    of: ({ hoursToResolve }) => hoursToResolve.find((one) => one.level === level)?.hours ?? null,
    words: hoursWords,
    least: LEAST_HOURS,
  }));
  return [...FIRST, ...resolve, ...LAST];
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH_SHORT = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** "Week of 16 Nov", "November 2026"; under a bar "16 Nov", "Nov". */
export function periodName({ from }: Pick<PeriodNumbers, 'from'>, by: 'WEEK' | 'MONTH', short = false): string {
  const day = new Date(from);
  if (by === 'MONTH') return (short ? MONTH_SHORT : MONTH).format(day);
  return short ? DAY.format(day) : `Week of ${DAY.format(day)}`;
}

/** All that is said of one period. */
export function valueWords(measure: ChapterMeasure, numbers: PeriodNumbers): string {
  const value = measure.of(numbers);
  if (value === null) return 'no data';
  const behind = measure.behind?.of(numbers) ?? null;
  return behind === null ? measure.words(value) : `${measure.words(value)}, ${behind} ${measure.behind?.name ?? ''}`;
}
