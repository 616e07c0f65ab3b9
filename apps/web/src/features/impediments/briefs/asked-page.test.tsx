import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AskedOfMeQuery, BriefFactsFragment } from '../../../generated/graphql';
import { answerOf, ASK, briefLine, HAZEL, LINDEN, PROPOSAL, sentBrief } from '../testing/brief-facts';
import { ANA } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { ANSWER_BRIEF, ASKED_COUNT, ASKED_OF_ME, BRIEF_PAGE } from './briefs.operations';

afterEach(() => localStorage.clear());

type Past = AskedOfMeQuery['past']['edges'][number]['node'];
const past = (facts: Partial<Past> = {}): Past => ({
  ...briefLine({ state: 'ANSWERED', answer: answerOf() }),
  impediment: { __typename: 'Impediment', id: 'impediment-1', key: 'IMP-1', title: 'Test cards are refused again' },
  ...facts,
});

type Dependencies = AskedOfMeQuery['dependencies']['edges'][number]['node'][];

const listOf = (
  waiting: BriefFactsFragment[],
  over: Past[],
  dependencies: Dependencies = [],
): Omit<AskedOfMeQuery, '__typename'> => ({
  dependencies: {
    __typename: 'DependencyConnection',
    totalCount: dependencies.length,
    edges: dependencies.map((node) => ({ __typename: 'DependencyEdge', cursor: node.id, node })),
  },
  waiting: {
    __typename: 'EscalationBriefConnection',
    totalCount: waiting.length,
    edges: waiting.map((node) => ({ __typename: 'EscalationBriefEdge', cursor: node.id, node })),
  },
  past: {
    __typename: 'EscalationBriefConnection',
    totalCount: over.length,
    edges: over.map((node) => ({ __typename: 'EscalationBriefEdge', cursor: node.id, node })),
  },
});

/** The server, with one brief that waits until somebody answers it. */
function show({ refused = false, brief = sentBrief() } = {}) {
  let answered = false;
  return renderImpediments('/asked-of-me', [
    on(ASKED_COUNT, () => ({
      viewer: null,
      waiting: { __typename: 'EscalationBriefConnection' as const, totalCount: answered ? 0 : 1 },
      past: { __typename: 'EscalationBriefConnection' as const, totalCount: answered ? 1 : 0 },
    })),
    on(ASKED_OF_ME, () => (answered ? listOf([], [past({ answer: answerOf({ by: ANA }) })]) : listOf([brief], []))),
    on(ANSWER_BRIEF, ({ kind, words }) => {
      answered = true;
      if (refused) return { code: 'BRIEF_ANSWERED_ALREADY', details: { by: HAZEL.name, at: '2026-03-05T10:00:00Z' } };
      const answer = answerOf({ kind, words, by: ANA });
      return { answerEscalationBrief: sentBrief({ state: 'ANSWERED', viewerCan: ['brief:view'], answer }) };
    }),
  ]);
}

const one = () => screen.findByRole('article', { name: 'Test cards are refused' });
const open = async (name: RegExp) => userEvent.click(within(await one()).getByRole('button', { name }));
const answering = () => screen.findByRole('form', { name: 'Answer about IMP-1' });
const put = async (words: string) => {
  screen.getByRole('textbox', { name: 'In your words' }).focus();
  await userEvent.paste(words);
};

test('what is asked comes first, by when, with three numbers; all data are one press away', async () => {
  show({ brief: sentBrief({ overdue: true }) });
  const shown = await one();
  expect(shown).toHaveTextContent(ASK);
  expect(shown).toHaveTextContent(PROPOSAL);
  expect(shown).toHaveTextContent(/was needed by 10 Mar 2026/);
  expect(shown).toHaveTextContent('14 blocked team-days so far');
  expect(within(shown).queryByText('Velocity')).not.toBeInTheDocument();
  await open(/All data/);
  expect(within(shown).getByRole('heading', { name: 'Velocity' })).toBeVisible();
  expect(within(shown).getByRole('link', { name: 'PDF' })).toHaveAttribute(
    'href',
    '/files/briefs/EscalationBrief_1.pdf',
  );
});

test('it says who else is asked, and in whose place one answers', async () => {
  show();
  expect(await one()).toHaveTextContent('Rowan Squall asks you and Hazel Gale, ');
  cleanup();
  show({ brief: sentBrief({ recipients: [HAZEL] }) });
  expect(await one()).toHaveTextContent('Rowan Squall asks Hazel Gale, in whose place you answer, ');
});

test('an answer needs a kind and words; given, it is shown, and the focus is there', async () => {
  const { asked } = show();
  await open(/^Answer/);
  const form = within(await answering());
  await userEvent.click(form.getByRole('button', { name: /^Answer/ }));
  expect(form.getByText('Choose how you answer.')).toBeVisible();
  await userEvent.click(form.getByRole('radio', { name: 'Declined' }));
  expect(form.getByRole('textbox')).toHaveAccessibleDescription(/Say why not, so that the teams can go on\./);
  await userEvent.click(form.getByRole('button', { name: /^Answer/ }));
  expect(form.getByRole('textbox')).toBeInvalid();
  expect(asked(ANSWER_BRIEF)).toEqual([]);
  await userEvent.click(form.getByRole('radio', { name: 'Agreed with a change' }));
  await put('For six months.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const line = (await screen.findByText('For six months.')).closest('li');
  expect(line).toHaveTextContent('Agreed with a change');
  await waitFor(() => expect(line).toHaveFocus());
  expect(asked(ANSWER_BRIEF)).toEqual([
    expect.objectContaining({ id: 'EscalationBrief_1', kind: 'AGREED_WITH_CHANGE', words: 'For six months.' }),
  ]);
  expect(screen.getByText('No decision waits for you: all that was asked by a brief is answered.')).toBeVisible();
  expect(localStorage).toHaveLength(0);
});

test('an answer that was begun is there again', async () => {
  show();
  await open(/^Answer/);
  await answering();
  await put('We pay, but');
  cleanup();
  show();
  expect(within(await answering()).getByRole('textbox')).toHaveValue('We pay, but');
});

test('whoever was second is told who answered; their words stay', async () => {
  show({ refused: true });
  await open(/^Answer/);
  const form = within(await answering());
  await userEvent.click(form.getByRole('radio', { name: 'Agreed' }));
  await put('We do it.');
  await userEvent.click(form.getByRole('button', { name: /^Answer/ }));
  expect(await form.findByRole('alert')).toHaveTextContent('Hazel Gale answered this brief on 2026-03-05.');
  expect(form.getByRole('textbox')).toHaveValue('We do it.');
});

test('dependencies that wait for an answer stand there as in my work, also where no brief asks', async () => {
  const dependency: Dependencies[number] = {
    __typename: 'Dependency',
    id: 'Dependency_7',
    key: 'DEP-7',
    state: 'REQUESTED',
    words: 'Berth 7 by night',
    neededBy: '2020-03-10',
    proposedFor: null,
    answerDueAt: '2020-03-02T08:00:00Z',
    overdue: true,
    requestedBy: ANA,
    consumer: { __typename: 'BacklogItem', id: 'BacklogItem_1', key: 'B-1', title: 'Night ferry' },
    providerTeam: null,
  };
  renderImpediments('/asked-of-me', [on(ASKED_OF_ME, () => listOf([], [], [dependency]))]);
  const part = within(await screen.findByRole('region', { name: 'Dependencies that wait for you' }));
  expect(part.getByRole('link', { name: 'Berth 7 by night' })).toHaveAttribute('href', '/dependencies/DEP-7');
  expect(screen.getByText('1 dependency waits for you')).toBeVisible();
  expect(part.getByRole('listitem')).toHaveTextContent(/was due .* asks for it by 10 March 2020 · DEP-7 · B-1/);
  expect(screen.queryByText('Nothing is asked of you')).not.toBeInTheDocument();
});

test('who is asked nothing is told what the screen is for', async () => {
  renderImpediments('/asked-of-me', [on(ASKED_OF_ME, () => listOf([], []))]);
  expect(await screen.findByRole('heading', { name: 'Nothing is asked of you' })).toBeVisible();
});

test('a brief that was sent says that it is frozen, how it stands, and what was answered', async () => {
  const answer = answerOf({ insteadOf: LINDEN });
  renderImpediments('/briefs/EscalationBrief_1', [
    on(BRIEF_PAGE, () => ({
      escalationBrief: sentBrief({ state: 'ANSWERED', answer, viewerCan: ['brief:view'], recipients: [HAZEL, LINDEN] }),
    })),
  ]);
  const note = await screen.findByRole('note', { name: 'How it stands' });
  expect(note).toHaveTextContent(/^Frozen when Rowan Squall sent it to Hazel Gale and Linden Frost on 3 Mar 2026/);
  expect(note).toHaveTextContent('Answered');
  expect(screen.getByText(/^Hazel Gale for Linden Frost/)).toBeVisible();
  // Of its day, whatever the impediment is called now.
  expect(screen.getByRole('link', { name: 'Test cards are refused' })).toHaveAttribute('href', '/impediments/IMP-1');
  expect(screen.getByRole('link', { name: 'Markdown' })).toHaveAttribute('download');
  expect(screen.getByText('ab'.repeat(32))).toBeVisible();
});
