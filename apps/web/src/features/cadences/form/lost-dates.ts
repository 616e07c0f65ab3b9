import {
  firstStart,
  isStart,
  nextStarts,
  type Recurrence,
  startsBetween,
} from '@chapterhouse/domain/cadences/recurrence';
import { readRule, writeRule } from '@chapterhouse/domain/cadences/rule-text';
import { ruleFrom } from '@chapterhouse/domain/cadences/series-split';
import { localOf, plusDays, startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import type { CadenceChanges, CadenceQuery, CadenceSpan } from '../../../generated/graphql';

type Series = Pick<
  CadenceQuery['cadence'],
  'rule' | 'startsAt' | 'timeZone' | 'endsBefore' | 'name' | 'minutes' | 'place' | 'next'
>;

/** What a date may have of its own. */
export type OwnPart = 'cancelled' | 'skipped' | 'moved' | 'length' | 'place' | 'name';

/** These were arranged for a time: they go where the day stays and the time does not. */
const OF_THE_TIME: readonly OwnPart[] = ['moved', 'length', 'place'];

/** A date that was arranged by hand, and what of it will be so no more. */
export type LostDate = { day: string; parts: OwnPart[] };

export type WantedChange = { span: CadenceSpan; at: string | null; changes: CadenceChanges };

/**
 * Dates to come that were arranged by hand and will not be so any more, of those that are known of the series: with a day
 * all of it goes, with another time of the same day what was arranged for the time.
 * @param now milliseconds
 */
export function lostDates(series: Series, wanted: WantedChange, now: number): LostDate[] {
  const becomes = recurrenceAfter(series, wanted);
  if (becomes === null) return [];
  const { timeZone = series.timeZone } = wanted.changes;
  const keepsTime = (start: string) => timeZone === series.timeZone && isStart(becomes, start);
  const keepsDay = (day: string) => startsBetween(becomes, startOfDay(day), startOfDay(plusDays(day, 1))).length > 0;
  const begins = localOf(now, series.timeZone);
  const isMeant = (start: string) => start > (wanted.span === 'ALL' ? begins : (wanted.at ?? begins));
  return arranged(series, begins)
    .filter(({ start }) => isMeant(start) && !keepsTime(start))
    .map(({ start, parts }) => {
      const day = start.slice(0, 10);
      return { day, parts: keepsDay(day) ? parts.filter((part) => OF_THE_TIME.includes(part)) : parts };
    })
    .filter(({ parts }) => parts.length > 0);
}

/** Null where nothing becomes of its dates, or where the server will say what is wrong. */
function recurrenceAfter(series: Series, { span, at, changes }: WantedChange): Recurrence | null {
  if (span === 'THIS') return null;
  if (changes.rule === undefined && !changes.startsAt && !changes.timeZone) return null;
  const before = recurrenceOf(series);
  const timeZone = changes.timeZone ?? series.timeZone;
  const fromThere = span === 'THIS_AND_FOLLOWING' && at !== null;
  const startsAt = changes.startsAt ?? (fromThere ? at : before.startsAt);
  const kept = fromThere ? ruleFrom(before, at, series.timeZone) : before.rule;
  const text = changes.rule === undefined ? kept : changes.rule;
  const { rule: read } = text === null ? {} : readRule(text, { startsAt, timeZone });
  if (text !== null && !read) return null;
  const rule = read ? writeRule(read) : null;
  const first = firstStart(rule, startsAt);
  return first === null ? null : { rule, startsAt: first, endsBefore: series.endsBefore };
}

const recurrenceOf = ({ rule, startsAt, endsBefore }: Series): Recurrence => ({
  rule,
  startsAt: startsAt.slice(0, 16),
  endsBefore,
});

/** By original start. What was skipped is not among the dates: it is where the rule gives one that is not there. */
function arranged(series: Series, begins: string): { start: string; parts: OwnPart[] }[] {
  const known = new Map(series.next.map((one) => [one.originalStart.slice(0, 16), one]));
  const last = [...known.keys()].toSorted().at(-1) ?? begins;
  const starts = new Set([...known.keys(), ...startsUntil(recurrenceOf(series), begins, last)]);
  return [...starts].toSorted().map((start) => ({ start, parts: partsOf(series, known.get(start)) }));
}

function partsOf(series: Series, one: Series['next'][number] | undefined): OwnPart[] {
  if (one === undefined) return ['skipped'];
  const own: Record<Exclude<OwnPart, 'skipped'>, boolean> = {
    cancelled: one.state === 'CANCELLED',
    moved: one.moved,
    length: one.minutes !== series.minutes,
    place: one.place !== series.place,
    name: one.name !== series.name,
  };
  return (['cancelled', 'moved', 'length', 'place', 'name'] as const).filter((part) => own[part]);
}

/** More than are told of a series, skipped ones among them. */
const MOST = 60;
const startsUntil = (of: Recurrence, from: string, last: string): string[] =>
  nextStarts(of, from, MOST).filter((start) => start > from && start <= last);
