import { isLocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import type { CalendarMeeting, CalendarTime } from '@chapterhouse/domain/imports/calendar-file';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { isZone } from '@chapterhouse/domain/imports/zone-words';
import { parse, TomlDate, TomlError } from 'smol-toml';
import { meetingTexts } from './calendar-texts.js';
import type { ReadCalendar } from './ics-reader.js';
import { isGiven, listOf, recordOf, textOf } from './plain-value.js';
import { tomlRule } from './toml-rules.js';

/** `includes`: paths beside this file, as it names them. */
export interface TomlCalendar extends ReadCalendar {
  includes: string[];
}

const READ_OF_FILE = new Set(['name', 'description', 'meta', 'events', 'timezones']);
/** What says nothing that anybody would miss, too. */
const READ_OF_EVENT = new Set(
  (
    'uid title description location start end status recurrence_rules exceptions organizer transparency ' +
    'last_modified_on created_on'
  ).split(' '),
);

/**
 * Reads calendars as the Rust project keeps them: `[[events]]` with their rules as tables. Nothing that a file includes is
 * fetched. Undefined for TOML that is no calendar.
 */
export function readTomlCalendar(path: string, text: string, tally: ImportTally): TomlCalendar | undefined {
  let file: Map<string, unknown> | undefined;
  try {
    file = recordOf(parse(text));
  } catch (error) {
    const line = error instanceof TomlError ? `:${error.line}` : '';
    const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
    tally.problem(`${path}${line}`, `This is no TOML that can be read: ${why.slice(0, 200)}`);
    return undefined;
  }
  const includes = (listOf(recordOf(file?.get('meta'))?.get('includes')) ?? []).filter(
    (one) => typeof one === 'string',
  );
  const events = listOf(file?.get('events')) ?? [];
  const isCalendar = file?.has('events') === true || file?.has('timezones') === true || recordOf(file?.get('meta'));
  if (!file || !isCalendar) {
    tally.problem(path, 'This is no calendar: it has neither [[events]] nor [meta]. Left out.');
    return undefined;
  }
  for (const key of file.keys()) if (!READ_OF_FILE.has(key)) tally.problem(path, `Not taken: ${key} of the file.`);
  const lines = linesOf(text, events.length);
  const meetings = events.flatMap((event, index) => {
    const where = lines === null ? path : `${path}:${lines[index] ?? 1}`;
    return new TomlEvent(recordOf(event) ?? new Map(), path, where, tally).read();
  });
  return { name: textOf(file.get('name')) ?? '', meetings, includes };
}

/** The lines in which events begin; null where they are written in another way. */
function linesOf(text: string, count: number): number[] | null {
  const lines = text.split('\n').flatMap((line, index) => (/^\s*\[\[\s*events\s*\]\]/u.test(line) ? [index + 1] : []));
  return lines.length === count ? lines : null;
}

class TomlEvent {
  constructor(
    private readonly event: Map<string, unknown>,
    private readonly path: string,
    private readonly where: string,
    private readonly tally: ImportTally,
  ) {}

  read(): CalendarMeeting[] {
    const { event, where } = this;
    const uid = textOf(event.get('uid'));
    if (uid === undefined || uid.length > 500) return this.none('This event has no uid, which is its identity');
    const start = this.time(event.get('start'));
    if (start === null) return this.none('This event has no start that can be read');
    for (const [key, value] of event)
      if (!READ_OF_EVENT.has(key) && isGiven(value)) this.tally.problem(where, `Not taken: ${key} of this event.`);
    const end = event.has('end') ? this.time(event.get('end')) : null;
    const rules = (listOf(event.get('recurrence_rules')) ?? []).map((rule) => tomlRule(rule));
    const wrong = rules.find((rule) => 'problem' in rule);
    if (wrong && 'problem' in wrong) return this.none(wrong.problem);
    const organizer = textOf(recordOf(event.get('organizer'))?.get('name'));
    const words = typeof event.get('description') === 'string' ? String(event.get('description')) : '';
    const agenda = organizer === undefined ? words : `${words.trimEnd()}\n\nOrganizer: ${organizer}`;
    const texts = { name: textOf(event.get('title')) ?? '', place: textOf(event.get('location')) ?? '', agenda };
    return [
      {
        uid,
        where,
        calendar: this.path,
        ...meetingTexts(texts, where, this.tally),
        start,
        length: end === null ? null : { until: end },
        rules: rules.flatMap((rule) => ('text' in rule ? rule.text : [])),
        extra: [],
        exceptions: this.exceptions().map((at) => ({ at, where })),
        isCancelled: textOf(event.get('status'))?.toLowerCase() === 'cancelled',
        dates: [],
      },
    ];
  }

  private exceptions(): CalendarTime[] {
    const given = this.event.get('exceptions');
    if (!isGiven(given)) return [];
    const table = recordOf(given);
    const dates = listOf(table?.get('dates')) ?? listOf(given) ?? [];
    return dates.flatMap((date) => {
      const timezone = table?.get('timezone');
      const time = this.time(timezone === undefined ? date : { date, timezone });
      if (time === null)
        this.tally.problem(this.where, `The exception ${shown(date)} cannot be read: nothing is left out.`);
      return time ?? [];
    });
  }

  /** `2024-01-11T15:00:00.00Z`, `2024-01-11`, `{ date, timezone }`. */
  private time(value: unknown): CalendarTime | null {
    const table = value instanceof TomlDate ? undefined : recordOf(value);
    if (table === undefined) return timeOfText(shown(value), null);
    const timezone = textOf(table.get('timezone'));
    if (timezone === undefined || !isZone(timezone)) {
      this.tally.problem(this.where, `The time zone “${(timezone ?? '').slice(0, 100)}” is unknown.`);
      return null;
    }
    return timeOfText(shown(table.get('date')), timezone);
  }

  private none(what: string): [] {
    this.tally.problem(this.where, `${what.replace(/\.$/u, '')}: not taken.`);
    return [];
  }
}

function timeOfText(text: string, timeZone: string | null): CalendarTime | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/iu.exec(text);
  if (!match) return null;
  const [, day = '', clock, offset] = match;
  if (!isLocalDateTime(`${day}T${clock ?? '00:00'}`)) return null;
  if (clock === undefined) return { of: 'DAY', day };
  const local = `${day}T${clock}`;
  if (offset !== undefined) return { of: 'MOMENT', at: new Date(`${local}:00${offset.toUpperCase()}`).toISOString() };
  return timeZone === null ? { of: 'ANYWHERE', local } : { of: 'ZONE', local, timeZone };
}

function shown(value: unknown): string {
  if (value instanceof TomlDate) return value.toISOString();
  return typeof value === 'string' ? value.trim() : '';
}
