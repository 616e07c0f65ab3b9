import { expect, it } from '@jest/globals';
import type { WorkingCalendar } from '../organization/working-calendar.js';
import { blockedByArea, bottleneckMap, type MappedImpediment } from './bottleneck-map.js';

const CALENDAR: WorkingCalendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: [],
};
/** 2026-03-02 is a Monday. */
const at = (day: string): number => Date.parse(`2026-${day}T10:00:00Z`);
const midnight = (day: string): number => Date.parse(`2026-${day}T00:00:00Z`);
const blocked = (id: string, sourceId: string | null, from: string, to: string | null, ...teamIds: string[]) =>
  ({
    id,
    state: 'CLOSED',
    sourceId,
    blockage: {
      teams: teamIds.map((teamId) => ({ teamId, since: at(from), until: null })),
      spans: [{ from: at(from), to: to === null ? null : at(to) }],
    },
  }) satisfies MappedImpediment;
const AREAS: Record<string, string> = { payments: 'checkout', yard: 'harbour', quay: 'harbour' };
const map = (impediments: MappedImpediment[], from = '01-01', to = '06-01') =>
  bottleneckMap(impediments, (teamId) => AREAS[teamId] ?? null, CALENDAR, {
    from: midnight(from),
    to: midnight(to),
    now: at('03-13'),
  });

const ALL = [
  blocked('one', 'gateway', '03-02', '03-04', 'payments', 'yard', 'quay'),
  blocked('two', 'gateway', '03-05', null, 'yard'),
  blocked('three', 'legal', '03-11', null, 'payments'),
  blocked('short', 'legal', '03-03', '03-03', 'yard'),
  blocked('nobody knows', null, '03-02', null, 'yard'),
  { ...blocked('twin', 'gateway', '03-02', null, 'yard'), state: 'DUPLICATE' as const },
  blocked('of a team of no area', 'legal', '03-02', null, 'elsewhere'),
];

it('blocked team-days by source and area, the most first, with what they are the sum of', () => {
  expect(map(ALL)).toEqual([
    { sourceId: 'gateway', areaId: 'harbour', blockedTeamDays: 4 + 6, impedimentIds: ['one', 'two'] },
    { sourceId: 'gateway', areaId: 'checkout', blockedTeamDays: 2, impedimentIds: ['one'] },
    { sourceId: 'legal', areaId: 'checkout', blockedTeamDays: 2, impedimentIds: ['three'] },
  ]);
});

it('only of the days that are asked for', () => {
  const days = (from: string, to: string) => map(ALL, from, to).reduce((sum, cell) => sum + cell.blockedTeamDays, 0);
  expect(days('03-03', '03-04')).toBe(3);
  expect(days('03-06', '03-07')).toBe(1);
  expect(days('01-01', '03-06') + days('03-06', '03-12') + days('03-12', '06-01')).toBe(days('01-01', '06-01'));
  expect(map(ALL, '03-07', '03-09')).toEqual([]);
});

it('what one adds to it, with a source or without', () => {
  const days = { from: midnight('01-01'), to: midnight('06-01'), now: at('03-13') };
  const area = (teamId: string): string | null => AREAS[teamId] ?? null;
  const adds = ALL.map((one) => [one.id, ...blockedByArea(one, area, CALENDAR, days)]);
  expect(adds).toEqual([
    ['one', ['checkout', 2], ['harbour', 4]],
    ['two', ['harbour', 6]],
    ['three', ['checkout', 2]],
    ['short'],
    ['nobody knows', ['harbour', 9]],
    ['twin'],
    ['of a team of no area'],
  ]);
});
