import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { refused } from '../../../platform/testing/answers';
import {
  AMEND_DECISION,
  LINK_DECISION,
  REVERT_DECISION,
  SET_DECISION_REVISIT,
  UNLINK_DECISION,
  WITHDRAW_DECISION,
} from '../record-acts.operations';
import { ANA, type Decision, line, past, record, ROWAN, WREN } from '../testing/decision-facts';
import { renderDecisions } from '../testing/render-decisions';
import { DECISION } from './decision.operations';

afterEach(() => localStorage.clear());

const good = (text: string) => ({ __typename: 'DecisionArgument' as const, tone: 'GOOD' as const, text });
const bad = (text: string) => ({ __typename: 'DecisionArgument' as const, tone: 'BAD' as const, text });
const option = (title: string, ...list: Decision['options'][number]['arguments']) => ({
  __typename: 'DecisionOption' as const,
  title,
  description: '',
  arguments: list,
});

function open(changes: Partial<Decision>, ...answers: Parameters<typeof renderDecisions>[1]) {
  const decision = always(DECISION)(({ key }) => ({ decision: record(Number(key.slice(2)), changes) }));
  return renderDecisions('/decisions/D-7', [decision.answer, ...answers]);
}

test('the answer, its reasons, and the options side by side with the one that was chosen', async () => {
  open({
    title: 'Payments are released every week',
    options: [option('Every day', bad('busy')), option('Every week', good('small'), good('calm'))],
    chosenOption: 1,
    outcome: 'Every Tuesday.',
    rationale: 'Small is safe.',
    gains: ['Speed'],
    givesUp: ['Long tests'],
    consequences: [bad('A release weekend is no more')],
  });
  expect(await screen.findByRole('heading', { name: 'Payments are released every week', level: 2 })).toBeVisible();
  expect(document.title).toBe('D-7 Payments are released every week · Chapterhouse');
  const part = (name: string) => screen.getByRole('region', { name });
  expect(part('What was decided')).toHaveTextContent(/Every week.*Every Tuesday/);
  expect(part('Why')).toHaveTextContent('Small is safe.');
  expect(part('Trade-offs')).toHaveTextContent(/What we gain.*Speed.*What we give up.*Long tests/);
  expect(part('Consequences')).toHaveTextContent('Bad: A release weekend is no more');
  const options = part('2 options compared');
  const [first, second] = within(options).getAllByRole('heading', { level: 4 });
  expect(first?.closest('li')).toHaveTextContent('Every dayNothing is said for itSpeaks against itBad: busy');
  expect(second?.closest('li')).toHaveTextContent(
    /ChosenSpeaks for itGood: smallGood: calm.*Nothing is said against it$/,
  );
  expect(screen.queryByRole('region', { name: 'Context' })).not.toBeInTheDocument();
});

test('people, what it touches, amendments, related decisions; each leads there', async () => {
  const link = {
    __typename: 'DecisionLink' as const,
    thingId: null,
    key: null,
    url: null,
    stays: true,
    addedByViewer: false,
  };
  open({
    people: [
      { __typename: 'DecisionPerson', part: 'CONSULTED', name: ROWAN.name, person: ROWAN },
      { __typename: 'DecisionPerson', part: 'CONSULTED', name: 'Dr. Ilse Brandt', person: null },
    ],
    links: [
      { ...link, id: 'l1', kind: 'IMPEDIMENT', thingId: 'i1', key: 'IMP-4', title: 'Crane waits' },
      { ...link, id: 'l2', kind: 'ITEM', key: 'PAY-12', title: 'PAY-12' },
      { ...link, id: 'l3', kind: 'GOAL', title: 'No queue at the gate' },
      { ...link, id: 'l4', kind: 'URL', title: 'The paper', url: 'https://harbour.example/paper' },
    ],
    amendments: [
      { __typename: 'DecisionAmendment', number: 1, text: 'On Wednesdays.', by: WREN, at: '2026-03-10T09:00:00Z' },
    ],
    related: [line(3, { title: 'Nightly tests' })],
  });
  const to = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href');
  expect(await screen.findByText('Dr. Ilse Brandt')).toBeVisible();
  expect(to('IMP-4 Crane waits')).toBe('/impediments/IMP-4');
  expect(to('PAY-12')).toBe('/decisions?touchesKey=PAY-12');
  expect(screen.getByText('No queue at the gate')).toBeVisible();
  expect(screen.getByRole('link', { name: 'The paper' })).toHaveAttribute('rel', 'noopener noreferrer');
  expect(screen.getByRole('region', { name: 'Amendment' })).toHaveTextContent(
    /Amendment 1 by Wren Gale.*On Wednesdays/,
  );
  expect(to(/D-3.*Nightly tests/)).toBe('/decisions/D-3');
});

test('the line of history is walked both ways, by keys, buttons and links, up to its ends', async () => {
  const { address } = open({ history: [past(3), past(7), past(9, 'ACCEPTED')] });
  const history = await screen.findByRole('region', { name: 'History' });
  expect(history).toHaveTextContent('2 of 3');
  expect(within(history).getByRole('link', { current: 'page' })).toHaveTextContent('D-7');
  await userEvent.keyboard('[[');
  await waitFor(() => expect(address()).toBe('/decisions/D-3'));
  expect(await screen.findByText('1 of 3')).toBeVisible();
  expect(screen.getByRole('button', { name: 'The decision before it' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'The decision that came after' }));
  expect(await screen.findByText('2 of 3')).toBeVisible();
  await userEvent.keyboard(']');
  await waitFor(() => expect(address()).toBe('/decisions/D-9'));
  expect(await screen.findByText('3 of 3')).toBeVisible();
  await userEvent.keyboard(']');
  expect(address()).toBe('/decisions/D-9');
  await userEvent.click(screen.getByRole('link', { name: /D-3/ }));
  await waitFor(() => expect(address()).toBe('/decisions/D-3'));
});

const ended: [Partial<Decision>, RegExp][] = [
  [{ state: 'SUPERSEDED', supersededBy: past(9, 'ACCEPTED') }, /No longer in force: replaced by D-9 Decision 9/],
  [
    {
      state: 'VETOED',
      veto: { __typename: 'DecisionVeto', by: ROWAN, for: WREN, reason: 'Too soon.', at: '2026-03-10T09:00:00Z' },
    },
    /Vetoed by Rowan Squall for Wren Gale.*Too soon\./,
  ],
  [{ state: 'REVERTED', revertReason: 'It rained.' }, /Taken back: it is no longer in force\.It rained\./],
  [{ state: 'REJECTED', closeReason: 'No money.' }, /Rejected\.No money\./],
  [{ state: 'WITHDRAWN' }, /Withdrawn before it was decided\./],
];
test.each(ended)('how it ended is said first: $state', async (changes, words) => {
  open(changes);
  const title = await screen.findByRole('heading', { name: 'Decision 7', level: 2 });
  expect(title.parentElement).toHaveTextContent(words);
});

test('an amendment is asked for its words, kept while it is not sent, and added', async () => {
  const amend = always(AMEND_DECISION)(() => ({ amendDecision: record(7, { viewerCan: ['decision:amend'] }) }));
  open({ viewerCan: ['decision:amend'] }, amend.answer);
  const begin = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Add an amendment/ }));
    return screen.findByRole('dialog', { name: 'Add an amendment to D-7' });
  };
  const dialog = await begin();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(within(dialog).getByText('Write what is to be added.')).toBeVisible();
  await userEvent.type(within(dialog).getByRole('textbox'), 'On Wednesdays.');
  await userEvent.keyboard('{Escape}');
  const again = await begin();
  expect(within(again).getByRole('textbox')).toHaveValue('On Wednesdays.');
  await userEvent.click(within(again).getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(amend.variables).toEqual([{ id: 'decision-7', text: 'On Wednesdays.', idempotencyKey: expect.any(String) }]);
  expect(localStorage).toHaveLength(0);
});

test('withdrawing needs no reason, taking out of force does; both send the version that was seen', async () => {
  const viewerCan = ['decision:withdraw', 'decision:revert'];
  const withdraw = always(WITHDRAW_DECISION)(() => ({ withdrawDecision: record(7, { viewerCan, version: 5 }) }));
  const revert = always(REVERT_DECISION)(() => ({ revertDecision: record(7) }));
  open({ viewerCan, version: 5 }, withdraw.answer, revert.answer);
  const choose = async (name: RegExp) => {
    await userEvent.click(await screen.findByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitem', { name }));
    return screen.findByRole('dialog');
  };
  await userEvent.click(within(await choose(/^Withdraw/)).getByRole('button', { name: 'Withdraw' }));
  await waitFor(() => expect(withdraw.variables).toMatchObject([{ id: 'decision-7', version: 5, reason: '' }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  const dialog = await choose(/^Take it out of force/);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take out of force' }));
  expect(within(dialog).getByText('Say why it no longer holds.')).toBeVisible();
  expect(revert.variables).toEqual([]);
  await userEvent.type(within(dialog).getByRole('textbox'), 'It rained.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take out of force' }));
  await waitFor(() => expect(revert.variables).toMatchObject([{ version: 5, reason: 'It rained.' }]));
});

test('whoever may do nothing is offered nothing but to read, copy, download and replace', async () => {
  open({ viewerCan: ['decision:view'] });
  await userEvent.click(await screen.findByRole('button', { name: 'More' }));
  expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
    expect.stringMatching(/^Replace it by another decision/),
    'Download as Markdown',
  ]);
  for (const name of ['Link something', 'Set …', 'Accept …'])
    expect(screen.queryByRole('button', { name, hidden: true })).not.toBeInTheDocument();
});

test('when to look at it again is set, and taken back', async () => {
  const viewerCan = ['decision:revisit'];
  const set = always(SET_DECISION_REVISIT)(({ revisitOn }) => ({
    setDecisionRevisit: record(7, { viewerCan, revisitOn: revisitOn ?? null, version: 2 }),
  }));
  open({ viewerCan }, set.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Set …' }));
  const day = await screen.findByLabelText('Look at it again on');
  expect(day).toHaveFocus();
  await userEvent.type(day, '2030-05-01');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('1 May 2030')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Change …' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Never' }));
  expect(await screen.findByText('no day is set')).toBeVisible();
  expect(set.variables.map(({ version, revisitOn }) => [version, revisitOn])).toEqual([
    [1, '2030-05-01'],
    [2, null],
  ]);
});

test('an item is linked by its key, and the link taken away', async () => {
  const viewerCan = ['decision:link', 'decision:unlink'];
  const item = {
    __typename: 'DecisionLink' as const,
    id: 'l1',
    kind: 'ITEM' as const,
    thingId: null,
    url: null,
    stays: false,
    addedByViewer: false,
  };
  const linked = record(7, { viewerCan, links: [{ ...item, key: 'PAY-12', title: 'PAY-12' }] });
  const link = always(LINK_DECISION)(() => ({ linkDecision: linked }));
  const unlink = always(UNLINK_DECISION)(() => ({ unlinkDecision: record(7, { viewerCan }) }));
  open({ viewerCan }, link.answer, unlink.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Link something' }));
  const field = await screen.findByRole('combobox', { name: 'What it touches' });
  await userEvent.type(field, 'pay-12');
  await userEvent.click(await screen.findByRole('option', { name: /PAY-12.*Backlog item/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Link' }));
  expect(await screen.findByRole('link', { name: 'PAY-12' })).toBeVisible();
  expect(link.variables).toMatchObject([{ id: 'decision-7', link: { kind: 'ITEM', key: 'PAY-12' } }]);
  await userEvent.click(screen.getByRole('button', { name: 'Take the link to PAY-12 away' }));
  expect(await screen.findByText('Nothing is linked.')).toBeVisible();
  expect(unlink.variables).toMatchObject([{ id: 'decision-7', linkId: 'l1' }]);
});

test('a link that was there when it was decided stays; a later one is taken away by who added it', async () => {
  const goal = { __typename: 'DecisionLink' as const, kind: 'GOAL' as const, thingId: null, key: null, url: null };
  const links = [
    { ...goal, id: 'l1', title: 'Then', stays: true, addedByViewer: true },
    { ...goal, id: 'l2', title: 'Mine', stays: false, addedByViewer: true },
    { ...goal, id: 'l3', title: 'Theirs', stays: false, addedByViewer: false },
  ];
  open({ viewerCan: ['decision:link'], links });
  expect(await screen.findByRole('button', { name: 'Take the link to Mine away' })).toBeVisible();
  expect(screen.getAllByRole('button', { name: /^Take the link to/ })).toHaveLength(1);
});

test('who did what, newest first, in sentences', async () => {
  const entry = (event: string, changes: unknown, note: string | null = null) => ({
    __typename: 'ActivityEdge' as const,
    cursor: event,
    node: {
      __typename: 'ActivityEntry' as const,
      id: event,
      at: '2026-03-09T09:00:00Z',
      actor: ANA,
      event,
      changes,
      note,
    },
  });
  open({
    activity: {
      __typename: 'ActivityConnection',
      totalCount: 3,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: [
        entry('decision.vetoed', [], 'Too soon.'),
        entry('decision.edited', [
          { field: 'title', from: 'a', to: 'b' },
          { field: 'gains', from: null, to: null },
        ]),
        entry('decision.dreamt', 'no changes'),
      ],
    },
  });
  const told = await screen.findByRole('region', { name: 'Activity' });
  expect(told).toHaveTextContent(
    /Ana Lindqvist vetoed it.*Too soon\..*Ana Lindqvist edited the title and what we gain.*Ana Lindqvist changed it/,
  );
});

test('a key that is none of a decision', async () => {
  renderDecisions('/decisions/D-999', [refused(DECISION, { key: 'D-999' }, 'NOT_FOUND')]);
  expect(await screen.findByText('There is no decision with this key.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show all decisions' })).toHaveAttribute('href', '/decisions');
});
