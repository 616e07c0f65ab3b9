import { type ClockEvent, clocksOf } from '@chapterhouse/domain/impediments/level-clock-history';
import { type LevelClock, runsOutAt } from '@chapterhouse/domain/impediments/level-clock';
import type { NumberFacts } from '@chapterhouse/domain/impediments/impediment-numbers';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import fc from 'fast-check';

/** What happens to an impediment; moments in milliseconds. What makes no sense where it comes changes nothing. */
export type Step = { at: number } & (
  | { what: 'TRIAGE' | 'LEVEL'; level: number }
  | { what: 'PAUSE' | 'RESUME' | 'RESOLVE' | 'CLOSE' | 'DECLINE' | 'REOPEN' | 'DUPLICATE' | 'UNDO' }
);

/** One impediment with all that it goes through. */
export interface History {
  raisedAt: number;
  /** Which team raised it, and what it waits for. */
  team: number;
  source: number | null;
  /** Which of its stays at levels were written down: all, those from its last change of level on, none. */
  clocks: 'ALL' | 'LATE' | 'NONE';
  steps: Step[];
}

/** An event that the log gets. */
export interface ToldEvent {
  name: string;
  at: number;
  version: number;
  changes: { field: string; from: string | null; to: string | null }[];
}

/** A history as it ends, worked out step by step. */
export interface Known extends Pick<
  NumberFacts,
  'state' | 'level' | 'triagedAt' | 'resolvedAt' | 'endedAt' | 'reopenedCount'
> {
  levelSince: number;
  /** Whether it was ever at a level above the one at which it began. */
  escalated: boolean;
  version: number;
  lastAt: number;
  events: ToldEvent[];
  clockEvents: ClockEvent[];
}

const HOUR = 3_600_000;
export const TEAMS = 3;
export const SOURCES = 2;
const LEVEL_NAMES = ['', 'Team', 'Scrum of Scrums', 'Executive Action Team'];
const TERMS = { clockWorkingHours: 16, escalatesByItself: false, remindBeforeHours: null };

/** Zones with clock changes in the half year of the histories, of half an hour, at midnight, and without any. */
export const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    startHour: fc.integer({ min: 0, max: 23 }),
    length: fc.integer({ min: 1, max: 24 }),
    holidays: fc.subarray(['2026-01-01', '2026-03-30', '2026-04-06', '2026-05-01']),
  })
  .map(({ length, ...rest }) => ({ ...rest, endHour: Math.min(24, rest.startHour + length) }));

const step = fc.record({
  // Often right afterwards, so that it is taken back; sometimes weeks later.
  wait: fc.oneof(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 400 * HOUR })),
  what: fc.constantFrom(
    ...([
      'TRIAGE',
      'LEVEL',
      'PAUSE',
      'RESUME',
      'RESOLVE',
      'RESOLVE',
      'CLOSE',
      'DECLINE',
      'REOPEN',
      'DUPLICATE',
      'UNDO',
    ] as const),
  ),
  level: fc.integer({ min: 1, max: 3 }),
});

const history: fc.Arbitrary<History> = fc
  .record({
    raisedAt: fc.integer({ min: Date.UTC(2025, 11, 1), max: Date.UTC(2026, 4, 1) }),
    team: fc.nat(TEAMS - 1),
    source: fc.option(fc.nat(SOURCES - 1)),
    clocks: fc.constantFrom(...(['ALL', 'ALL', 'LATE', 'NONE'] as const)),
    steps: fc.array(step, { maxLength: 10 }),
  })
  .map(({ steps, ...rest }) => {
    let at = rest.raisedAt;
    return { ...rest, steps: steps.map(({ wait, what, level }) => ({ what, level, at: (at += wait) })) };
  });

export const histories = fc.array(history, { minLength: 5, maxLength: 40 });

interface Now extends Omit<Known, 'events' | 'clockEvents' | 'version' | 'lastAt' | 'escalated'> {
  /** Highest so far. */
  highest: number;
}

/** Written anew, without the rules of the product: walks the steps and remembers what undoing needs. */
export function knownOf({ raisedAt, steps }: History): Known {
  const first: Now = {
    state: 'RAISED',
    level: 1,
    levelSince: raisedAt,
    highest: 1,
    triagedAt: null,
    resolvedAt: null,
    endedAt: null,
    reopenedCount: 0,
  };
  const raised: ToldEvent = { name: 'impediment.raised', at: raisedAt, version: 1, changes: [] };
  let [now, before, clockBefore]: [Now, Now | null, ClockEvent[]] = [first, null, []];
  const events = [raised];
  let clockEvents: ClockEvent[] = [{ what: 'CAME_TO_LEVEL', at: raisedAt, level: 1, terms: TERMS }];
  for (const step of steps) {
    const { at } = step;
    if (step.what === 'PAUSE' || step.what === 'RESUME') {
      if (!UNRESOLVED.includes(now.state)) continue;
      clockEvents = [
        ...clockEvents,
        step.what === 'PAUSE' ? { what: 'PAUSED', at, reason: 'Vendor' } : { what: 'RESUMED', at },
      ];
      before = null;
      continue;
    }
    if (step.what === 'UNDO') {
      if (before === null) continue;
      events.push({
        name: 'impediment.undone',
        at,
        version: events.length + 1,
        changes: [{ field: 'state', from: 'a', to: 'b' }],
      });
      [now, clockEvents, before] = [before, clockBefore, null];
      continue;
    }
    const next = after(now, step);
    if (!next) continue;
    [before, clockBefore] = [now, clockEvents];
    const changes =
      next.level === now.level
        ? []
        : [{ field: 'level', from: LEVEL_NAMES[now.level] ?? '', to: LEVEL_NAMES[next.level] ?? '' }];
    events.push({ name: EVENTS[step.what], at, version: events.length + 1, changes });
    const came = next.level !== now.level || step.what === 'REOPEN';
    if (came) clockEvents = [...clockEvents, { what: 'CAME_TO_LEVEL', at, level: next.level, terms: TERMS }];
    if (UNRESOLVED.includes(now.state) && !UNRESOLVED.includes(next.state))
      clockEvents = [...clockEvents, { what: 'ENDED', at }];
    now = next;
  }
  const lastAt = Math.max(raisedAt, ...events.map((event) => event.at));
  return { ...now, escalated: now.highest > 1, version: events.length, lastAt, events, clockEvents };
}

const UNRESOLVED: readonly ImpedimentState[] = ['RAISED', 'TRIAGED', 'IN_PROGRESS'];
const EVENTS: Record<Exclude<Step['what'], 'PAUSE' | 'RESUME' | 'UNDO'>, string> = {
  TRIAGE: 'impediment.triaged',
  LEVEL: 'impediment.level-set',
  RESOLVE: 'impediment.resolved',
  CLOSE: 'impediment.closed',
  DECLINE: 'impediment.declined',
  REOPEN: 'impediment.reopened',
  DUPLICATE: 'impediment.marked-duplicate',
};

function after(now: Now, step: Step): Now | null {
  const { at } = step;
  const stands = UNRESOLVED.includes(now.state);
  switch (step.what) {
    case 'TRIAGE':
    case 'LEVEL': {
      if (!stands || (step.what === 'LEVEL' && step.level === now.level)) return null;
      const triage = step.what === 'TRIAGE' ? { state: 'TRIAGED' as const, triagedAt: now.triagedAt ?? at } : {};
      const came = step.level === now.level ? {} : { level: step.level, levelSince: at };
      return { ...now, ...triage, ...came, highest: Math.max(now.highest, step.level) };
    }
    case 'RESOLVE':
      return stands && now.triagedAt !== null ? { ...now, state: 'RESOLVED', resolvedAt: at, endedAt: at } : null;
    case 'CLOSE':
      return now.state === 'RESOLVED' ? { ...now, state: 'CLOSED' } : null;
    case 'DECLINE':
      return stands ? { ...now, state: 'DECLINED', endedAt: at } : null;
    case 'DUPLICATE':
      return stands ? { ...now, state: 'DUPLICATE' } : null;
    case 'REOPEN':
      if (stands || now.state === 'DUPLICATE') return null;
      return {
        ...now,
        state: now.triagedAt === null ? 'RAISED' : 'TRIAGED',
        levelSince: at,
        resolvedAt: null,
        reopenedCount: now.reopenedCount + 1,
      };
    default:
      return null;
  }
}

/** A stay as it is written down, with its place among all of the impediment's. */
export interface WrittenClock extends LevelClock {
  runsOutAt: number | null;
}

/** The stays that were written down, the oldest first. */
export function writtenClocks({ clocks }: History, { clockEvents }: Known, calendar: WorkingCalendar): WrittenClock[] {
  if (clocks === 'NONE') return [];
  const all = clocksOf(clockEvents, calendar).clocks.map((clock) => ({
    ...clock,
    runsOutAt: runsOutAt(clock, calendar),
  }));
  return clocks === 'LATE' ? all.slice(-1) : all;
}

/** What the domain's numbers take it for. */
export function factsOf(
  history: History,
  known: Known,
  calendar: WorkingCalendar,
  now: number,
): Omit<NumberFacts, 'id' | 'areaId' | 'raisingTeamId' | 'sourceId'> {
  const clocks = writtenClocks(history, known, calendar);
  const ranOut = clocks.flatMap(({ runsOutAt: end, endedAt }) =>
    end !== null && end <= (endedAt ?? now) ? [end] : [],
  );
  const { state, level, triagedAt, resolvedAt, endedAt, reopenedCount, escalated } = known;
  return {
    state,
    level,
    raisedAt: history.raisedAt,
    triagedAt,
    resolvedAt,
    endedAt,
    reopenedCount,
    escalated,
    hadClock: clocks.length > 0,
    overdueAt: ranOut.length === 0 ? null : Math.min(...ranOut),
  };
}
