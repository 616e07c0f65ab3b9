import { expect, test } from '@jest/globals';
import { decidedWords } from './decided-words';
import { ANA, line, past } from './testing/decision-facts';

const veto = { __typename: 'DecisionVeto' as const, by: ANA, at: '2026-03-10T09:00:00Z' };

test.each([
  [line(7, { state: 'PROPOSED' }), 'proposed by Rowan Squall on 2026-03-02'],
  [line(7), 'accepted by Wren Gale on 2026-03-09'],
  [line(7, { decidedBy: null, decidedAt: null }), 'accepted'],
  [line(7, { state: 'REVERTED' }), 'accepted by Wren Gale on 2026-03-09'],
  // Who took it back, and what came instead, before who accepted it.
  [line(7, { state: 'VETOED', veto }), 'vetoed by Ana Lindqvist on 2026-03-10, accepted by Wren Gale on 2026-03-09'],
  [
    line(7, { state: 'SUPERSEDED', supersededBy: past(9, 'ACCEPTED') }),
    'replaced by D-9, accepted by Wren Gale on 2026-03-09',
  ],
  [line(7, { state: 'SUPERSEDED' }), 'accepted by Wren Gale on 2026-03-09'],
])('who decided it and when, what came later first', (decision, words) => {
  expect(decidedWords(decision, (at) => at.slice(0, 10))).toBe(words);
});
