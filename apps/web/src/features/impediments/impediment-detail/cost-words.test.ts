import { expect, test } from '@jest/globals';
import { card, CHECKOUT, QUAY } from '../testing/impediment-facts';
import { costWords } from './cost-words';

const cost = { blockedTeamDays: 34, affectedTeams: [CHECKOUT, QUAY] };

test.each(['RAISED', 'TRIAGED', 'IN_PROGRESS'] as const)('while it is %s each working day adds its teams', (state) => {
  expect(costWords(card(1, { ...cost, state }))).toBe('34 blocked team-days so far · each working day adds 2');
});

test.each(['RESOLVED', 'CLOSED', 'DECLINED', 'DUPLICATE'] as const)('once it is %s nothing is added', (state) => {
  expect(costWords(card(1, { ...cost, state }))).toBe('34 blocked team-days so far');
});
