import { listOf, recordOf, textOf } from './plain-value.js';

const WEEKDAYS: Record<string, string> = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};
/** Lists of whole numbers. */
const NUMBERS: Record<string, string> = {
  by_month: 'BYMONTH',
  by_month_day: 'BYMONTHDAY',
  by_hour: 'BYHOUR',
  by_minute: 'BYMINUTE',
  by_second: 'BYSECOND',
  by_set_pos: 'BYSETPOS',
  by_week_number: 'BYWEEKNO',
  by_year_day: 'BYYEARDAY',
};

/** The rule of a table such as `{ frequency = "monthly", by_day = [ { day = "monday", num = 1 } ] }` as RFC 5545 writes it. */
export function tomlRule(value: unknown): { text: string } | { problem: string } {
  const table = recordOf(value);
  const frequency = textOf(table?.get('frequency'));
  if (table === undefined || frequency === undefined)
    return { problem: 'A recurrence rule of this event has no frequency.' };
  const parts = [`FREQ=${frequency.toUpperCase()}`];
  for (const [key, given] of table) {
    if (key === 'frequency') continue;
    const part = partOf(key, given);
    if (part === null) return { problem: `“${key}” of a recurrence rule of this event cannot be read.` };
    parts.push(part);
  }
  return { text: parts.join(';') };
}

function partOf(key: string, given: unknown): string | null {
  if (key === 'interval' || key === 'count') return isWhole(given) ? `${key.toUpperCase()}=${given}` : null;
  if (key === 'until') return untilOf(given);
  if (key === 'week_start' || key === 'wkst') return weekday(given, (day) => `WKST=${day}`);
  if (key === 'by_day') return daysOf(given);
  const name = NUMBERS[key];
  const list = listOf(given) ?? [given];
  return name === undefined || list.length === 0 || !list.every(isWhole) ? null : `${name}=${list.join(',')}`;
}

function untilOf(given: unknown): string | null {
  const text = given instanceof Date ? given.toISOString() : (textOf(given) ?? '');
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return `UNTIL=${text.replaceAll('-', '')}`;
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z?)$/iu.exec(text);
  return match ? `UNTIL=${(match[1] ?? '').replaceAll(/[-:]/gu, '')}${(match[2] ?? '').toUpperCase()}` : null;
}

function daysOf(given: unknown): string | null {
  const days = (listOf(given) ?? []).map((one) => {
    const table = recordOf(one);
    const num = table?.get('num');
    if (num !== undefined && !isWhole(num)) return null;
    return weekday(table?.get('day') ?? one, (day) => `${num ?? ''}${day}`);
  });
  return days.length === 0 || days.some((day) => day === null) ? null : `BYDAY=${days.join(',')}`;
}

function weekday(given: unknown, write: (day: string) => string): string | null {
  const day = WEEKDAYS[textOf(given)?.toLowerCase() ?? ''];
  return day === undefined ? null : write(day);
}

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);
