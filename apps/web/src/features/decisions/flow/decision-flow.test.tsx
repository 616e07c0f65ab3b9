import type { MockLink } from '@apollo/client/testing';
import { afterEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { DecisionAskFactsFragment, DecisionTurnFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { ANA, flow, record, ROWAN, WREN } from '../testing/decision-facts';
import { DecisionFlowPanel } from './decision-flow-panel';
import { FlowActions } from './flow-actions';
import { type FlowDialog, FlowDialogs } from './flow-dialogs';
import { ACCEPT_DECISION, ANSWER_ASK, VETO_DECISION } from './flow.operations';

afterEach(() => localStorage.clear());

const ask = (facts: Partial<DecisionAskFactsFragment> = {}): DecisionAskFactsFragment => ({
  __typename: 'DecisionAsk',
  id: 'ask-1',
  kind: 'CONSENT',
  ofWhom: 'the Product Owner of Checkout',
  people: [ANA],
  dueAt: '2026-03-10T10:00:00Z',
  overdue: false,
  answer: null,
  words: '',
  answeredBy: null,
  answeredFor: null,
  answeredAt: null,
  viewerCan: ['decision:answer'],
  ...facts,
});

const proposed = (facts: Partial<DecisionTurnFragment> = {}): DecisionTurnFragment => ({
  ...record(7, { state: 'PROPOSED', outcome: '', decidedBy: null, decidedAt: null }),
  ...facts,
});

function show(decision: DecisionTurnFragment, answers: MockLink.MockedResponse[] = []) {
  function Shown() {
    const [open, setOpen] = useState<FlowDialog | null>(null);
    return (
      <>
        <FlowActions decision={decision} onOpen={setOpen} />
        <DecisionFlowPanel
          flow={decision.flow}
          state={decision.state}
          onAnswer={(askId) => setOpen({ kind: 'answer', askId })}
        />
        <FlowDialogs decision={decision} open={open} onClose={() => setOpen(null)} />
      </>
    );
  }
  renderScreen(signedIn([{ index: true, element: <Shown /> }]), '/', [lastingSession(viewer()), ...answers]);
}

const panel = () => screen.findByRole('region', { name: /How it (is|was) decided/ });
const fact = async (term: string) =>
  within(await panel())
    .getByText(term)
    .closest('div');
const dialog = () => screen.findByRole('dialog');

test('it says who may accept, whose consent is missing, who will be told, and how long a veto is open', async () => {
  show(
    proposed({
      flow: flow({
        asks: [ask({ overdue: true, viewerCan: [] })],
        mayAccept: [ANA, ROWAN],
        waitsFor: ['The Product Owner of Checkout must consent first.'],
      }),
    }),
  );
  expect(await panel()).toHaveTextContent('6 Inquiredelegated by Checkout');
  expect(await fact('May accept')).toHaveTextContent('the team Checkoutyou mayAna Lindqvist or Rowan Squall');
  expect(await fact('Consent of')).toHaveTextContent(/the Product Owner of CheckoutAna Lindqvist.*was due/);
  expect(await fact('Will be told')).toHaveTextContent('Wren Gale');
  expect(await fact('Veto')).toHaveTextContent('16 working hours from acceptance, by Wren Gale');
  expect(screen.getByRole('note', { name: 'What it waits for' })).toHaveTextContent('must consent first');
  expect(within(await panel()).queryByRole('button')).not.toBeInTheDocument();
});

test('a vacancy is said, and who stands in for whom', async () => {
  const { accountable } = flow();
  show(
    proposed({
      flow: flow({ mayAccept: [], accountable: { ...accountable, holder: ROWAN, because: 'BACKUP', primary: WREN } }),
    }),
  );
  expect(await fact('May accept')).toHaveTextContent('Nobody answers for it now: the role is vacant.');
  expect(await fact('May accept')).toHaveTextContent('Rowan Squall answers for Wren Gale, who is away.');
});

test.each([
  [60_000, /^VetoOpen until .*, by Wren Gale$/],
  [-60_000, /^VetoThe time for it ended .*: it stands\.$/],
])('an accepted one says until when it can be vetoed, or that it stands (%i ms)', async (left, words) => {
  const vetoEndsAt = new Date(Date.now() + left).toISOString();
  show(proposed({ state: 'ACCEPTED', flow: flow({ vetoEndsAt }) }));
  expect(await fact('Veto')).toHaveTextContent(words);
  expect(within(await panel()).queryByText('May accept')).not.toBeInTheDocument();
});

test('an advice whose time is over holds nothing up', async () => {
  show(proposed({ flow: flow({ asks: [ask({ kind: 'ADVICE', overdue: true })] }) }));
  expect(await fact('Advice of')).toHaveTextContent(/its time ended .*; it can be decided without/);
  expect(await fact('Advice of')).not.toHaveTextContent('was due');
});

test('whoever accepts reads who will be told, and how long and by whom it may be vetoed', async () => {
  show(proposed({ viewerCan: ['decision:accept'] }));
  await userEvent.click(await screen.findByRole('button', { name: 'Accept …' }));
  expect(await dialog()).toHaveTextContent(
    'Wren Gale will be told. It may be vetoed by Wren Gale for 16 working hours from now.',
  );
});

test('once it is accepted it says who was told', async () => {
  show(proposed({ state: 'ACCEPTED', flow: flow({ willTell: [WREN, ANA] }) }));
  expect(await fact('Was told')).toHaveTextContent('Wren Gale and Ana Lindqvist');
  expect(screen.queryByText('Will be told')).not.toBeInTheDocument();
});

test('every party that is missing is named before anybody proposes it, and who can help', async () => {
  const preview = {
    __typename: 'DecisionAskPreview' as const,
    kind: 'CONSENT' as const,
    dueAt: '2026-03-10T10:00:00Z',
  };
  const owner = { ...preview, ofWhom: 'the Product Owner of Checkout', people: [] };
  const team = { ...preview, ofWhom: 'the team Checkout', people: [ROWAN] };
  const advice = { ...preview, kind: 'ADVICE' as const, ofWhom: 'the Area Product Owner', people: [] };
  const planned = flow({ level: 'AGREE', willAsk: [owner, team, advice] });
  renderScreen(signedIn([{ index: true, element: <DecisionFlowPanel flow={planned} /> }]), '/', [
    lastingSession(viewer()),
  ]);
  const missing = await screen.findByRole('note', { name: 'Who is missing' });
  expect(missing).toHaveTextContent(
    /^Nobody answers for the Product Owner of Checkout now: until somebody does, it cannot be accepted\. An Administrator/,
  );
});

test('nobody is missing where everybody who must act is there, or has', async () => {
  show(proposed({ flow: flow({ asks: [ask({ people: [], answer: 'CONSENTED', viewerCan: [] })] }) }));
  await panel();
  expect(screen.queryByRole('note', { name: 'Who is missing' })).not.toBeInTheDocument();
});

test('an objection needs words, and says what follows', async () => {
  const objected = proposed({ flow: flow({ asks: [ask({ answer: 'OBJECTED' })], waitsFor: ['They objected.'] }) });
  const { answer, variables } = always(ANSWER_ASK)(() => ({ answerDecisionAsk: objected }));
  show(proposed({ flow: flow({ asks: [ask()] }) }), [answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Consent or object …' }));
  const form = within(await dialog());
  await userEvent.click(form.getByRole('button', { name: 'Consent' }));
  expect(form.getByText('Choose how you answer.')).toBeVisible();
  await userEvent.click(form.getByRole('radio', { name: /^I object/ }));
  await userEvent.click(form.getByRole('button', { name: 'Object' }));
  expect(form.getByText('Say what would have to change for you to consent.')).toBeVisible();
  expect(variables).toEqual([]);
  await userEvent.type(form.getByLabelText('What would have to change?'), 'Start smaller.');
  await userEvent.click(form.getByRole('button', { name: 'Object' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(variables).toEqual([
    expect.objectContaining({ id: 'ask-1', version: 1, answer: 'OBJECTED', words: 'Start smaller.' }),
  ]);
});

test('accepting against the delegation is refused with who could, and keeps every word', async () => {
  show(proposed({ viewerCan: ['decision:accept'] }), [
    {
      request: { query: ACCEPT_DECISION, variables: () => true },
      result: {
        errors: [
          {
            message: 'x',
            extensions: { code: 'NOT_DELEGATED', details: { mayAccept: ['Rowan Squall'], words: 'the team Checkout' } },
          },
        ],
      },
    },
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Accept …' }));
  const form = within(await dialog());
  await userEvent.click(form.getByRole('button', { name: 'Accept' }));
  expect(form.getByText('Say what is decided, or choose an option.')).toBeVisible();
  await userEvent.type(form.getByLabelText('What is decided'), 'We ship.');
  await userEvent.click(form.getByRole('button', { name: 'Accept' }));
  expect(await form.findByRole('alert')).toHaveTextContent(
    'Only the team Checkout may accept or reject it.Ask Rowan Squall.',
  );
  expect(form.getByLabelText('What is decided')).toHaveValue('We ship.');
});

test('what is sold needs its reason before it is accepted', async () => {
  show(proposed({ outcome: 'We ship.', flow: flow({ level: 'SELL', vetoHours: 0 }), viewerCan: ['decision:accept'] }));
  await userEvent.click(await screen.findByRole('button', { name: 'Accept …' }));
  const form = within(await dialog());
  await userEvent.click(form.getByRole('button', { name: 'Accept' }));
  expect(form.getByText('Say why: it is sold, not told.')).toBeVisible();
});

test('nobody accepts words that somebody else has just changed without reading them', async () => {
  show(proposed({ outcome: 'We ship.', viewerCan: ['decision:accept'] }), [
    {
      request: { query: ACCEPT_DECISION, variables: () => true },
      result: { errors: [{ message: 'x', extensions: { code: 'CONFLICT', details: { currentVersion: 2 } } }] },
    },
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Accept …' }));
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Accept' }));
  expect(await within(await dialog()).findByRole('note')).toHaveTextContent('Read it again, then go on');
  // Not "Save mine over it".
  expect(within(await dialog()).getByRole('button', { name: 'Accept' })).toBeVisible();
});

test('a veto needs a reason, which outlives a closed dialog', async () => {
  const vetoed = proposed({ state: 'VETOED' });
  const { answer, variables } = always(VETO_DECISION)(() => ({ vetoDecision: vetoed }));
  show(proposed({ state: 'ACCEPTED', viewerCan: ['decision:veto'] }), [answer]);
  const open = async () => userEvent.click(await screen.findByRole('button', { name: 'Veto …' }));
  await open();
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Veto' }));
  expect(within(await dialog()).getByText('Say why: a veto without a reason teaches nobody.')).toBeVisible();
  await userEvent.type(within(await dialog()).getByLabelText('Reason'), 'The port audits.');
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Cancel' }));
  await open();
  expect(within(await dialog()).getByLabelText('Reason')).toHaveValue('The port audits.');
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Veto' }));
  expect(variables).toEqual([expect.objectContaining({ id: 'decision-7', version: 1, reason: 'The port audits.' })]);
  await open();
  expect(within(await dialog()).getByLabelText('Reason')).toHaveValue('');
});
