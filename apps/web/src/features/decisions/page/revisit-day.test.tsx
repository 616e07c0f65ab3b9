import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { SET_DECISION_REVISIT } from '../record-acts.operations';
import { record } from '../testing/decision-facts';
import { renderDecisions } from '../testing/render-decisions';
import { DECISION } from './decision.operations';

test.each([
  ['2035-05-01', '2035-05-01'],
  ['', null],
])('whose day has come still holds, until its next one (%j)', async (typed, revisitOn) => {
  const viewerCan = ['decision:revisit'];
  const due = record(7, { viewerCan, revisitOn: '2020-05-01' });
  const set = always(SET_DECISION_REVISIT)(() => ({ setDecisionRevisit: { ...due, revisitOn, version: 2 } }));
  const shown = always(DECISION)(() => ({ decision: due }));
  renderDecisions('/decisions/D-7', [shown.answer, set.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'It still holds …' }));
  const day = await screen.findByLabelText('Look at it next on');
  expect(day).toHaveValue('');
  if (typed !== '') await userEvent.type(day, typed);
  await userEvent.click(screen.getByRole('button', { name: 'It still holds' }));
  expect(await screen.findByRole('button', { name: typed === '' ? 'Set …' : 'Change …' })).toBeVisible();
  expect(set.variables).toEqual([expect.objectContaining({ version: 1, revisitOn, stillHolds: true })]);
});
