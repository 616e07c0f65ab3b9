import { expect, test } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { DecisionAskFactsFragment, DecisionTurnFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { ANA, record } from '../testing/decision-facts';
import { AnswerAskDialog } from './answer-ask-dialog';
import { FlowDialogs } from './flow-dialogs';
import { ACCEPT_DECISION, VETO_DECISION } from './flow.operations';

const proposed: DecisionTurnFragment = record(7, {
  state: 'PROPOSED',
  outcome: 'We ship weekly.',
  decidedBy: null,
  decidedAt: null,
  viewerCan: ['decision:accept', 'decision:veto'],
});

/** The question is open while somebody else saves. */
function Open({ kind }: { kind: 'accept' | 'veto' }) {
  const [decision, setDecision] = useState(proposed);
  const others = { ...proposed, version: 2, outcome: 'We never ship.' };
  return (
    <>
      <button type="button" onClick={() => setDecision(others)}>
        Somebody saves
      </button>
      <FlowDialogs decision={decision} open={{ kind }} onClose={() => {}} />
    </>
  );
}

const dialog = async () => within(await screen.findByRole('dialog'));
const somebodySaves = () => act(() => screen.getByText('Somebody saves').click());

test('words that change behind an open question are read before they are accepted', async () => {
  const accept = always(ACCEPT_DECISION)(() => ({ acceptDecision: { ...proposed, state: 'ACCEPTED' as const } }));
  renderScreen(signedIn([{ index: true, element: <Open kind="accept" /> }]), '/', [
    lastingSession(viewer()),
    accept.answer,
  ]);
  const form = await dialog();
  expect(form.queryByRole('note')).toBeNull();
  somebodySaves();
  expect(await form.findByRole('note')).toHaveTextContent('Somebody changed it a moment before you.');
  expect(form.getByLabelText('What is decided')).toHaveValue('We never ship.');
  await userEvent.click(form.getByRole('button', { name: 'I have read it' }));
  expect(accept.variables).toEqual([]);
  expect(form.queryByRole('note')).toBeNull();
  await userEvent.click(form.getByRole('button', { name: 'Accept' }));
  expect(accept.variables).toEqual([expect.objectContaining({ version: 2, outcome: 'We never ship.' })]);
});

test('so are those that are vetoed', async () => {
  const veto = always(VETO_DECISION)(() => ({ vetoDecision: { ...proposed, state: 'VETOED' as const } }));
  renderScreen(signedIn([{ index: true, element: <Open kind="veto" /> }]), '/', [
    lastingSession(viewer()),
    veto.answer,
  ]);
  const form = await dialog();
  await userEvent.type(form.getByLabelText('Reason'), 'Too late.');
  somebodySaves();
  await userEvent.click(await form.findByRole('button', { name: 'I have read it' }));
  expect(veto.variables).toEqual([]);
  await userEvent.click(form.getByRole('button', { name: 'Veto' }));
  expect(veto.variables).toEqual([expect.objectContaining({ version: 2, reason: 'Too late.' })]);
});

test('who has consented may still object, and nothing else', async () => {
  const ask: DecisionAskFactsFragment = {
    __typename: 'DecisionAsk',
    id: 'ask-1',
    kind: 'CONSENT',
    ofWhom: 'the team Checkout',
    people: [ANA],
    dueAt: '2026-03-10T10:00:00Z',
    overdue: false,
    answer: 'CONSENTED',
    words: '',
    answeredBy: ANA,
    answeredFor: null,
    answeredAt: '2026-03-09T10:00:00Z',
    viewerCan: ['decision:answer'],
  };
  const element = <AnswerAskDialog decision={proposed} ask={ask} onClose={() => {}} />;
  renderScreen(signedIn([{ index: true, element }]), '/', [lastingSession(viewer())]);
  const form = await dialog();
  expect(screen.getByRole('dialog', { name: 'Object to D-7?' })).toBeVisible();
  expect(form.queryByRole('radio')).toBeNull();
  expect(form.getByLabelText('What would have to change?')).toBeVisible();
  expect(form.getByRole('button', { name: 'Object' })).toBeVisible();
});

test('what a proposal would replace is said where it is accepted', async () => {
  const supersedes = [5, 6].map((number) => {
    const { __typename, id, key, title } = record(number);
    return { __typename, id, key, title };
  });
  renderScreen(
    signedIn([
      {
        index: true,
        element: <FlowDialogs decision={{ ...proposed, supersedes }} open={{ kind: 'accept' }} onClose={() => {}} />,
      },
    ]),
    '/',
    [lastingSession(viewer())],
  );
  const form = await dialog();
  expect(form.getByText(/^Will replace/)).toHaveTextContent(/D-5 .* and D-6 .*: they are no longer in force then\./u);
  expect(form.getByRole('link', { name: /^D-5 / })).toHaveAttribute('href', '/decisions/D-5');
});
