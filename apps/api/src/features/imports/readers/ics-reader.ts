import type {
  CalendarDate,
  CalendarLength,
  CalendarMeeting,
  CalendarTime,
} from '@chapterhouse/domain/imports/calendar-file';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { meetingTexts } from './calendar-texts.js';
import { type IcsComponent, icsComponents } from './ics-lines.js';
import { type IcsProperty, minutesOfDuration, readProperty, timeOfValue } from './ics-property.js';
import { IcsZones } from './ics-zones.js';

/** A calendar's name and its meetings. */
export interface ReadCalendar {
  name: string;
  meetings: CalendarMeeting[];
}

/** What is read, or says nothing that anybody would miss. */
const READ = new Set(
  (
    'uid summary description location url dtstart dtend duration rrule rdate exdate exrule recurrence-id status sequence ' +
    'dtstamp created last-modified transp class organizer categories priority'
  ).split(' '),
);
/** Of components that are no meetings, these belong to the calendar itself. */
const OF_CALENDAR = new Set(['VTIMEZONE', 'VCALENDAR']);

/** Reads RFC 5545. What is not taken is told: with its line where a meeting loses by it, else once with its count. */
export function readIcs(path: string, text: string, usualZone: string, tally: ImportTally): ReadCalendar {
  return new IcsReader(path, usualZone, tally).read(text);
}

/** One VEVENT. */
interface Entry {
  component: IcsComponent;
  properties: Map<string, IcsProperty[]>;
  uid: string;
}

class IcsReader {
  private readonly left = new Map<string, { count: number; line: number }>();
  /** Of the calendar that is being read. */
  private zones: IcsZones;

  constructor(
    private readonly path: string,
    private readonly usualZone: string,
    private readonly tally: ImportTally,
  ) {
    this.zones = new IcsZones([], path, usualZone, 2000, tally);
  }

  read(text: string): ReadCalendar {
    const calendars = icsComponents(this.path, text, this.tally).filter(({ name, line }) => {
      if (name !== 'VCALENDAR') this.problem(line, `A ${name} outside of a calendar is left out.`);
      return name === 'VCALENDAR';
    });
    if (calendars.length === 0) this.problem(1, 'This is no calendar: it has no BEGIN:VCALENDAR.');
    // Definitions of zones begin centuries before the meetings.
    const events = text.slice(Math.max(text.search(/BEGIN:VEVENT/iu), 0));
    const year = Number(/DTSTART[^\r\n:]*:((?:19[7-9]|20\d)\d)/iu.exec(events)?.[1] ?? 2025);
    const meetings = calendars.flatMap((calendar) => {
      this.zones = new IcsZones(calendar.inside, this.path, this.usualZone, year, this.tally);
      return this.meetings(calendar);
    });
    for (const [what, { count, line }] of this.left)
      this.problem(line, `Not taken: ${what}${count > 1 ? ` (${count} times in this file)` : ''}.`);
    const title = calendars[0]?.lines.find(({ text: line }) => /^X-WR-CALNAME[;:]/iu.test(line));
    const property = title === undefined ? '' : readProperty(title);
    return { name: typeof property === 'string' ? '' : (property.values[0] ?? ''), meetings };
  }

  private meetings(calendar: IcsComponent): CalendarMeeting[] {
    const entries: Entry[] = [];
    for (const component of calendar.inside) {
      if (component.name === 'VEVENT') entries.push(...this.entry(component));
      else if (!OF_CALENDAR.has(component.name)) this.leave(`${component.name}, which is no meeting`, component.line);
    }
    const byUid = new Map<string, Entry[]>();
    for (const entry of entries) byUid.set(entry.uid, [...(byUid.get(entry.uid) ?? []), entry]);
    return [...byUid.values()].flatMap((same) => this.meeting(same));
  }

  private entry(component: IcsComponent): Entry[] {
    if (component.isCutOff) return [];
    const properties = new Map<string, IcsProperty[]>();
    for (const line of component.lines) {
      const property = readProperty(line);
      if (typeof property === 'string') this.problem(line.line, property);
      else properties.set(property.name, [...(properties.get(property.name) ?? []), property]);
    }
    for (const { name, line } of component.inside) this.leave(name === 'VALARM' ? 'alarms' : name, line);
    for (const [name, [first]] of properties)
      if (!READ.has(name) && first)
        this.leave(name.startsWith('x-') ? 'what programs write for themselves (X-…)' : name.toUpperCase(), first.line);
    const uid = properties.get('uid')?.[0]?.values[0]?.trim() ?? '';
    const access = properties.get('class')?.[0]?.raw.trim().toUpperCase() ?? 'PUBLIC';
    if (uid === '' || uid.length > 500)
      this.problem(component.line, 'This meeting has no UID, which is its identity: not taken.');
    else if (access !== 'PUBLIC')
      this.problem(component.line, `This meeting is marked ${access}, and everybody here sees meetings: not taken.`);
    else return [{ component, properties, uid }];
    return [];
  }

  /** All that have one UID: the series, and its dates that differ. */
  private meeting(same: Entry[]): CalendarMeeting[] {
    const dates = same.filter(({ properties }) => properties.has('recurrence-id'));
    const [main, ...others] = same
      .filter((entry) => !dates.includes(entry))
      .sort((one, other) => sequenceOf(other) - sequenceOf(one));
    for (const { component, uid } of others)
      this.problem(
        component.line,
        `The UID ${uid.slice(0, 80)} stands twice: the one with the higher SEQUENCE is taken.`,
      );
    if (main === undefined) return dates.flatMap((entry) => this.alone(entry));
    const common = this.common(main);
    if (common === null) return [];
    this.tellSimplified(main, common.name);
    const several = (name: string): CalendarTime[] =>
      (main.properties.get(name) ?? []).flatMap((property) => this.times(property));
    return [
      {
        ...common,
        rules: (main.properties.get('rrule') ?? []).map(({ raw }) => raw.trim().toUpperCase()),
        extra: several('rdate'),
        exceptions: (main.properties.get('exdate') ?? []).flatMap((property) =>
          this.times(property).map((at) => ({ at, where: `${this.path}:${property.line}` })),
        ),
        dates: dates.flatMap((entry) => this.date(entry)),
      },
    ];
  }

  /** What makes other dates of a meeting than its file means. */
  private tellSimplified({ properties }: Entry, name: string): void {
    const excluded = properties.get('exrule')?.[0];
    if (excluded !== undefined)
      this.problem(
        excluded.line,
        `“${name}” leaves out dates by a rule (EXRULE), which is not taken: it has more dates here than there.`,
      );
    const periods = properties.get('rdate')?.find(({ isOfPeriods }) => isOfPeriods);
    if (periods !== undefined)
      this.problem(
        periods.line,
        `Dates of “${name}” have a length of their own (PERIOD): they are taken as long as all others.`,
      );
  }

  /** A date whose series is not in the file. */
  private alone(entry: Entry): CalendarMeeting[] {
    const common = this.common(entry);
    if (common === null) return [];
    const property = entry.properties.get('recurrence-id')?.[0];
    const uid = `${entry.uid}@${property?.raw ?? ''}`;
    return [{ ...common, uid, rules: [], extra: [], exceptions: [], dates: [] }];
  }

  private date(entry: Entry): CalendarDate[] {
    const property = entry.properties.get('recurrence-id')?.[0];
    const [original] = property === undefined ? [] : this.times(property);
    const common = this.common(entry);
    if (property === undefined || original === undefined || common === null) return [];
    if (property.parameter('range') !== null) {
      this.problem(property.line, 'A change of this date and all after it (RANGE) is taken for this date only.');
    }
    const { where, name, place, agenda, start, length, isCancelled } = common;
    return [{ where, original, name, place, agenda, start, length, isCancelled }];
  }

  private common(entry: Entry): Omit<CalendarMeeting, 'rules' | 'extra' | 'exceptions' | 'dates'> | null {
    const { component, properties, uid } = entry;
    const where = `${this.path}:${component.line}`;
    const [start] = (properties.get('dtstart') ?? []).flatMap((property) => this.times(property));
    if (start === undefined) {
      this.problem(component.line, 'This meeting has no start that can be read: not taken.');
      return null;
    }
    const one = (name: string): string => properties.get(name)?.[0]?.values[0] ?? '';
    const [name, place, words, url] = [one('summary'), one('location'), one('description'), one('url')];
    const agenda = url === '' || words.includes(url) ? words : `${words}\n\n${url}`;
    return {
      uid,
      where,
      calendar: this.path,
      ...meetingTexts({ name, place, agenda }, where, this.tally),
      start,
      length: this.length(properties),
      isCancelled: one('status').toUpperCase() === 'CANCELLED',
    };
  }

  private length(properties: Map<string, IcsProperty[]>): CalendarLength {
    const end = properties.get('dtend')?.[0];
    const [until] = end === undefined ? [] : this.times(end);
    if (until !== undefined) return { until };
    const duration = properties.get('duration')?.[0];
    if (duration === undefined) return null;
    const minutes = minutesOfDuration(duration.raw);
    if (minutes === null) this.problem(duration.line, 'This is no length that can be read.');
    return minutes === null ? null : { minutes };
  }

  private times(property: IcsProperty): CalendarTime[] {
    const tzid = property.parameter('tzid');
    const zone = tzid === null ? null : this.zones.named(tzid);
    if (tzid !== null && zone === null) {
      this.problem(
        property.line,
        `The time zone “${tzid.slice(0, 100)}” is unknown, and the file does not define it: left out.`,
      );
      return [];
    }
    return property.values.flatMap((value) => {
      const time = timeOfValue(value, zone);
      if (time === null)
        this.problem(property.line, `“${value.slice(0, 60)}” is no date or time that exists: left out.`);
      return time ?? [];
    });
  }

  private leave(what: string, line: number): void {
    const known = this.left.get(what);
    this.left.set(what, { count: (known?.count ?? 0) + 1, line: known?.line ?? line });
  }

  private problem(line: number, what: string): void {
    this.tally.problem(`${this.path}:${line}`, what);
  }
}

function sequenceOf({ properties }: Entry): number {
  return Number(properties.get('sequence')?.[0]?.raw ?? 0) || 0;
}
