import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { always } from '../../../platform/testing/always';
import { type Decision, record } from '../testing/decision-facts';
import { renderDecisions } from '../testing/render-decisions';
import { DECISION } from './decision.operations';

async function side(changes: Partial<Decision>): Promise<HTMLElement> {
  renderDecisions('/decisions/D-7', [always(DECISION)(() => ({ decision: record(7, changes) })).answer]);
  return screen.findByRole('complementary', { name: 'About this decision' });
}

test.each<[Decision['state'], boolean]>([
  ['PROPOSED', true],
  ['ACCEPTED', true],
  ['SUPERSEDED', false],
  ['VETOED', false],
  ['REVERTED', false],
  ['REJECTED', false],
])('a decision that is %s is to be looked at again: %s', async (state, said) => {
  const beside = await side({ state });
  expect(beside.textContent.includes('Look again')).toBe(said);
});

test('the seal says what it is for', async () => {
  const beside = await side({ contentHash: '46d8ab1234567890ffff' });
  expect(beside).toHaveTextContent(/Seal46d8ab123456A fingerprint of all it said when it was decided\./);
});
