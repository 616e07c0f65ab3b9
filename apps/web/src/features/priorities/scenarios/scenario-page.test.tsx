import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DECISION_FLOW_PREVIEW } from '../../decisions/public';
import { flow } from '../../decisions/testing/decision-facts';
import { line } from '../../decisions/testing/decision-facts';
import { dependency } from '../dependencies/testing/dependency-facts';
import { renderOrder } from '../order/testing/render-order';
import { begunWords } from './publish-words';
import { COMMENT_ON_SCENARIO, DISCARD_SCENARIO, PUBLISH_SCENARIO } from './scenario-acts.operations';
import { scenarioRoutes } from './scenario-routes';
import { SCENARIO, SCENARIO_BESIDE } from './scenarios.operations';
import { comparison, ROWAN, scenario, ScenarioServer, shift, tried } from './testing/scenario-server';

afterEach(() => localStorage.clear());

const show = (server: ScenarioServer, at: string) => renderOrder(scenarioRoutes, at, server.server);
const notes = () => screen.findByRole('region', { name: 'Notes' });
const dialog = async () => within(await screen.findByRole('dialog'));
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

const COMPARED = comparison({
  rises: [shift(5, 5, 1, true)],
  falls: [shift(1, 1, 2), shift(2, 2, 3)],
  goals: [
    {
      __typename: 'GoalShift',
      goal: { __typename: 'ProductGoal', id: 'goal-1', title: 'Every port pays', state: 'ACTIVE' },
      items: 3,
      before: 5,
      after: 2.5,
    },
  ],
  areas: [
    {
      __typename: 'AreaShift',
      area: { __typename: 'Area', id: 'area-harbour', name: 'Harbour' },
      items: 4,
      rises: 0,
      falls: 2,
      before: 3,
      after: 4.25,
      shareBefore: 40,
      shareAfter: 30,
    },
  ],
  dependencies: [
    { __typename: 'DependencyShift', dependency: dependency(7), before: ['RANKED_BELOW'], after: [] },
    { __typename: 'DependencyShift', dependency: dependency(8), before: [], after: ['RANKED_BELOW'] },
  ],
  forecastNote: 'There is no forecast yet: no team has finished three sprints.',
});

/** With both orders to stand beside each other, and whoever may decide. */
function compared(facts: Parameters<typeof scenario>[0] = {}): ScenarioServer {
  const server = new ScenarioServer(6, { moveCount: 1, ...facts });
  server.compared = COMPARED;
  server.server
    .on(SCENARIO_BESIDE, () => ({
      scenarioOrder: {
        __typename: 'ScenarioOrder' as const,
        scenario: server.record,
        length: 2,
        rows: [
          { __typename: 'ScenarioRow' as const, position: 1, was: 5, item: tried(5) },
          { __typename: 'ScenarioRow' as const, position: 2, was: 1, item: tried(1) },
        ],
      },
    }))
    .on(DECISION_FLOW_PREVIEW, () => ({ decisionFlowPreview: flow() }));
  return server;
}

test('compared: what rises and falls, side by side, and what it does to goals, areas and dependencies', async () => {
  show(compared(), '/scenarios/scenario-1/compare');
  expect(await screen.findByText('1 item rises, 2 fall; 1 was moved by hand.')).toBeVisible();
  expect(screen.getByRole('region', { name: /What rises/ })).toHaveTextContent(/4 up.*B-5.*5 → 1, moved by hand/);
  expect(screen.getByRole('region', { name: /What falls/ })).toHaveTextContent(/1 down.*B-1.*1 → 2/);
  const then = await screen.findByRole('region', { name: 'This scenario' });
  expect(within(then).getAllByRole('listitem')[0]).toHaveTextContent(/^1.*B-5.*4 up$/);
  expect(screen.getByRole('region', { name: 'The order now' })).toHaveTextContent(/B-1.*B-2/);
  expect(screen.getByRole('row', { name: /Every port pays/ })).toHaveTextContent('35 → 2.5');
  expect(screen.getByRole('row', { name: /Harbour/ })).toHaveTextContent(/0, 23 → 4\.340% → 30%/);
  const dependencies = screen.getByRole('region', { name: /Dependencies/ });
  expect(dependencies).toHaveTextContent('DEP-7no longer ranked below');
  expect(dependencies).toHaveTextContent('DEP-8would be ranked below');
  expect(screen.getByText(/There is no forecast yet/)).toBeVisible();
});

test('once it is published, what stands beside it is the order that was', async () => {
  show(compared({ state: 'PUBLISHED' }), '/scenarios/scenario-1/compare');
  expect(await screen.findByRole('region', { name: 'The order before' })).toHaveTextContent(/B-1.*B-2/);
});

test('once the order went on, both sides still are of the copy, and say so; what was dropped since is marked', async () => {
  const server = compared({ behindBy: 3 });
  server.server.on(SCENARIO_BESIDE, () => ({
    scenarioOrder: {
      __typename: 'ScenarioOrder' as const,
      scenario: server.record,
      length: 4,
      rows: [
        { __typename: 'ScenarioRow' as const, position: 1, was: 4, item: { ...tried(5), state: 'DROPPED' as const } },
        { __typename: 'ScenarioRow' as const, position: 2, was: 1, item: tried(1) },
      ],
    },
  }));
  show(server, '/scenarios/scenario-1/compare');
  const before = await screen.findByRole('region', { name: 'The order that it was copied from' });
  const lines = within(before)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^1.*B-1/),
    expect.stringMatching(/^2.*B-2/),
    '3one that falls out of these 200',
    expect.stringMatching(/^4.*B-5.*dropped since$/),
  ]);
  expect(screen.queryByRole('region', { name: 'The order now' })).not.toBeInTheDocument();
  expect(screen.getByText(/All of this compares with the order that the scenario was copied from/)).toBeVisible();
  expect(server.sent('OrderBeside')).toEqual([]);
});

test('the decision is begun from the comparison', () => {
  expect(begunWords({ ...COMPARED, scenario: scenario({ note: 'The audit.' }) })).toEqual({
    title: 'Vault first',
    context: 'The audit.',
    outcome: 'The order of Freight changes:\n\n- B-5 Feature 5: from 5 to 1',
    rationale: '',
    gains: [
      'The goal “Every port pays” comes earlier: its items stand at 2.5 on average, before at 5.',
      'DEP-7 is no longer in conflict: ranked below.',
    ].join('\n'),
    givesUp: [
      'What Harbour has in the order comes later: its items stand at 4.3 on average, before at 3.',
      'DEP-8 comes into conflict: ranked below.',
    ].join('\n'),
  });
});

test('publishing needs its reason, sends the decision with its trade-offs, and leads to it', async () => {
  const server = compared();
  server.server.on(PUBLISH_SCENARIO, () => ({
    publishScenario: {
      __typename: 'PublishedScenario' as const,
      number: 8,
      scenario: server.become({ state: 'PUBLISHED' }),
      decision: line(9),
    },
  }));
  const { address } = show(server, '/scenarios/scenario-1/compare');
  await press('Publish …');
  const form = await dialog();
  await userEvent.click(await form.findByRole('button', { name: 'Publish and decide' }));
  expect(form.getByText('Say why, so that everybody can read it.')).toBeVisible();
  expect(await form.findByRole('region', { name: 'How it is decided' })).toHaveTextContent('the team Checkout');
  await userEvent.type(form.getByLabelText('Why this order'), 'The audit comes early.');
  await userEvent.click(form.getByRole('button', { name: 'Publish and decide' }));
  await waitFor(async () => expect(await notes()).toHaveTextContent('“Vault first” is the order now.D-9 says why.'));
  expect(server.sent('PublishScenario')).toEqual([
    {
      id: 'scenario-1',
      version: 1,
      decision: {
        title: 'Vault first',
        context: '',
        outcome: 'The order of Freight changes:\n\n- B-5 Feature 5: from 5 to 1',
        rationale: 'The audit comes early.',
        gains: expect.arrayContaining([expect.stringContaining('Every port pays')]),
        givesUp: expect.arrayContaining([expect.stringContaining('Harbour')]),
      },
      idempotencyKey: expect.any(String),
    },
  ]);
  await press('Open D-9');
  expect(address()).toBe('/decisions/D-9');
});

test('refused because the order moved: what moved is shown, catching up comes first, no word is lost', async () => {
  const server = compared();
  let moved = false;
  server.server.on(PUBLISH_SCENARIO, () => {
    if (moved) throw new Error('It is caught up first.');
    moved = true;
    server.record = { ...server.record, behindBy: 1 };
    server.compared = {
      ...COMPARED,
      meanwhile: [
        {
          __typename: 'OrderMove',
          id: 'move-8',
          number: 8,
          scope: 'ORDER',
          from: 4,
          to: 1,
          count: 1,
          reason: 'A ferry sank.',
          at: '2026-03-09T09:00:00Z',
          by: ROWAN,
          item: { __typename: 'BacklogItem', id: 'item-4', key: 'B-4', title: 'Feature 4' },
        },
      ],
    };
    return { code: 'ORDER_MOVED', details: { behindBy: 1, moves: [] } };
  });
  show(server, '/scenarios/scenario-1/compare');
  await press('Publish …');
  await userEvent.type(await screen.findByLabelText('Why this order'), 'The audit.');
  await press('Publish and decide');
  const form = await dialog();
  expect(await form.findByText('The order made 1 move since this was copied from it.')).toBeVisible();
  expect(form.getByText(/from 4 to 1, Rowan Squall/)).toBeVisible();
  expect(form.getByText('A ferry sank.')).toBeVisible();
  await userEvent.click(form.getByRole('button', { name: 'Catch up' }));
  expect(await form.findByRole('button', { name: 'Publish and decide' })).toBeVisible();
  expect(server.sent('CatchUpScenario')).toHaveLength(1);
  expect(form.getByLabelText('Why this order')).toHaveValue('The audit.');
});

test('what is behind says so, and one press takes over the order as it is', async () => {
  const server = compared({ behindBy: 2 });
  show(server, '/scenarios/scenario-1/compare');
  expect(await screen.findByText('The order made 2 moves since this was copied from it.')).toBeVisible();
  await press('Catch up');
  await waitFor(() => expect(screen.queryByText(/The order made 2 moves/)).not.toBeInTheDocument());
  expect(await notes()).toHaveTextContent('The scenario builds on the order as it is now.');
});

test('it is shared and made private again by one press', async () => {
  const server = compared();
  show(server, '/scenarios/scenario-1/compare');
  await press('Share');
  expect(await screen.findByRole('button', { name: 'Make private' })).toBeVisible();
  expect(await notes()).toHaveTextContent('Everybody can see it and comment on it now.');
});

test('comments: what was said, and a word of one’s own that outlives the screen', async () => {
  const server = new ScenarioServer(3, {
    state: 'SHARED',
    comments: [
      {
        __typename: 'ScenarioComment',
        id: 'comment-1',
        by: ROWAN,
        at: '2026-03-09T09:00:00Z',
        text: 'And the berths?',
      },
    ],
  });
  server.server.on(COMMENT_ON_SCENARIO, () => ({ commentOnScenario: server.become({}) }));
  show(server, '/scenarios/scenario-1/comments');
  expect(await screen.findByRole('list', { name: 'Comments' })).toHaveTextContent(/Rowan Squall.*And the berths\?/);
  await press('Comment');
  expect(screen.getByText('Write what you think of it.')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Your comment'), 'They come later.');
  await press('Comment');
  await waitFor(() => expect(screen.getByLabelText('Your comment')).toHaveValue(''));
  expect(server.sent('CommentOnScenario')[0]).toMatchObject({ id: 'scenario-1', text: 'They come later.' });
});

test('it is discarded only after a question, and one that is not there says so', async () => {
  const server = compared();
  server.server.on(DISCARD_SCENARIO, () => ({ discardScenario: server.become({ state: 'DISCARDED' }) }));
  const { address, unmount } = show(server, '/scenarios/scenario-1/compare');
  await press('More about this scenario');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Discard …' }));
  await userEvent.click((await dialog()).getByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(address()).toBe('/scenarios'));
  unmount();
  server.server.on(SCENARIO, () => ({ code: 'NOT_FOUND' }));
  show(server, '/scenarios/scenario-1');
  expect(await screen.findByText('This scenario is not here.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show all scenarios' })).toHaveAttribute('href', '/scenarios');
});
