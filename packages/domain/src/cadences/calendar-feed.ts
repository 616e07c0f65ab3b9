import { type CalendarLine, calendarText, textValue } from './calendar-text.js';
import { CADENCE_KIND_TITLES, type CadenceKind } from './cadence-kinds.js';
import { type OwnOfOccurrence, type PlannedOccurrence, type Series, plannedOccurrence } from './occurrences.js';
import { isStart, startBefore } from './recurrence.js';
import { type LocalDateTime, localOf, momentOf } from './wall-clock.js';
import { zoneLines } from './zone-observances.js';

/** What differs on one date, for a calendar. */
export interface FeedDate extends OwnOfOccurrence {
  /** Why it was cancelled or moved. */
  reason: string;
  /** Moments as ISO texts. */
  updatedAt: string;
}

/** A series as a calendar shows it. */
export interface FeedSeries {
  /** Stays the same for ever. */
  uid: string;
  /** Rises with every change of the series or one of its dates. */
  sequence: number;
  kind: CadenceKind;
  series: Series;
  dates: readonly FeedDate[];
  /** Where it is in the web. */
  url: string;
  createdAt: string;
  updatedAt: string;
}

/** Moments, milliseconds, within which zones are written out; their present rules go on behind it. */
export interface FeedTime {
  from: number;
  before: number;
}

const LAST = '2199-12-31T00:00';
const UTC_NAMES = ['UTC', 'Etc/UTC'];
/** Calendar programs that listen ask so often. */
const REFRESH = 'PT1H';

/** A calendar by RFC 5545: series stay series, with their exceptions; the same facts give the same text. */
export function calendarFeed(name: string, all: readonly FeedSeries[], { from, before }: FeedTime): string {
  const events = all.flatMap(eventsOf);
  const zones = [...new Set(all.map(({ series }) => series.timeZone))]
    .filter((zone) => !UTC_NAMES.includes(zone))
    .sort();
  const first = Math.min(from, ...all.map(({ series }) => momentOf(series.startsAt, series.timeZone)));
  return calendarText([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Chapterhouse//Meetings//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', textValue(name)],
    ['REFRESH-INTERVAL;VALUE=DURATION', REFRESH],
    ['X-PUBLISHED-TTL', REFRESH],
    ...zones.flatMap((zone) => zoneLines(zone, first, before)),
    ...events,
    ['END', 'VCALENDAR'],
  ]);
}

function eventsOf(feed: FeedSeries): CalendarLine[] {
  const { series, dates } = feed;
  if (series.rule === null) {
    const own = dates.find(({ originalStart }) => originalStart === series.startsAt);
    const isEnded = startBefore(series, LAST) === null;
    const planned = isEnded && !own?.movedTo ? null : plannedOccurrence(series, series.startsAt, own);
    return planned === null ? [] : event(feed, planned, own, []);
  }
  const rule = feedRule(series);
  // Moved away before their series ended: no rule gives them any more.
  const extra = dates.filter(
    (own) => own.movedTo !== null && own.state !== 'SKIPPED' && !isStart(series, own.originalStart),
  );
  const given = dates.filter((own) => isStart(series, own.originalStart));
  const skipped = given.filter(({ state }) => state === 'SKIPPED');
  const others = [...extra, ...given.filter(differs)];
  if (rule === null) return extra.flatMap((own) => alone(feed, own));
  const master = plannedOccurrence(series, series.startsAt, undefined);
  if (master === null) return [];
  return [
    // Where clocks skip the first start, the others are at the time that it says all the same.
    ...event(feed, { ...master, localStart: series.startsAt }, undefined, [
      ['RRULE', rule],
      ...skipped.map(({ originalStart }) => timed('EXDATE', originalStart, series.timeZone)),
      ...extra.map(({ originalStart }) => timed('RDATE', originalStart, series.timeZone)),
    ]),
    ...others.flatMap((own) => {
      const planned = plannedOccurrence(series, own.originalStart, own);
      const of = timed('RECURRENCE-ID', own.originalStart, series.timeZone);
      return planned === null ? [] : event(feed, planned, own, [of]);
    }),
  ];
}

/** One date whose series has none of its own left. */
function alone(feed: FeedSeries, own: FeedDate): CalendarLine[] {
  const planned = plannedOccurrence(feed.series, own.originalStart, own);
  if (planned === null) return [];
  return event({ ...feed, uid: `${stamp(own.originalStart)}-${feed.uid}` }, planned, own, []);
}

function differs({ state, movedTo, minutes, name, place, agenda }: FeedDate): boolean {
  return (
    state === 'CANCELLED' ||
    (state === 'PLANNED' && [movedTo, minutes, name, place, agenda].some((own) => own !== null))
  );
}

function event(
  feed: FeedSeries,
  planned: PlannedOccurrence,
  own: FeedDate | undefined,
  more: readonly CalendarLine[],
): CalendarLine[] {
  const { timeZone } = feed.series;
  const updatedAt = own && own.updatedAt > feed.updatedAt ? own.updatedAt : feed.updatedAt;
  const words = [own?.reason ?? '', planned.agenda, feed.url].filter((part) => part.trim() !== '').join('\n\n');
  const lines: CalendarLine[] = [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(feed.uid)],
    ['DTSTAMP', moment(updatedAt)],
    ['CREATED', moment(feed.createdAt)],
    ['LAST-MODIFIED', moment(updatedAt)],
    ['SEQUENCE', String(feed.sequence)],
    ['SUMMARY', textValue(planned.name)],
    timed('DTSTART', planned.localStart, timeZone),
    // By the time that passes, as everywhere here: clocks may be set in between.
    timed('DTEND', localOf(planned.endsAt, timeZone), timeZone),
    ...more,
    ['STATUS', planned.state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED'],
    ['TRANSP', planned.state === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'],
    ['CATEGORIES', textValue(CADENCE_KIND_TITLES[feed.kind])],
    ['DESCRIPTION', textValue(words)],
    ['URL', feed.url],
    ['END', 'VEVENT'],
  ];
  if (planned.place.trim() !== '') lines.splice(-2, 0, ['LOCATION', textValue(planned.place)]);
  return lines;
}

/** With the end in it, in UTC as the RFC asks for; null: the rule gives nothing. */
export function feedRule(series: Series): string | null {
  if (series.rule === null) return null;
  const parts = series.rule.split(';');
  const isEnded = series.endsBefore !== null || parts.some((part) => part.startsWith('UNTIL='));
  if (!isEnded) return series.rule;
  const last = startBefore(series, LAST);
  if (last === null) return null;
  const kept = parts.filter((part) => !/^(?:COUNT|UNTIL)=/u.test(part));
  return [...kept, `UNTIL=${moment(new Date(momentOf(last, series.timeZone)).toISOString())}`].join(';');
}

function timed(property: string, local: LocalDateTime, timeZone: string): CalendarLine {
  return UTC_NAMES.includes(timeZone) ? [property, `${stamp(local)}Z`] : [`${property};TZID=${timeZone}`, stamp(local)];
}

/** `20260301T093000` of `2026-03-01T09:30`. */
const stamp = (local: LocalDateTime): string => `${local.replaceAll(/[-:]/gu, '')}00`;
/** `20260301T083000Z` of an ISO text. */
const moment = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
