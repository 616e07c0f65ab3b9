import { describe, expect, it } from '@jest/globals';
import { type SprintInput, sprintProblems } from './sprint-fields.js';

const TODAY = '2026-03-20';

const FINISHED: SprintInput = {
  name: 'Sprint 12',
  goal: 'Pay by invoice',
  state: 'CLOSED',
  startsOn: '2026-03-02',
  endsBefore: '2026-03-16',
  plannedItems: 9,
  plannedPoints: 21,
  doneItems: 11,
  donePoints: 20.25,
};

describe('fields of a sprint', () => {
  it.each<[string, SprintInput]>([
    ['nothing', {}],
    ['null, which is not given', { name: null, startsOn: null, donePoints: null }],
    ['a finished sprint', FINISHED],
    ['nothing done', { ...FINISHED, doneItems: 0, donePoints: 0 }],
    ['a team that does not estimate', { ...FINISHED, plannedPoints: null, donePoints: null }],
    ['one that is planned, without dates', { name: 'Next', state: 'FUTURE', plannedItems: 3, doneItems: 0 }],
    ['hundredths, which no computer has exactly', { plannedPoints: 1.15, donePoints: 0.07 }],
    ['one that is over on the day it began', { ...FINISHED, startsOn: TODAY, endsBefore: '2026-03-21' }],
    ['one that is to come, and planned', { startsOn: '2026-04-01', endsBefore: '2026-04-15', state: 'FUTURE' }],
    ['a quarter', { startsOn: '2026-01-01', endsBefore: '2026-04-03' }],
  ])('fine: %s', (_what, input) => expect(sprintProblems(input, TODAY)).toEqual([]));

  it.each<[string, SprintInput]>([
    ['name', { name: '' }],
    ['name', { name: 'a'.repeat(201) }],
    ['goal', { goal: 'a'.repeat(2_001) }],
    ['state', { state: 'OPEN' }],
    ['startsOn', { startsOn: '2026-02-29' }],
    ['startsOn', { ...FINISHED, startsOn: null }],
    ['startsOn', { startsOn: '1899-12-31' }],
    ['startsOn', { ...FINISHED, startsOn: '2026-03-21', endsBefore: '2026-03-28' }],
    ['endsBefore', { ...FINISHED, endsBefore: undefined }],
    ['endsBefore', { startsOn: '2199-12-31', endsBefore: '2200-01-01' }],
    ['endsBefore', { startsOn: '2026-03-02', endsBefore: '2026-03-02' }],
    ['endsBefore', { startsOn: '2026-01-01', endsBefore: '2026-04-04' }],
    ['plannedItems', { plannedItems: -1 }],
    ['plannedItems', { plannedItems: 1.5 }],
    ['plannedPoints', { plannedPoints: Number.NaN }],
    ['plannedPoints', { plannedPoints: Number.POSITIVE_INFINITY }],
    ['doneItems', { doneItems: 10_001 }],
    ['doneItems', { state: 'FUTURE', doneItems: 1 }],
    ['donePoints', { donePoints: -0.5 }],
    ['donePoints', { donePoints: 0.125 }],
    ['donePoints', { state: 'FUTURE', donePoints: 3 }],
  ])('says what to do about %s', (field, input) => {
    expect(sprintProblems(input, TODAY)).toEqual([{ field, problem: expect.stringMatching(/^[A-Z].*\.$/) }]);
  });
});
