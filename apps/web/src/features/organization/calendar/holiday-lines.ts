import { type Holiday, HOLIDAY_NAME_LIMIT } from '@chapterhouse/domain/organization/holidays';
import { isDay } from '../../../platform/dates/day-words';

export type HolidayLines = {
  /** By date; of a date that is there twice, the last one counts. */
  holidays: Holiday[];
  /** What no holiday could be read from. */
  unread: { line: number; text: string; why: string }[];
};

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Day first: with points nobody writes the month first. Slashes are left alone, for there people do both. */
const POINTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const FIRST_LINE = /^(date|day|holiday|name)\b/i;

/**
 * Reads what people paste: one holiday a line, date and name in either order, with a comma, a semicolon, a tab or only a
 * blank between, as spreadsheets and calendars give them. A first line of titles is passed over.
 */
export function readHolidayLines(text: string): HolidayLines {
  const byDate = new Map<string, string>();
  const unread: HolidayLines['unread'] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim();
    if (line === '' || (index === 0 && FIRST_LINE.test(line))) continue;
    const read = readLine(line);
    if (typeof read === 'string') unread.push({ line: index + 1, text: line, why: read });
    else byDate.set(read.date, read.name);
  }
  const holidays = [...byDate].map(([date, name]) => ({ date, name }));
  return { holidays: holidays.toSorted((one, other) => (one.date < other.date ? -1 : 1)), unread };
}

function readLine(line: string): Holiday | string {
  const cells = line
    .split(/[,;\t]/)
    .map((cell) => cell.trim().replaceAll(/^"|"$/g, '').trim())
    .filter((cell) => cell !== '');
  // Without anything between: the date is the first word, or the last one.
  const words = cells.length > 1 ? cells : line.split(/\s+/);
  const at = words.findIndex((word) => dateOf(word) !== null);
  if (at === -1) return 'has no date such as 2026-12-25 or 25.12.2026';
  const date = dateOf(words[at] ?? '') ?? '';
  if (!isDay(date)) return 'names a day that does not exist';
  const name = words
    .filter((_, index) => index !== at)
    .join(cells.length > 1 ? ', ' : ' ')
    .replaceAll(/\s+/g, ' ');
  if (name === '') return 'has no name';
  if (Array.from(name).length > HOLIDAY_NAME_LIMIT) return `has a name of more than ${HOLIDAY_NAME_LIMIT} characters`;
  return { date, name };
}

function dateOf(word: string): string | null {
  if (ISO.test(word)) return word;
  const [, day = '', month = '', year = ''] = POINTS.exec(word) ?? [];
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
