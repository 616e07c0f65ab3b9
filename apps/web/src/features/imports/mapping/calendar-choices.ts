import type { CalendarTitle } from '@chapterhouse/domain/imports/calendar-file';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads `choices` of an import of calendars; a part that is missing counts as none. */
export function calendarChoicesOf(choices: unknown): CalendarTitle[] {
  const list: unknown = isRecord(choices) ? choices['calendars'] : null;
  return (Array.isArray(list) ? list : []).filter(isRecord).map((entry) => ({
    path: text(entry['path']),
    name: text(entry['name']),
    count: typeof entry['count'] === 'number' ? entry['count'] : 0,
  }));
}
