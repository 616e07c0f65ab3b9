import { expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import type {
  InboxEntryFactsFragment,
  InboxReason,
  MyWorkQuery,
  WaitingDependencyFragment,
  WorkLineFragment,
} from '../../generated/graphql';
import { presentShortcuts } from '../../platform/shortcuts/shortcut-registry';
import { useShortcutKeys } from '../../platform/shortcuts/use-shortcut-keys';
import { always } from '../../platform/testing/always';
import { answer, viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../platform/testing/signed-in';
import { INBOX, INBOX_UNREAD, MARK_INBOX_READ } from './inbox.operations';
import { aboutOf, addressOf, REASON_WORDS, sentenceOf } from './inbox-words';
import { MY_WORK } from './my-work.operations';
import { notificationsRoutes } from './routes';
import { entry, inboxOf, ROWAN } from './testing/inbox-facts';

const unread = always(INBOX_UNREAD)(() => ({ inbox: { __typename: 'InboxConnection', unreadCount: 1 } }));

function showInbox(...entries: InboxEntryFactsFragment[]) {
  const marked = answer(
    MARK_INBOX_READ,
    { ids: ['InboxEntry_1'], read: true },
    { markInboxRead: { __typename: 'InboxState', unreadCount: 0 } },
  );
  return renderScreen(signedIn(notificationsRoutes), '/inbox', [
    lastingSession(viewer()),
    always(INBOX)(() => ({ inbox: inboxOf(...entries) })).answer,
    unread.answer,
    marked,
  ]);
}

test('who did what, why it reached me, and what was said', async () => {
  showInbox(entry(1));
  const list = await screen.findByRole('list', { name: 'Inbox' });
  expect(list).toHaveTextContent('IMP-1 Ramp 1');
  expect(list).toHaveTextContent('Rowan Squall commented · You were mentioned');
  expect(list).toHaveTextContent('Can you look at the ramp?');
  expect(screen.getByText('1 unread')).toBeVisible();
});

test('one press marks it as read, at once', async () => {
  showInbox(entry(1));
  await userEvent.click(await screen.findByRole('button', { name: 'Mark as read' }));
  expect(await screen.findByRole('button', { name: 'Mark as unread' })).toBeVisible();
  expect(screen.queryByText('Unread.')).not.toBeInTheDocument();
});

test('an empty inbox says what it is for', async () => {
  showInbox();
  expect(await screen.findByText('Nothing has come yet')).toBeVisible();
});

test.each(Object.keys(REASON_WORDS) as InboxReason[])('%s has words', (reason) => {
  expect(REASON_WORDS[reason]).toMatch(/^[A-Z].+/);
});

test('a change of many is one line that says so', () => {
  expect(sentenceOf(entry(1, { event: 'impediment.assigned', count: 12 }))).toBe(
    'Rowan Squall gave it an owner, and 11 more',
  );
});

const line = (n: number, facts: Partial<WorkLineFragment> = {}): WorkLineFragment => ({
  __typename: 'Impediment',
  id: `Impediment_${n}`,
  key: `IMP-${n}`,
  title: `Ramp ${n}`,
  state: 'IN_PROGRESS',
  severity: 'LOW',
  nextStep: 'Call the yard',
  dueOn: null,
  clockEndsAt: null,
  raisedAt: '2026-01-01T08:00:00Z',
  raisingTeam: { __typename: 'Team', id: 'Team_1', name: 'Quay' },
  owner: null,
  ...facts,
});

type AskedBrief = MyWorkQuery['asked']['edges'][number]['node'];

const asked = (n: number, facts: Partial<AskedBrief> = {}): AskedBrief => ({
  __typename: 'EscalationBrief',
  id: `EscalationBrief_${n}`,
  state: 'WAITING',
  overdue: false,
  answerBy: '2026-03-10',
  sentAt: '2026-03-02T08:00:00Z',
  sentBy: ROWAN,
  recipients: [],
  answer: null,
  data: { __typename: 'BriefData', ask: 'Pay for a second crane', proposal: 'One more crane' },
  impediment: { __typename: 'Impediment', id: `Impediment_${n}`, key: `IMP-${n}`, title: `Ramp ${n}` },
  ...facts,
});

type Work = {
  owned?: WorkLineFragment[];
  toConfirm?: WorkLineFragment[];
  briefs?: AskedBrief[];
  entries?: InboxEntryFactsFragment[];
  dependencies?: WaitingDependencyFragment[];
};

function showWork(
  { owned = [], toConfirm = [], briefs = [], entries = [], dependencies = [] }: Work,
  routes = signedIn(notificationsRoutes),
) {
  const work = always(MY_WORK)(() => ({
    myImpediments: { __typename: 'MyImpediments', owned, toConfirm, toTriage: [] },
    asked: {
      __typename: 'EscalationBriefConnection',
      edges: briefs.map((node) => ({ __typename: 'EscalationBriefEdge' as const, cursor: node.id, node })),
    },
    proposals: { __typename: 'DecisionConnection', totalCount: 0, edges: [] },
    revisits: { __typename: 'DecisionHitConnection', edges: [] },
    dependencies: {
      __typename: 'DependencyConnection',
      totalCount: dependencies.length,
      edges: dependencies.map((node) => ({ __typename: 'DependencyEdge' as const, cursor: node.id, node })),
    },
    openToVeto: { __typename: 'DecisionConnection', totalCount: 0, edges: [] },
    reviews: [],
    sentInvitations: [],
    inbox: inboxOf(...entries),
  }));
  return renderScreen(routes, '/my-work', [lastingSession(viewer()), work.answer]);
}

test('what is overdue comes first, what there is not is not shown', async () => {
  showWork({ owned: [line(1), line(2, { dueOn: '2020-01-01' })], toConfirm: [line(3, { state: 'RESOLVED' })] });
  const overdue = await screen.findByRole('region', { name: 'Overdue' });
  expect(within(overdue).getByRole('link', { name: 'Ramp 2' })).toHaveAttribute('href', '/impediments/IMP-2');
  expect(screen.getByRole('region', { name: 'Is it gone?' })).toHaveTextContent('Ramp 3');
  expect(screen.getByRole('region', { name: 'Mine' })).toHaveTextContent('Ramp 1');
  expect(screen.queryByRole('region', { name: 'To triage' })).not.toBeInTheDocument();
});

test('a decision that is asked for is said once, with by when, and leads to where it is answered', async () => {
  const sent = { event: 'impediment.brief-sent' };
  showWork({ briefs: [asked(1, { overdue: true })], entries: [entry(1, sent), entry(2)] });
  const part = await screen.findByRole('region', { name: 'Decisions asked of you' });
  const link = within(part).getByRole('link', { name: 'Pay for a second crane' });
  expect(link).toHaveAttribute('href', '/asked-of-me#IMP-1');
  expect(part).toHaveTextContent('Rowan Squall asks · IMP-1 Ramp 1');
  expect(part).toHaveTextContent(/by 10 Mar/);
  const mentions = screen.getByRole('region', { name: 'Somebody asks for you' });
  expect(mentions).not.toHaveTextContent('Ramp 1');
  expect(mentions).toHaveTextContent('Ramp 2');
});

const waiting = (n: number, facts: Partial<WaitingDependencyFragment> = {}): WaitingDependencyFragment => ({
  __typename: 'Dependency',
  id: `Dependency_${n}`,
  key: `DEP-${n}`,
  state: 'REQUESTED',
  words: `Berth ${n} by night`,
  neededBy: '2020-03-10',
  proposedFor: null,
  answerDueAt: `2020-03-0${n}T08:00:00Z`,
  overdue: false,
  requestedBy: ROWAN,
  consumer: { __typename: 'BacklogItem', id: 'BacklogItem_1', key: 'B-1', title: 'Night ferry' },
  providerTeam: { __typename: 'Team', id: 'Team_2', name: 'Yard' },
  ...facts,
});

test('a dependency that waits says who asks for what and by when, what is due first before the rest', async () => {
  const countered = waiting(1, { state: 'COUNTERED', proposedFor: '2020-03-20', overdue: true });
  showWork({ dependencies: [waiting(2), countered] });
  const part = await screen.findByRole('region', { name: 'Dependencies that wait for you' });
  const [first, second] = within(part).getAllByRole('listitem');
  expect(first).toHaveTextContent(/^Berth 1 by nightwas due .*Yard proposes 20 March 2020, needed by 10 March 2020/);
  expect(second).toHaveTextContent('Rowan Squall asks for it by 10 March 2020 · DEP-2 · B-1 Night ferry');
  expect(within(part).getByRole('link', { name: 'Berth 2 by night' })).toHaveAttribute('href', '/dependencies/DEP-2');
});

test('an entry about a dependency says what was done, and leads to it', () => {
  const { id, key, consumer } = waiting(7);
  const told = entry(1, {
    event: 'dependency.countered',
    impediment: null,
    dependency: { __typename: 'Dependency', id, key, consumer },
  });
  expect(sentenceOf(told)).toBe('Rowan Squall proposed another day');
  expect(aboutOf(told)).toEqual({ key: 'DEP-7', title: 'for B-1 Night ferry' });
  expect(addressOf(told, 'DEP-7')).toBe('/dependencies/DEP-7');
});

test('an entry about a meeting or an action says what was done, and leads to it', () => {
  const occurrence = {
    __typename: 'Occurrence' as const,
    id: 'Occurrence_1',
    name: 'Daily of Yard',
    localStart: '2026-02-11T09:30',
  };
  const moved = entry(1, { event: 'occurrence.moved', reason: 'MEETING_CHANGED', impediment: null, occurrence });
  expect(sentenceOf(moved)).toBe('Rowan Squall moved it');
  expect(aboutOf(moved)).toEqual({ key: '', title: 'Daily of Yard, 11 February' });
  expect(addressOf(moved, '')).toBe('/calendar/Occurrence_1/page');
  const action = { __typename: 'ActionItem' as const, id: 'ActionItem_1', title: 'Ask the master', occurrence: null };
  const due = entry(1, { event: 'action.due', reason: 'ACTION_DUE', actor: null, impediment: null, action });
  expect(sentenceOf(due)).toBe('Chapterhouse reminded of an action that is due');
  expect(aboutOf(due)).toEqual({ key: '', title: 'Ask the master' });
  expect(addressOf(due, '')).toBe('/actions');
});

test('an entry about a triage says what came of it, and of what hits the own teams', async () => {
  const ramp = { __typename: 'Impediment' as const, id: 'Impediment_7', key: 'IMP-7', title: 'Ramp 7' };
  const item = { __typename: 'TriageItem' as const, id: 'TriageItem_1', impediment: ramp };
  const triageSession = {
    __typename: 'TriageSession' as const,
    id: 'TriageSession_1',
    summary: '1 triaged, 2 parked',
    chapter: { __typename: 'Chapter' as const, id: 'Chapter_1', name: 'Quay masters' },
    viewerItems: [{ ...item, result: 'TRIAGED' as const, note: 'Rowan has it. Next: Call' }],
  };
  showInbox(
    entry(1, { reason: 'TRIAGE_SUMMARY', event: 'triage-session.ended', excerpt: '', impediment: null, triageSession }),
  );
  expect(await screen.findByText('1 triaged, 2 parked.')).toBeVisible();
  const own = screen.getByRole('list', { name: 'What hits your teams' });
  expect(own).toHaveTextContent('IMP-7 Ramp 7 · Triaged: Rowan has it. Next: Call');
  expect(within(own).getByRole('link', { name: 'IMP-7 Ramp 7' })).toHaveAttribute('href', '/impediments/IMP-7');
});

test('an entry of the inbox leads to where it is dealt with', () => {
  const sent = entry(1, { event: 'impediment.brief-sent' });
  expect(addressOf(sent, 'IMP-1')).toBe('/asked-of-me#IMP-1');
  expect(addressOf({ ...sent, reason: 'WATCHING' }, 'IMP-1')).toBe('/impediments/IMP-1');
  expect(addressOf(entry(1), 'IMP-1')).toBe('/impediments/IMP-1');
  expect(addressOf(entry(1, { commentId: 'ImpedimentComment_7' }), 'IMP-1')).toBe(
    '/impediments/IMP-1#comment-ImpedimentComment_7',
  );
});

test('a day without anything is said kindly', async () => {
  showWork({});
  await waitFor(() => expect(screen.getByText('Nothing waits for you')).toBeVisible());
});

/** Keys act as they do in the shell. */
function WithKeys() {
  useShortcutKeys(() => {});
  return <Outlet />;
}
const withKeys = signedIn([{ element: <WithKeys />, children: notificationsRoutes }]);

test('j and k walk through the inbox, e marks what has the focus, and both are listed', async () => {
  const inbox = always(INBOX)(() => ({ inbox: inboxOf(entry(1), entry(2), entry(3, { impediment: null })) }));
  const marked = answer(
    MARK_INBOX_READ,
    { ids: ['InboxEntry_2'], read: true },
    { markInboxRead: { __typename: 'InboxState', unreadCount: 2 } },
  );
  renderScreen(withKeys, '/inbox', [lastingSession(viewer()), inbox.answer, unread.answer, marked]);
  await screen.findByRole('list', { name: 'Inbox' });
  expect(presentShortcuts().map(({ key }) => key)).toEqual(expect.arrayContaining(['j', 'k', 'e']));
  await userEvent.keyboard('jj');
  expect(screen.getByRole('link', { name: 'IMP-2 Ramp 2' })).toHaveFocus();
  await userEvent.keyboard('e');
  expect(await screen.findAllByRole('button', { name: 'Mark as unread' })).toHaveLength(1);
  await userEvent.keyboard('jjj');
  expect(screen.getAllByRole('button', { name: 'Mark as read' }).at(-1)).toHaveFocus();
  await userEvent.keyboard('kk');
  expect(screen.getByRole('link', { name: 'IMP-1 Ramp 1' })).toHaveFocus();
  // Who comes back goes on where they were.
  act(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  await userEvent.keyboard('j');
  expect(screen.getByRole('link', { name: 'IMP-2 Ramp 2' })).toHaveFocus();
});

test('my work is in the order of its deadlines, and j walks on from one part to the next', async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const owned = [
    line(1, { dueOn: day(6) }),
    line(2),
    line(3, { dueOn: day(3) }),
    line(4, { dueOn: day(-2) }),
    line(5, { dueOn: day(2) }),
    line(6, { dueOn: day(-9) }),
  ];
  showWork({ owned, toConfirm: [line(7, { state: 'RESOLVED' })] }, withKeys);
  await screen.findByRole('region', { name: 'Overdue' });
  const names = (part: string) =>
    within(screen.getByRole('region', { name: part }))
      .getAllByRole('link')
      .map((link) => link.textContent);
  expect(names('Overdue')).toEqual(['Ramp 6', 'Ramp 4']);
  expect(names('Mine')).toEqual(['Ramp 5', 'Ramp 3', 'Ramp 1', 'Ramp 2']);
  await userEvent.keyboard('jjj');
  expect(screen.getByRole('link', { name: 'Ramp 7' })).toHaveFocus();
});
