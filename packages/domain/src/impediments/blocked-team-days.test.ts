import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { WorkingCalendar } from '../organization/working-calendar.js';
import {
  type Blockage,
  blockageWithin,
  blockedTeamDays,
  blockedTeamDaysByMonth,
  blockedTeamDaysByTeam,
  blockedTeamDaysPerDay,
} from './impediment-cost.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const calendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  timeZone: fc.constantFrom('Europe/Zurich', 'America/New_York', 'Asia/Beirut', 'Pacific/Auckland', 'Asia/Kathmandu'),
  workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  startHour: fc.constant(8),
  endHour: fc.constant(17),
  holidays: fc.subarray(['2026-03-06', '2026-03-29', '2026-03-30', '2026-04-06', '2026-05-01']),
});
const START = Date.UTC(2026, 2, 1);
/** Spans one after the other, the last one perhaps without an end. */
const spans = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 12 * DAY }), { minLength: 2, maxLength: 9 }), fc.boolean())
  .map(([steps, open]) => {
    let at = START;
    const moments = steps.map((step) => (at += step));
    const found: { from: number; to: number | null }[] = [];
    for (const [index, from] of moments.entries()) {
      const to = moments[index + 1] ?? null;
      if (index % 2 === 0 && (to !== null || open)) found.push({ from, to });
    }
    return found;
  });
const moment = fc.integer({ min: START - 2 * DAY, max: START + 100 * DAY });
const teams = fc.array(
  fc
    .record({
      teamId: fc.constantFrom('one', 'two', 'three', 'four'),
      since: moment,
      length: fc.integer({ min: -30, max: 60 }),
    })
    .map(({ teamId, since, length }) => ({ teamId, since, until: length < 0 ? null : since + length * DAY })),
  { maxLength: 5 },
);
const blockage: fc.Arbitrary<Blockage> = fc
  .record({ teams, spans })
  // A team is affected once at a time: here, once.
  .map((facts) => ({
    ...facts,
    teams: facts.teams.filter(({ teamId }, at) => facts.teams.findIndex((other) => other.teamId === teamId) === at),
  }));

/** Day by day, team by team, with calendar dates alone: written without anything of what it tests. */
function naiveDays({ teams, spans }: Blockage, of: WorkingCalendar, now: number): Map<string, string[]> {
  const words = new Intl.DateTimeFormat('en-CA', { timeZone: of.timeZone, dateStyle: 'short' });
  const dateAt = (at: number): string => words.format(at);
  const days = new Map<string, string[]>(teams.map(({ teamId }) => [teamId, []]));
  for (let noon = START - 5 * DAY + DAY / 2; noon <= now + 2 * DAY; noon += DAY) {
    const date = new Date(noon).toISOString().slice(0, 10);
    const weekday = new Date(noon).getUTCDay() === 0 ? 7 : new Date(noon).getUTCDay();
    if (!of.workingDays.includes(weekday) || of.holidays.includes(date)) continue;
    for (const team of teams) {
      const blocked = spans.some((span) => {
        const from = Math.max(span.from, team.since);
        const to = Math.min(span.to ?? now, team.until ?? now, now);
        return from < to && dateAt(from) < date && date <= dateAt(to);
      });
      if (blocked) days.get(team.teamId)?.push(date);
    }
  }
  return days;
}

describe('blocked team-days', () => {
  it('are what counting day by day finds, team by team', () => {
    fc.assert(
      fc.property(blockage, calendar, moment, (facts, of, now) => {
        const naive = [...naiveDays(facts, of, now)].map(([teamId, days]) => [teamId, days.length]);
        const counted = blockedTeamDaysByTeam(facts, of, now);
        for (const [teamId, days] of naive) expect([teamId, counted.get(String(teamId)) ?? 0]).toEqual([teamId, days]);
      }),
      { numRuns: 300 },
    );
  });

  it('are what counting day by day finds, month by month', () => {
    fc.assert(
      fc.property(blockage, calendar, moment, (facts, of, now) => {
        const naive: Record<string, number> = {};
        for (const date of [...naiveDays(facts, of, now).values()].flat()) {
          naive[date.slice(0, 7)] = (naive[date.slice(0, 7)] ?? 0) + 1;
        }
        expect(Object.fromEntries(blockedTeamDaysByMonth(facts, of, now))).toEqual(naive);
      }),
      { numRuns: 300 },
    );
  });

  it('without a reopening and without a team that was taken off, the short way says the same', () => {
    fc.assert(
      fc.property(
        fc.array(moment, { maxLength: 4 }),
        fc.option(moment),
        calendar,
        moment,
        (since, endedAt, of, now) => {
          const end = endedAt === null ? null : Math.min(endedAt, now);
          const facts: Blockage = {
            teams: since.map((at, index) => ({ teamId: `${index}`, since: at, until: null })),
            spans: [{ from: START - 3 * DAY, to: end }],
          };
          const days = [...blockedTeamDaysByTeam(facts, of, now).values()].reduce((sum, count) => sum + count, 0);
          expect(blockedTeamDays({ affectedSince: since, endedAt: end }, of, now)).toBe(days);
        },
      ),
    );
  });

  it('of some days only are those of the other days less, whatever day divides them', () => {
    fc.assert(
      fc.property(blockage, calendar, moment, fc.integer({ min: -3, max: 90 }), (facts, of, now, day) => {
        const midnight = DateTime.fromMillis(START + day * DAY, { zone: of.timeZone })
          .startOf('day')
          .toMillis();
        const total = (within: Blockage) =>
          [...blockedTeamDaysByTeam(within, of, now).values()].reduce((sum, count) => sum + count, 0);
        const before = total(blockageWithin(facts, START - 9 * DAY, midnight, now));
        const from = total(blockageWithin(facts, midnight, START + 999 * DAY, now));
        expect(before + from).toBe(total(facts));
        const date = DateTime.fromMillis(midnight, { zone: of.timeZone }).toFormat('yyyy-MM-dd');
        const naive = [...naiveDays(facts, of, now).values()].flat().filter((one) => one < date);
        expect(before).toBe(naive.length);
      }),
    );
  });

  it('never become fewer as time goes by', () => {
    fc.assert(
      fc.property(blockage, calendar, moment, fc.integer({ min: 0, max: 20 * DAY }), (facts, of, now, later) => {
        const before = blockedTeamDaysByTeam(facts, of, now);
        const after = blockedTeamDaysByTeam(facts, of, now + later);
        for (const [teamId, days] of before) expect(after.get(teamId)).toBeGreaterThanOrEqual(days);
      }),
    );
  });
});

describe('per day', () => {
  const at = (day: number): number => START + day * DAY;
  const facts: Blockage = {
    teams: [
      { teamId: 'one', since: at(0), until: null },
      { teamId: 'two', since: at(2), until: at(4) },
      { teamId: 'two', since: at(6), until: null },
    ],
    spans: [
      { from: at(0), to: at(8) },
      { from: at(10), to: null },
    ],
  };

  it.each([
    ['before it was raised', -1, 0],
    ['one team', 1, 1],
    ['two', 3, 2],
    ['one was taken off', 5, 1],
    ['and came back', 7, 2],
    ['resolved', 9, 0],
    ['reopened', 11, 2],
  ])('%s', (_what, day, teams) => expect(blockedTeamDaysPerDay(facts, at(day))).toBe(teams));
});
