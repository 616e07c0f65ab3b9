import type { LadderLevel } from '@chapterhouse/domain/impediments/impediment-ladder';
import { endClock, pauseClock, runsOutAt } from '@chapterhouse/domain/impediments/level-clock';
import { reminderDue } from '@chapterhouse/domain/impediments/level-reminders';
import { UNRESOLVED_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import type { HistoricImpediment } from '../historic-impediment.js';
import type { Ladder } from '../impediment-levels.js';
import { unlessRefused } from '../impediment-transaction.js';
import { type Stay, stayFrom } from './stay.js';

/** The level of those that come from below. */
const FIRST_LEVEL: LadderLevel['level'] = 1;

/**
 * The stays of an impediment that is recorded with its past. What is over has them only where it is said when it came to
 * its level: no clock ran for what others ended elsewhere. Nobody is reminded now of what ran out before it came here,
 * and it does not go up by itself: many would at once.
 * @param endedAt when it stopped standing in the way, where it did; ISO text
 * @param now milliseconds
 */
export function historicStays(facts: HistoricImpediment, endedAt: string, ladder: Ladder, now: number): Stay[] {
  const isOver = !UNRESOLVED_STATES.includes(facts.state);
  if (isOver && facts.levelSince === undefined) return [];
  const { calendar } = ladder;
  const level = facts.level ?? FIRST_LEVEL;
  const raisedAt = Date.parse(facts.raisedAt);
  const since = Math.max(raisedAt, Date.parse(facts.levelSince ?? facts.raisedAt));
  const stays: Stay[] = [];
  if (level > FIRST_LEVEL && since > raisedAt) {
    const below = stayFrom(raisedAt, FIRST_LEVEL, ladder.termsOf(FIRST_LEVEL));
    stays.push({ ...below, clock: endClock(below.clock, since, calendar) });
  }
  if (facts.reopened) {
    const before = stayFrom(since, level, ladder.termsOf(level), stays.at(-1));
    stays.push({ ...before, clock: endClock(before.clock, Date.parse(facts.reopened.resolvedAt), calendar) });
  }
  const from = facts.reopened ? Date.parse(facts.reopened.at) : since;
  const last = stayFrom(from, level, ladder.termsOf(level), stays.at(-1));
  if (isOver) {
    const end = Math.max(from, Date.parse(endedAt));
    return [...stays, { ...last, clock: endClock(last.clock, end, calendar) }];
  }
  return [...stays, asOf(facts.paused ? pausedBy(last, facts.paused, calendar) : last, now, calendar)];
}

/** @throws Refusal where it had run out by then */
function pausedBy(stay: Stay, { at, because }: { at: string; because: string }, calendar: WorkingCalendar): Stay {
  const pausedAt = Date.parse(at);
  return { ...stay, clock: unlessRefused(pauseClock(stay.clock, because, pausedAt, calendar)), pausedAt };
}

function asOf(stay: Stay, now: number, calendar: WorkingCalendar): Stay {
  const { clock } = stay;
  const runsOut = runsOutAt(clock, calendar) ?? Number.POSITIVE_INFINITY;
  const escalatesByItself = clock.terms.escalatesByItself && runsOut > now;
  return {
    ...stay,
    clock: { ...clock, terms: { ...clock.terms, escalatesByItself } },
    told: reminderDue(clock, 0, now, calendar)?.number ?? 0,
  };
}
