import { expect, test } from '@jest/globals';
import { blockedTeamDays, teamDaysAddedPerDay } from './impediment-cost.js';
import { IMPEDIMENT_STATES } from './impediment-state.js';

const calendar = {
  timeZone: 'Europe/Zurich',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 8,
  endHour: 17,
  holidays: ['2026-03-04'],
};
const at = (text: string) => Date.parse(`${text}T09:00:00+01:00`);
const now = at('2026-03-09'); // A Monday.

test.each([
  ['raised today', [at('2026-03-09')], null, 0],
  ['one team since Friday: Monday', [at('2026-03-06')], null, 1],
  ['over a holiday: Thursday, Friday, Monday', [at('2026-03-03')], null, 3],
  ['two teams, the second from later on', [at('2026-03-03'), at('2026-03-06')], null, 4],
  ['it stopped on Friday', [at('2026-03-03')], at('2026-03-06'), 2],
  ['nobody is affected', [], null, 0],
  ['a team that came after it ended', [at('2026-03-06')], at('2026-03-05'), 0],
])('%s', (_what, affectedSince, endedAt, days) => {
  expect(blockedTeamDays({ affectedSince, endedAt }, calendar, now)).toBe(days);
});

test.each(IMPEDIMENT_STATES)('two teams add two team-days a working day while it stands in the way: %s', (state) => {
  const standsInTheWay = ['RAISED', 'TRIAGED', 'IN_PROGRESS'].includes(state);
  expect(teamDaysAddedPerDay(state, 2)).toBe(standsInTheWay ? 2 : 0);
  expect(teamDaysAddedPerDay(state, 0)).toBe(0);
});
