import { DateTime } from 'luxon';

export const CHAPTER_PERIODS = ['WEEK', 'MONTH'] as const;
export type ChapterPeriod = (typeof CHAPTER_PERIODS)[number];

/** A half a year of weeks; more months than anybody compares. */
export const MOST_PERIODS = 26;

export interface Period {
  /** YYYY-MM-DD */
  from: string;
  endsBefore: string;
}

/** Whole weeks, Monday first (ISO 8601), or months, the present one last. @param today YYYY-MM-DD */
export function lastPeriods(by: ChapterPeriod, count: number, today: string): Period[] {
  const unit = by === 'WEEK' ? 'week' : 'month';
  const present = DateTime.fromISO(today, { zone: 'utc' }).startOf(unit);
  return Array.from({ length: count }, (_, index) => {
    const from = present.minus({ [`${unit}s`]: count - 1 - index });
    return { from: from.toFormat('yyyy-MM-dd'), endsBefore: from.plus({ [`${unit}s`]: 1 }).toFormat('yyyy-MM-dd') };
  });
}
