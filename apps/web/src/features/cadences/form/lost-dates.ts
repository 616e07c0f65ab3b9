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

type Series = Pick<CadenceQuery['cadence'], 'rule' | 'startsAt' | 'timeZone' | 'endsBefore' | 'next'>;

/** A date that was arranged by hand, and how. */
export type LostDate = { day: string; what: 'moved' | 'cancelled' | 'skipped' };

export type WantedChange = { span: CadenceSpan; at: string | null; changes: CadenceChanges };

/**
 * Dates to come that were arranged by hand and will not be so any more: of those that are known of the series. On a day that
 * the series keeps a date stays cancelled or skipped at whatever time it is; where it was moved to was about the time.
 * @param now milliseconds
 */
export function lostDates(series: Series, wanted: WantedChange, now: number): LostDate[] {
  const becomes = recurrenceAfter(series, wanted);
  if (becomes === null) return [];
  const { timeZone = series.timeZone } = wanted.changes;
  const keepsTime = (start: string) => timeZone === series.timeZone && isStart(becomes, start);
  const keepsDay = (day: string) => startsBetween(becomes, startOfDay(day), startOfDay(plusDays(day, 1))).length > 0;
  const begins = localOf(now, series.timeZone);
  const isMeant = (start: string) => (wanted.span === 'ALL' ? start > begins : start > (wanted.at ?? begins));
  return arranged(series, begins)
    .filter(({ start }) => isMeant(start) && !keepsTime(start))
    .map(({ start, what }): LostDate => ({ day: start.slice(0, 10), what }))
    .filter(({ day, what }) => what === 'moved' || !keepsDay(day));
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

interface Arranged {
  start: string;
  what: LostDate['what'];
}

/** By original start. What was skipped is not among the dates: it is where the rule gives one that is not there. */
function arranged(series: Series, begins: string): Arranged[] {
  const { next } = series;
  const known = new Map(next.map((one) => [one.originalStart.slice(0, 16), one]));
  const last = [...known.keys()].toSorted().at(-1) ?? begins;
  const starts = new Set([...known.keys(), ...startsUntil(recurrenceOf(series), begins, last)]);
  return [...starts].toSorted().flatMap((start): Arranged[] => {
    const one = known.get(start);
    if (one === undefined) return [{ start, what: 'skipped' }];
    if (one.state === 'CANCELLED') return [{ start, what: 'cancelled' }];
    return one.moved ? [{ start, what: 'moved' }] : [];
  });
}

/** More than are told of a series, skipped ones among them. */
const MOST = 60;
const startsUntil = (of: Recurrence, from: string, last: string): string[] =>
  nextStarts(of, from, MOST).filter((start) => start > from && start <= last);
