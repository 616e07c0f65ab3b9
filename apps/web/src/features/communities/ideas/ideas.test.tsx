import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IdeaPartsFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { COMMUNITY_TEAMS } from '../adoption/adoption.operations';
import { idea, reply } from '../testing/community-facts';
import { renderCommunities } from '../testing/render-communities';
import { ideaFacts } from './idea-words';
import {
  ADOPT_IDEA,
  BECOMES,
  EDIT_IDEA_COMMENT,
  END_TRIAL,
  IDEA,
  IDEAS,
  MORE_IDEAS,
  REMOVE_IDEA_COMMENT,
  TRY_IDEA,
  VOTE_FOR_IDEA,
} from './ideas.operations';

const open = (facts: Partial<IdeaPartsFragment>, ...answers: Parameters<typeof renderCommunities>[1]) =>
  renderCommunities('/ideas/Idea_1', [always(IDEA)(() => ({ idea: idea(facts) })).answer, ...answers]);

const teams = always(COMMUNITY_TEAMS)(() => ({
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    products: [
      {
        __typename: 'Product',
        id: 'product-1',
        areas: [
          {
            __typename: 'Area',
            id: 'area-1',
            name: 'Quay',
            teams: [
              { __typename: 'Team', id: 'Team_2', name: 'Yard' },
              { __typename: 'Team', id: 'Team_1', name: 'Quay 1' },
            ],
          },
        ],
      },
    ],
  },
}));

test('the board has a column for each state, the most wanted first, and an empty one says what it is for', async () => {
  const { words: _words, result: _result, dropReason: _reason, comments: _said, community: _its, ...line } = idea();
  const column = (ideas: (typeof line)[], hasNextPage = false) => ({
    __typename: 'IdeaConnection' as const,
    totalCount: ideas.length + (hasNextPage ? 1 : 0),
    pageInfo: { __typename: 'PageInfo' as const, hasNextPage, endCursor: ideas.at(-1)?.id ?? null },
    edges: ideas.map((node) => ({ __typename: 'IdeaEdge' as const, cursor: node.id, node })),
  });
  const discussedOnes = [{ ...line, id: 'Idea_2', title: 'Pair on it', votes: 9 }, line];
  const more = always(MORE_IDEAS)(() => ({
    community: {
      __typename: 'Community',
      id: 'Community_1',
      ideas: column([{ ...line, id: 'Idea_3', title: 'Write it down', votes: 0 }]),
    },
  }));
  const vote = always(VOTE_FOR_IDEA)(() => ({
    idea: { __typename: 'Idea', id: 'Idea_2', votes: 10, viewerVoted: true },
  }));
  renderCommunities('/communities/Community_1/ideas', [
    always(IDEAS)(() => ({
      community: {
        __typename: 'Community',
        id: 'Community_1',
        name: 'Testing',
        closedAt: null,
        viewerCan: ['idea:add'],
        IDEA: column([]),
        DISCUSSED: column(discussedOnes, true),
        ON_TRIAL: column([]),
        ADOPTED: column([]),
        DROPPED: column([]),
      },
    })).answer,
    vote.answer,
    more.answer,
  ]);
  const discussed = await screen.findByRole('region', { name: 'Discussed' });
  expect(
    within(discussed)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Pair on it', 'Test first']);
  expect(screen.getByRole('region', { name: 'On trial' })).toHaveTextContent('A team tries it until a day.');
  await userEvent.click(within(discussed).getByRole('button', { name: 'Vote for “Pair on it”, 9 so far' }));
  const voted = await screen.findByRole('button', { name: 'Vote for “Pair on it”, 10 so far' });
  expect(voted).toHaveAttribute('aria-pressed', 'true');
  expect(vote.variables[0]).toMatchObject({ id: 'Idea_2', vote: true });
  await userEvent.click(within(discussed).getByRole('button', { name: 'Show more' }));
  expect(await within(discussed).findByRole('link', { name: 'Write it down' })).toBeVisible();
  expect(more.variables[0]).toMatchObject({ states: ['DISCUSSED'], after: 'Idea_1' });
  expect(within(discussed).queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('one’s own team tries it until a day four weeks on, unless another is said', async () => {
  const tried = always(TRY_IDEA)(() => ({ idea: idea({ state: 'ON_TRIAL' }) }));
  open({ viewerCan: ['idea:try'] }, teams.answer, tried.answer);
  await screen.findByRole('heading', { level: 1, name: 'Test first' });
  await userEvent.keyboard('t');
  const dialog = within(await screen.findByRole('dialog', { name: 'Try it in a team' }));
  expect(dialog.getByRole('combobox', { name: 'Which team?' })).toHaveValue('Quay 1');
  await userEvent.click(dialog.getByRole('button', { name: 'Begin the trial' }));
  expect(await screen.findByText('The trial has begun.')).toBeVisible();
  expect(tried.variables[0]).toMatchObject({ id: 'Idea_1', version: 4, teamId: 'Team_1' });
});

test('a trial that is overdue asks what it showed; without words it does not end', async () => {
  const ended = always(END_TRIAL)(() => ({ idea: idea({ result: 'It works.' }) }));
  open(
    {
      state: 'ON_TRIAL',
      trialTeam: { __typename: 'Team', id: 'Team_1', name: 'Quay 1' },
      trialUntil: '2025-03-01',
      trialOverdue: true,
      viewerCan: ['idea:end-trial'],
    },
    ended.answer,
  );
  expect(await screen.findByText('Quay 1 was to try it until 1 March 2025.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Say what it showed' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'End the trial' }));
  expect(dialog.getByText('Say what the trial showed.')).toBeVisible();
  expect(ended.variables).toHaveLength(0);
  await userEvent.type(dialog.getByLabelText('What it showed'), 'It works.');
  await userEvent.click(dialog.getByRole('button', { name: 'End the trial' }));
  await waitFor(() => expect(ended.variables[0]).toMatchObject({ result: 'It works.', version: 4 }));
});

test('it is adopted as something that the community publishes, or as a decision', async () => {
  const become = always(BECOMES)(() => ({
    artifacts: {
      __typename: 'ArtifactConnection',
      edges: [
        {
          __typename: 'ArtifactEdge',
          cursor: '1',
          node: { __typename: 'Artifact', id: 'Artifact_1', key: 'A-5', title: 'How we test', kind: 'PLAYBOOK' },
        },
      ],
    },
    decisions: {
      __typename: 'DecisionHitConnection',
      edges: [
        {
          __typename: 'DecisionHitEdge',
          cursor: '1',
          node: {
            __typename: 'DecisionHit',
            decision: { __typename: 'Decision', id: 'Decision_7', key: 'D-7', title: 'Test first' },
          },
        },
      ],
    },
  }));
  const adopted = always(ADOPT_IDEA)(() => ({ idea: idea({ state: 'ADOPTED' }) }));
  open({ viewerCan: ['idea:adopt'] }, become.answer, adopted.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Adopt it' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Adopt the idea' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Adopt it' }));
  expect(dialog.getByText('Choose what it became.')).toBeVisible();
  await userEvent.click(dialog.getByRole('radio', { name: 'A decision' }));
  await userEvent.click(dialog.getByRole('combobox', { name: 'Which decision?' }));
  await userEvent.click(await dialog.findByRole('option', { name: /D-7/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Adopt it' }));
  expect(await screen.findByText('It became D-7.')).toBeVisible();
  expect(adopted.variables[0]).toMatchObject({ decisionKey: 'D-7' });
  expect(adopted.variables[0]).not.toHaveProperty('artifactKey');
});

test('one that is adopted leads to what it became, one that is dropped says why', async () => {
  open({
    state: 'ADOPTED',
    artifact: { __typename: 'Artifact', id: 'Artifact_1', key: 'A-5', title: 'How we test' },
  });
  expect(await screen.findByRole('link', { name: 'A-5 How we test' })).toHaveAttribute('href', '/artifacts/A-5');
});

test('a line says where a trial stands', () => {
  const team = { __typename: 'Team' as const, id: 'Team_1', name: 'Quay 1' };
  const line = idea({ state: 'ON_TRIAL', trialTeam: team, trialUntil: '2026-12-03' });
  expect(ideaFacts(line, '2026-11-21')).toBe('Quay 1 tries it until 3 December');
  expect(ideaFacts(idea(), '2026-11-21')).toBeNull();
});

test('what one said about an idea is edited and removed where it stands', async () => {
  let comments = [reply({ body: 'Less is mre', version: 3 })];
  const edit = always(EDIT_IDEA_COMMENT)(({ body }) => {
    comments = [reply({ body, version: 4, editedAt: '2026-03-09T15:05:00.000Z' })];
    return { idea: idea({ comments }) };
  });
  const remove = always(REMOVE_IDEA_COMMENT)(() => {
    comments = [];
    return { idea: idea({ comments }) };
  });
  const shown = always(IDEA)(() => ({ idea: idea({ comments }) }));
  renderCommunities('/ideas/Idea_1', [shown.answer, edit.answer, remove.answer]);
  await userEvent.click(await screen.findByRole('button', { name: /^Edit .* reply$/ }));
  const field = await screen.findByRole('textbox', { name: 'Reply' });
  await userEvent.clear(field);
  await userEvent.type(field, 'Less is more');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Less is more')).toBeVisible();
  expect(edit.variables[0]).toMatchObject({ id: 'DiscussionReply_1', version: 3, body: 'Less is more' });
  await userEvent.click(await screen.findByRole('button', { name: /^Remove .* reply$/ }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('Nobody said anything yet.')).toBeVisible();
  expect(remove.variables).toMatchObject([{ id: 'DiscussionReply_1' }]);
});
