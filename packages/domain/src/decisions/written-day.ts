/** A day that somebody wrote: read, or why it cannot be. */
export type WrittenDay = { day: string; isExact: boolean } | { problem: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EARLIEST_YEAR = 1970;

/**
 * Reads `2020-02-01`, `2020-2-1`, `2020/02/01`, a moment (its day), `1 Feb 2020` and `February 1st, 2020`. What may
 * mean two days (`01/02/2020`) is not guessed.
 * @param today YYYY-MM-DD: a day after it is none on which something was decided
 */
export function readWrittenDay(text: string, today: string): WrittenDay {
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/u.exec(text.trim());
  const words =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.? +(?<month>\p{L}{3,9})\.?,? +(?<year>\d{4})$/u.exec(text.trim()) ??
    /^(?<month>\p{L}{3,9})\.? +(?<day>\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\d{4})$/u.exec(text.trim());
  const month = MONTHS.indexOf(words?.groups?.['month']?.slice(0, 3).toLowerCase() ?? '') + 1;
  const parts = numbers?.slice(1, 4) ?? [words?.groups?.['year'], String(month), words?.groups?.['day']];
  const [year, ofYear, ofMonth] = parts.map(Number);
  const day = dayOf(year, ofYear, ofMonth);
  if (day === undefined) return { problem: `“${text}” is no day that can be read` };
  if (Number(day.slice(0, 4)) < EARLIEST_YEAR) return { problem: `“${text}” is too long ago to be true` };
  if (day > today) return { problem: `“${text}” has not come yet` };
  return { day, isExact: text.trim().startsWith(day) };
}

function dayOf(year = NaN, month = NaN, day = NaN): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isThatDay = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isThatDay ? at.toISOString().slice(0, 10) : undefined;
}
