import type { CalendarTime } from '@chapterhouse/domain/imports/calendar-file';
import { isLocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import ICAL from 'ical.js';
import type { IcsLine } from './ics-lines.js';

/** A property of a calendar that could be read. */
export interface IcsProperty {
  /** Small letters. */
  name: string;
  line: number;
  /** As it is written, behind the colon. */
  raw: string;
  parameter: (name: string) => string | null;
  /** Unescaped; several of one property apart. Of periods their starts. */
  values: string[];
  /** Each of its values says how long it is, too. */
  isOfPeriods: boolean;
}

/** Either the property or what is wrong with its line. */
export function readProperty({ text, line }: IcsLine): IcsProperty | string {
  try {
    const property = ICAL.Property.fromString(text);
    const raw = text.slice(valueAt(text));
    const [, , , ...given] = property.toJSON() as unknown[];
    return {
      name: property.name,
      line,
      raw,
      parameter: (name) => {
        const value: unknown = property.getFirstParameter(name);
        return typeof value === 'string' ? value : null;
      },
      values: given.map((value) => textOf(Array.isArray(value) && property.type === 'period' ? value[0] : value)),
      isOfPeriods: property.type === 'period',
    };
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : '';
    return `This line cannot be read (${why}): left out.`;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Behind the first colon that stands in no quotes. */
function valueAt(text: string): number {
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '"') isQuoted = !isQuoted;
    else if (text[index] === ':' && !isQuoted) return index + 1;
  }
  return text.length;
}

/**
 * A date or time of jCal: `2026-03-01`, `2026-03-01T09:30:00`, with Z where it is in UTC; null where it is none.
 * @param zone the IANA name of its TZID
 */
export function timeOfValue(value: string, zone: string | null): CalendarTime | null {
  const [, day = '', clock, utc] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d(Z?))?$/u.exec(value) ?? [];
  if (clock === undefined) return isLocalDateTime(`${day}T00:00`) ? { of: 'DAY', day } : null;
  const local = `${day}T${clock}`;
  if (!isLocalDateTime(local)) return null;
  if (utc === 'Z') return { of: 'MOMENT', at: `${local}:00Z` };
  return zone === null ? { of: 'ANYWHERE', local } : { of: 'ZONE', local, timeZone: zone };
}

/** Minutes of PT1H30M, P1D, P1W; null where it is none. Seconds begin another minute. */
export function minutesOfDuration(raw: string): number | null {
  const match = /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?)$/u.exec(
    raw.trim(),
  );
  if (!match) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + Math.ceil(seconds / 60);
}
