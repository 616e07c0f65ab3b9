import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { always } from '../../../platform/testing/always';
import { type Decision, flow, record } from '../testing/decision-facts';
import { renderDecisions } from '../testing/render-decisions';
import { DECISION } from './decision.operations';

function renderPage(changes: Partial<Decision>) {
  renderDecisions('/decisions/D-7', [always(DECISION)(() => ({ decision: record(7, changes) })).answer]);
}

test.each([
  [['decision:view', 'decision:veto'], 60_000, /you may veto it until /],
  [['decision:view'], 60_000, /open to a veto until /],
])('until when it can be vetoed stands beside its state (%j)', async (viewerCan, left, words) => {
  renderPage({ viewerCan, flow: flow({ vetoEndsAt: new Date(Date.now() + left).toISOString() }) });
  const state = (await screen.findByRole('heading', { level: 2, name: 'Decision 7' })).parentElement;
  expect(state).toHaveTextContent(words);
});

test('what can be vetoed no more says nothing of it beside its state', async () => {
  renderPage({ flow: flow({ vetoEndsAt: new Date(Date.now() - 1).toISOString() }) });
  const state = (await screen.findByRole('heading', { level: 2, name: 'Decision 7' })).parentElement;
  expect(state).not.toHaveTextContent('veto');
});
