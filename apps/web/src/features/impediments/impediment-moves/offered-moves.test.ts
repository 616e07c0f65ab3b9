import { describe, expect, test } from '@jest/globals';
import { ALL, card, ROWAN } from '../testing/impediment-facts';
import { offeredMoves, whyNot } from './offered-moves';

const triaged = { severity: 'HIGH', owner: ROWAN } as const;

describe('offered moves', () => {
  test.each([
    [card(1), ['TRIAGED', 'DECLINED', 'DUPLICATE']],
    [card(1, { state: 'TRIAGED', ...triaged }), ['IN_PROGRESS', 'DECLINED', 'DUPLICATE']],
    [card(1, { state: 'IN_PROGRESS', ...triaged }), ['RESOLVED', 'DECLINED', 'DUPLICATE']],
    [card(1, { state: 'RESOLVED', ...triaged }), ['CLOSED', 'TRIAGED']],
    [card(1, { state: 'RESOLVED' }), ['CLOSED', 'RAISED']],
  ])('%#: only what the state allows', (impediment, to) => {
    expect(offeredMoves(impediment).map((move) => move.to)).toEqual(to);
  });

  test('only what the server permits', () => {
    const mine = card(1, { state: 'TRIAGED', ...triaged, viewerCan: ['impediment:start', 'impediment:comment'] });
    expect(offeredMoves(mine)).toEqual([{ action: 'impediment:start', to: 'IN_PROGRESS' }]);
    expect(offeredMoves(card(1, { viewerCan: [] }))).toEqual([]);
  });
});

describe('why a column does not accept a card', () => {
  test.each([
    [card(1), 'TRIAGED', null],
    [card(1), 'RAISED', null],
    [card(1), 'IN_PROGRESS', 'Only from Triaged.'],
    [card(1), 'RESOLVED', 'Only from In progress.'],
    [
      card(1, { viewerCan: ALL.filter((action) => action !== 'impediment:triage') }),
      'TRIAGED',
      'You may not triage this one.',
    ],
    [card(1, { state: 'IN_PROGRESS', ...triaged }), 'TRIAGED', 'Only from Raised or Resolved.'],
    [card(1, { state: 'IN_PROGRESS', ...triaged }), 'RAISED', 'It is triaged already.'],
    [card(1, { state: 'RESOLVED' }), 'TRIAGED', 'It is not triaged yet.'],
  ] as const)('%#', (impediment, to, reason) => {
    expect(whyNot(impediment, to)).toBe(reason);
  });
});
