import type { LocalDateTime } from './wall-clock.js';
import { dayOf, localOf } from './wall-clock.js';

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The second Tuesday; null: every one. Negative: from the end. */
export interface DayOfRule {
  weekday: Weekday;
  nth: number | null;
}

/** A recurrence rule of RFC 5545, 3.3.10, as far as meetings need it: at most one a day, no times of its own. */
export interface Rule {
  frequency: Frequency;
  interval: number;
  byDay: DayOfRule[];
  byMonthDay: number[];
  byMonth: number[];
  bySetPos: number[];
  weekStart: Weekday | null;
  /** One of them, or neither. */
  count: number | null;
  /** YYYY-MM-DD, in the zone of the series, the day itself counts. */
  until: string | null;
}

/** Characters. */
export const RULE_LIMIT = 500;
const MOST_INTERVAL = 1_000;
export const MOST_COUNT = 1_000;

/** Either the rule, or what to do about the text, as a sentence for people. */
export type ReadRule = { rule: Rule; problem?: never } | { rule?: never; problem: string };

/**
 * @param text with or without `RRULE:` in front
 * @param start an UNTIL that is a moment is compared with the start's time of day there
 */
export function readRule(text: string, start: { startsAt: LocalDateTime; timeZone: string }): ReadRule {
  const parts = partsOf(text);
  if (typeof parts === 'string') return { problem: parts };
  const rule = { ...NO_RULE, byDay: [], byMonthDay: [], byMonth: [], bySetPos: [] } satisfies Rule as Rule;
  for (const [name, value] of parts) {
    const read = READERS[name];
    const problem = read ? read(rule, value, start) : unknownPart(name);
    if (problem !== null) return { problem };
  }
  const problem = parts.has('FREQ') ? togetherProblem(rule) : 'Say how often with FREQ, such as FREQ=WEEKLY;BYDAY=TU.';
  return problem === null ? { rule } : { problem };
}

/** In one order and without what goes without saying, so that equal rules are equal texts. */
export function writeRule(rule: Rule): string {
  const parts: [string, string | null][] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval === 1 ? null : String(rule.interval)],
    ['BYMONTH', numbers(rule.byMonth)],
    ['BYMONTHDAY', numbers(rule.byMonthDay)],
    ['BYDAY', rule.byDay.map(({ weekday, nth }) => `${nth ?? ''}${weekday}`).join(',')],
    ['BYSETPOS', numbers(rule.bySetPos)],
    ['COUNT', rule.count === null ? null : String(rule.count)],
    ['UNTIL', rule.until === null ? null : rule.until.replaceAll('-', '')],
    ['WKST', rule.weekStart === null || rule.weekStart === 'MO' ? null : rule.weekStart],
  ];
  return parts.flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}=${value}`])).join(';');
}

/** A rule that was written by `writeRule`. @throws where it was not */
export function writtenRule(text: string): Rule {
  const { rule, problem } = readRule(text, { startsAt: '2000-01-01T00:00', timeZone: 'UTC' });
  if (!rule) throw new Error(`No rule of ours: ${problem}`);
  return rule;
}

const NO_RULE: Omit<Rule, 'byDay' | 'byMonthDay' | 'byMonth' | 'bySetPos'> = {
  frequency: 'WEEKLY',
  interval: 1,
  weekStart: null,
  count: null,
  until: null,
};

function partsOf(text: string): Map<string, string> | string {
  if (text.length > RULE_LIMIT) return `Shorten the rule to ${RULE_LIMIT} characters.`;
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name = '', value, ...more] = part.split('=');
    if (part === '') continue;
    if (value === undefined || value === '' || more.length > 0)
      return `“${shown(part)}” is no part of a rule; write NAME=VALUE.`;
    if (parts.has(name)) return `Give ${shown(name)} once.`;
    parts.set(name, value);
  }
  return parts;
}

type Reader = (rule: Rule, value: string, start: { startsAt: LocalDateTime; timeZone: string }) => string | null;

const READERS: Record<string, Reader | undefined> = {
  FREQ: (rule, value) => {
    const frequency = FREQUENCIES.find((known) => known === value);
    if (!frequency) return 'Choose FREQ of DAILY, WEEKLY, MONTHLY and YEARLY: meetings take place at most once a day.';
    rule.frequency = frequency;
    return null;
  },
  INTERVAL: (rule, value) => {
    rule.interval = integer(value) ?? 0;
    return within(rule.interval, 1, MOST_INTERVAL) ? null : `Give INTERVAL a whole number from 1 to ${MOST_INTERVAL}.`;
  },
  COUNT: (rule, value) => {
    rule.count = integer(value) ?? 0;
    return within(rule.count, 1, MOST_COUNT) ? null : `Give COUNT a whole number from 1 to ${MOST_COUNT}.`;
  },
  UNTIL: (rule, value, start) => {
    rule.until = untilDay(value, start);
    return rule.until === null ? 'Give UNTIL a day that exists, such as 20261231.' : null;
  },
  BYDAY: (rule, value) => {
    const days = value.split(',').map(dayOfRule);
    if (days.some((day) => day === null)) return 'Give BYDAY weekdays such as MO,WE, or in a month 2TU or -1FR.';
    rule.byDay = inWeekOrder(days.filter((day) => day !== null));
    return null;
  },
  BYMONTHDAY: (rule, value) => {
    rule.byMonthDay = integers(value);
    const fit = rule.byMonthDay.every((day) => within(Math.abs(day), 1, 31));
    return fit ? null : 'Give BYMONTHDAY days from 1 to 31, or from -1 for the last one.';
  },
  BYMONTH: (rule, value) => {
    rule.byMonth = integers(value);
    return rule.byMonth.every((month) => within(month, 1, 12)) ? null : 'Give BYMONTH months from 1 to 12.';
  },
  BYSETPOS: (rule, value) => {
    rule.bySetPos = integers(value);
    const fit = rule.bySetPos.every((place) => within(Math.abs(place), 1, 366));
    return fit ? null : 'Give BYSETPOS places from 1 to 366, or from -1 for the last one.';
  },
  WKST: (rule, value) => {
    rule.weekStart = WEEKDAYS.find((known) => known === value) ?? null;
    return rule.weekStart === null ? 'Give WKST a weekday such as MO.' : null;
  },
};

function unknownPart(name: string): string {
  if (/^BY(HOUR|MINUTE|SECOND)$/.test(name)) return `Leave out ${name}: the time of day is that of the start.`;
  if (/^BY(WEEKNO|YEARDAY)$/.test(name)) return `Say it with BYMONTH, BYMONTHDAY and BYDAY instead of ${name}.`;
  return `Leave out ${shown(name)}: rules here know FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, COUNT, UNTIL and WKST.`;
}

/** What parts mean nothing, or not the same to everybody, together. */
function togetherProblem({ frequency, byDay, byMonthDay, byMonth, bySetPos, count, until }: Rule): string | null {
  const isNth = byDay.some(({ nth }) => nth !== null);
  if (count !== null && until !== null) return 'Give COUNT or UNTIL, not both.';
  if (isNth && (frequency === 'DAILY' || frequency === 'WEEKLY'))
    return 'Use weekdays without a number, such as TU, in a week.';
  if (isNth && byMonthDay.length > 0) return 'Give BYDAY with a number or BYMONTHDAY, not both.';
  if (byMonthDay.length > 0 && frequency === 'WEEKLY') return 'Use BYDAY instead of BYMONTHDAY in a week.';
  if (byMonthDay.length > 0 && frequency === 'DAILY') return 'Use FREQ=MONTHLY together with BYMONTHDAY.';
  if (frequency === 'YEARLY' && byMonth.length === 0 && (byDay.length > 0 || byMonthDay.length > 0))
    return 'Say with BYMONTH in which months of the year.';
  if (bySetPos.length > 0 && frequency !== 'MONTHLY') return 'Use BYSETPOS with FREQ=MONTHLY only.';
  if (bySetPos.length > 0 && byDay.length === 0 && byMonthDay.length === 0)
    return 'Use BYSETPOS together with BYDAY or BYMONTHDAY.';
  return null;
}

/** The last day that a moment allows at that time of day; a day is that day. */
function untilDay(value: string, { startsAt, timeZone }: { startsAt: LocalDateTime; timeZone: string }): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(value);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, utc] = match;
  const written = new Date(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}Z`);
  if (Number.isNaN(written.getTime()) || !written.toISOString().startsWith(`${year}-${month}-${day}`)) return null;
  if (hour === undefined) return `${year}-${month}-${day}`;
  const local = utc === 'Z' ? localOf(written.getTime(), timeZone) : written.toISOString().slice(0, 16);
  const isBeforeStart = local.slice(11) < startsAt.slice(11);
  return isBeforeStart ? dayOf(new Date(Date.parse(`${dayOf(local)}T00:00Z`) - 1).toISOString()) : dayOf(local);
}

function dayOfRule(text: string): DayOfRule | null {
  const match = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  const weekday = WEEKDAYS.find((known) => known === match?.[2]);
  return weekday === undefined ? null : { weekday, nth: match?.[1] === undefined ? null : Number(match[1]) };
}

function inWeekOrder(days: DayOfRule[]): DayOfRule[] {
  const order = ({ weekday, nth }: DayOfRule): number => WEEKDAYS.indexOf(weekday) + 10 * (nth ?? 0);
  const distinct = new Map(days.map((day) => [`${day.nth ?? ''}${day.weekday}`, day]));
  return [...distinct.values()].sort((a, b) => order(a) - order(b));
}

/** Each once, in order; what is no whole number is 0, which fits nowhere. */
function integers(value: string): number[] {
  return [...new Set(value.split(',').map((part) => integer(part) ?? 0))].sort((a, b) => a - b);
}

const integer = (text: string): number | null => (/^[+-]?\d{1,6}$/.test(text) ? Number(text) : null);
const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;
const numbers = (values: readonly number[]): string => values.join(',');
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
