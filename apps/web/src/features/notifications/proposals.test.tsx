import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type {
  InboxEntryFactsFragment,
  OpenToVetoFragment,
  RevisitDueFragment,
  WaitingDecisionFragment,
} from '../../generated/graphql';
import { always } from '../../platform/testing/always';
import { viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../platform/testing/signed-in';
import { aboutOf, addressOf, sentenceOf, vetoUntil } from './inbox-words';
import { MY_WORK } from './my-work.operations';
import { notificationsRoutes } from './routes';
import { entry } from './testing/inbox-facts';

const ROWAN = { __typename: 'Person' as const, id: 'Person_2', name: 'Rowan Squall' };

type Proposal = WaitingDecisionFragment;
type Ask = Proposal['flow']['asks'][number];

const ask = (facts: Partial<Ask> = {}): Ask => ({
  __typename: 'DecisionAsk',
  id: 'DecisionAsk_1',
  kind: 'CONSENT',
  dueAt: '2026-03-10T10:00:00Z',
  overdue: false,
  answer: null,
  viewerCan: ['decision:answer'],
  ...facts,
});

const proposal = (n: number, asks: Ask[], facts: Partial<Proposal> = {}): Proposal => ({
  __typename: 'Decision',
  id: `Decision_${n}`,
  key: `D-${n}`,
  title: `One ramp ${n}`,
  proposedAt: `2026-03-0${n}T08:00:00Z`,
  proposedBy: ROWAN,
  scope: { __typename: 'RoleScope', kind: 'TEAM', id: 'Team_1', name: 'Quay' },
  flow: { __typename: 'DecisionFlow', asks },
  ...facts,
});

function show(proposals: Proposal[], vetoes: OpenToVetoFragment[] = [], due: RevisitDueFragment[] = []) {
  const work = always(MY_WORK)(() => ({
    myImpediments: { __typename: 'MyImpediments', owned: [], toConfirm: [], toTriage: [] },
    asked: { __typename: 'EscalationBriefConnection', edges: [] },
    proposals: {
      __typename: 'DecisionConnection',
      totalCount: proposals.length,
      edges: proposals.map((node) => ({ __typename: 'DecisionEdge' as const, cursor: node.id, node })),
    },
    revisits: {
      __typename: 'DecisionHitConnection',
      edges: due.map((decision) => ({
        __typename: 'DecisionHitEdge' as const,
        cursor: decision.id,
        node: { __typename: 'DecisionHit' as const, decision },
      })),
    },
    dependencies: { __typename: 'DependencyConnection', totalCount: 0, edges: [] },
    reviews: [],
    openToVeto: {
      __typename: 'DecisionConnection',
      totalCount: vetoes.length,
      edges: vetoes.map((node) => ({ __typename: 'DecisionEdge' as const, cursor: node.id, node })),
    },
    sentInvitations: [],
    inbox: {
      __typename: 'InboxConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      unreadCount: 0,
    },
  }));
  return renderScreen(signedIn(notificationsRoutes), '/my-work', [lastingSession(viewer()), work.answer]);
}

test('proposals that need my word say which and by when, the most urgent first; what needs none is to be decided', async () => {
  const answered = ask({ id: 'DecisionAsk_3', answer: 'CONSENTED' });
  const notMine = ask({ id: 'DecisionAsk_4', dueAt: '2026-03-01T10:00:00Z', viewerCan: [] });
  show([
    proposal(1, [answered, notMine]),
    proposal(2, [ask({ id: 'DecisionAsk_5', kind: 'ADVICE', dueAt: '2026-03-12T10:00:00Z' })]),
    proposal(3, [ask({ id: 'DecisionAsk_6', overdue: true })], { proposedBy: null }),
  ]);
  const part = await screen.findByRole('region', { name: 'Proposals that wait for you' });
  const lines = within(part).getAllByRole('listitem');
  expect(lines.map((one) => within(one).getByRole('link').textContent)).toEqual([
    'One ramp 3',
    'One ramp 2',
    'One ramp 1',
  ]);
  expect(lines[0]).toHaveTextContent(/was due .*It needs your consent · D-3 · Quay/);
  expect(lines[1]).toHaveTextContent(/Rowan Squall asks for your advice · D-2/);
  expect(lines[2]).toHaveTextContent(/Rowan Squall asks for your decision · D-1/);
  expect(within(part).getByRole('link', { name: 'One ramp 3' })).toHaveAttribute('href', '/decisions/D-3');
});

test('an advice whose time is over is not called late: it can be decided without, and may still be given', async () => {
  show([proposal(2, [ask({ kind: 'ADVICE', overdue: true })])]);
  const part = await screen.findByRole('region', { name: 'Proposals that wait for you' });
  expect(part).toHaveTextContent(/you may still advise.*Rowan Squall asks for your advice · D-2/);
  expect(part).not.toHaveTextContent('was due');
});

test('what stands unless I veto it says who accepted it and when the time ends', async () => {
  const { id, key, title, scope } = proposal(4, []);
  const vetoEndsAt = new Date(Date.now() + 3 * 3_600_000).toISOString();
  const flow = { __typename: 'DecisionFlow' as const, vetoEndsAt };
  show([], [{ __typename: 'Decision', id, key, title, scope, decidedBy: ROWAN, flow }]);
  const part = await screen.findByRole('region', { name: 'Open to your veto' });
  expect(part).toHaveTextContent(/ends in [23] hours.*Rowan Squall accepted it · D-4 · Quay/);
  expect(within(part).getByRole('link', { name: 'One ramp 4' })).toHaveAttribute('href', '/decisions/D-4');
});

test('what I proposed, made or accepted is to be looked at again once its day has come; not what I only heard of', async () => {
  const { id } = viewer().person;
  const me = { __typename: 'Person' as const, id, name: 'Ana Lindqvist' };
  const named = (part: 'DECISION_MAKER' | 'INFORMED') => [
    { __typename: 'DecisionPerson' as const, part, name: me.name, person: me },
  ];
  const due = (n: number, facts: Partial<RevisitDueFragment>): RevisitDueFragment => {
    const { id: decisionId, key, title, scope } = proposal(n, []);
    const own = { state: 'ACCEPTED' as const, revisitOn: '2020-05-01', proposedBy: null, decidedBy: ROWAN, people: [] };
    return { __typename: 'Decision', id: decisionId, key, title, scope, ...own, ...facts };
  };
  show(
    [],
    [],
    [
      due(1, { proposedBy: me }),
      due(2, { decidedBy: me }),
      due(3, { people: named('DECISION_MAKER') }),
      due(4, { people: named('INFORMED') }),
      due(5, { decidedBy: me, state: 'REVERTED' }),
    ],
  );
  const part = await screen.findByRole('region', { name: 'To be looked at again' });
  expect(
    within(part)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/decisions/D-1', '/decisions/D-2', '/decisions/D-3']);
  expect(part).toHaveTextContent(/since 1 May 2020/);
});

test('an entry of a decision says what happened to it and leads there', () => {
  const flow = { __typename: 'DecisionFlow' as const, vetoEndsAt: '2026-03-10T10:00:00Z' };
  const decision: InboxEntryFactsFragment['decision'] = {
    __typename: 'Decision',
    id: 'Decision_7',
    key: 'D-7',
    title: 'One ramp',
    state: 'VETOED',
    flow,
    viewerCan: [],
  };
  const told = entry(1, {
    reason: 'VETOED',
    event: 'decision.vetoed',
    excerpt: 'Too dear',
    impediment: null,
    decision,
  });
  expect(aboutOf(told)).toBe(decision);
  expect(addressOf(told, 'D-7')).toBe('/decisions/D-7');
  expect(sentenceOf(told)).toBe('Rowan Squall vetoed it');
  expect(sentenceOf({ ...told, event: 'decision.veto-ended', actor: null })).toBe(
    'Chapterhouse closed the time for a veto',
  );
  expect(aboutOf({ ...told, decision: null })).toBeNull();
  expect(vetoUntil(told)).toBeNull();
  const accepted = { ...decision, state: 'ACCEPTED' as const };
  expect(vetoUntil({ decision: accepted })).toBeNull();
  expect(vetoUntil({ decision: { ...accepted, viewerCan: ['decision:veto'] } })).toBe(flow.vetoEndsAt);
});
