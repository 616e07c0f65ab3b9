import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { convertIcsCalendar, extendByRecurrenceRule, type IcsDateObject, type IcsEvent } from 'ts-ics';

/** One date as a calendar program shows it: start and end as ISO texts in UTC, its name, whether it was called off. */
export type ReadDate = string;

/** Moments; the second one is not in. */
export interface Span {
  from: Date;
  before: Date;
}

export function readDate(startsAt: Date, endsAt: Date, name: string, isCancelled: boolean): ReadDate {
  return `${startsAt.toISOString()} ${endsAt.toISOString()} ${name}${isCancelled ? ' (cancelled)' : ''}`;
}

/** All dates in a time by ical.js, with the zones of the calendar itself. */
export function datesByIcal(text: string, span: Span): ReadDate[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  try {
    const all = calendar.getAllSubcomponents('vevent');
    const isException = (one: ICAL.Component): boolean => one.hasProperty('recurrence-id');
    const uidOf = (one: ICAL.Component): unknown => one.getFirstPropertyValue('uid');
    const found: ReadDate[] = [];
    for (const one of all.filter((component) => !isException(component))) {
      const exceptions = all.filter((other) => isException(other) && uidOf(other) === uidOf(one));
      const event = new ICAL.Event(one, { exceptions });
      if (event.isRecurring()) found.push(...recurring(event, span));
      else found.push(...within(momentOf(event.startDate), momentOf(event.endDate), event, span));
    }
    return found.sort();
  } finally {
    for (const zone of zones) ICAL.TimezoneService.remove(zone.tzid);
  }
}

function recurring(event: ICAL.Event, span: Span): ReadDate[] {
  const found: ReadDate[] = [];
  const iterator = event.iterator();
  // Moved ones come at their original time: so far behind the end it is looked for them.
  const end = span.before.getTime() + 60 * 86_400_000;
  for (let next = iterator.next(); next && next.toUnixTime() * 1000 < end; next = iterator.next()) {
    const { startDate, endDate, item } = event.getOccurrenceDetails(next);
    found.push(...within(momentOf(startDate), momentOf(endDate), item, span));
  }
  return found;
}

function within(startsAt: Date, endsAt: Date, event: ICAL.Event, { from, before }: Span): ReadDate[] {
  if (startsAt < from || startsAt >= before) return [];
  const status: unknown = event.component.getFirstPropertyValue('status');
  return [readDate(startsAt, endsAt, event.summary, status === 'CANCELLED')];
}

const momentOf = (time: ICAL.Time): Date => new Date(time.toUnixTime() * 1000);

/**
 * All dates in a time by ts-ics, which expands rules on wall clocks; their moments by luxon. In months it forgets the time of
 * day, which is the start's; BYSETPOS it does not know.
 */
export function datesByTsIcs(text: string, { from, before }: Span): ReadDate[] {
  const events = convertIcsCalendar(undefined, text).events ?? [];
  const found = new Map<string, ReadDate>();
  const add = (event: IcsEvent, startsAt: Date, key: string): void => {
    const minutes = (event.end?.date.getTime() ?? 0) - event.start.date.getTime();
    const date = readDate(
      startsAt,
      new Date(startsAt.getTime() + minutes),
      event.summary,
      event.status === 'CANCELLED',
    );
    if (startsAt >= from && startsAt < before) found.set(key, date);
    else found.delete(key);
  };
  for (const event of events.filter(({ recurrenceId }) => recurrenceId === undefined)) {
    const { recurrenceRule: rule, start, exceptionDates = [] } = event;
    const zone = start.local?.timezone ?? 'UTC';
    const skipped = new Set(exceptionDates.map(({ date }) => date.getTime()));
    const until = rule?.until && { date: wallOf(rule.until.date, zone), type: 'DATE-TIME' as const };
    const walls =
      rule === undefined
        ? [wall(start)]
        : extendByRecurrenceRule(
            { ...rule, ...(until && { until }) },
            { start: wall(start), end: wallOf(before, zone) },
          );
    const time = wall(start).toISOString().slice(10);
    for (const day of walls) {
      const one = new Date(`${day.toISOString().slice(0, 10)}${time}`);
      const startsAt = DateTime.fromISO(one.toISOString().slice(0, 19), { zone }).toJSDate();
      if (!skipped.has(startsAt.getTime())) add(event, startsAt, `${event.uid} ${one.toISOString()}`);
    }
  }
  for (const event of events)
    if (event.recurrenceId)
      add(event, event.start.date, `${event.uid} ${wall(event.recurrenceId.value).toISOString()}`);
  return [...found.values()].sort();
}

const wall = ({ date, local }: IcsDateObject): Date => local?.date ?? date;

function wallOf(date: Date, zone: string): Date {
  return DateTime.fromJSDate(date, { zone }).setZone('UTC', { keepLocalTime: true }).toJSDate();
}
