import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GoalFactsFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { PLANNING_GOALS } from '../planning.operations';
import { CHECKOUT, goalFacts } from '../testing/item-facts';
import { planningGoals, renderPriorities } from '../testing/render-priorities';
import { ACTIVATE_GOAL, CREATE_GOAL, END_GOAL, PRODUCT_GOALS } from './goals.operations';

// What is loaded lazily takes its time on a busy machine.
beforeAll(() => import('./goals-page'));
beforeEach(() => localStorage.clear());

const MEASURE = {
  __typename: 'GoalMeasure' as const,
  name: 'Parcels followed',
  unit: '%',
  baseline: 40,
  target: 90,
  current: 65,
};

function goals(...first: GoalFactsFragment[]) {
  let present = first;
  return {
    answer: always(PRODUCT_GOALS)(() => ({ productGoals: present })).answer,
    put: (goal: GoalFactsFragment) => {
      present = [...present.filter(({ id }) => id !== goal.id), goal];
      return goal;
    },
  };
}

test('the goal of now, the planned and the ended ones, each with how far it has come', async () => {
  const { answer } = goals(
    goalFacts(3, {
      title: 'Old one',
      state: 'ACHIEVED',
      endedAt: '2026-01-05T09:00:00Z',
      endedWords: 'It worked.',
      viewerCan: [],
    }),
    goalFacts(1, {
      title: 'Every parcel is followed',
      state: 'ACTIVE',
      measures: [MEASURE],
      openItems: 4,
      doneItems: 2,
      activeSince: '2026-02-01T09:00:00Z',
    }),
    goalFacts(2, { title: 'Next one' }),
  );
  renderPriorities('/goals', [answer]);
  const now = await screen.findByRole('region', { name: 'Now' });
  expect(within(now).getByRole('heading', { name: 'Every parcel is followed' })).toBeVisible();
  expect(within(now).getByText('65 of 90 %')).toBeVisible();
  expect(within(now).getByRole('progressbar', { name: 'Parcels followed' })).toHaveAttribute('value', '0.5');
  expect(within(now).getByRole('link', { name: '4 open items, 2 done' })).toHaveAttribute(
    'href',
    '/backlog?product=product-1&view=list&goals=goal-1',
  );
  expect(within(screen.getByRole('region', { name: 'Ended' })).getByText('It worked.')).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'Planned' })).getByText('Not begun yet')).toBeVisible();
});

test('a goal is written with its measures', async () => {
  const { answer, put } = goals();
  const created = always(CREATE_GOAL)(({ title }) => ({ goal: put(goalFacts(9, { title })) }));
  renderPriorities('/goals', [answer, created.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Set the first goal' }));
  const dialog = await screen.findByRole('dialog', { name: 'New Product Goal' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Where is the product to be?' }), 'Everywhere');
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Measure' }), 'Ports');
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'To be' }), 'many');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add the goal' }));
  expect(within(dialog).getByText(/^Give numbers without words/)).toBeVisible();
  const target = within(dialog).getByRole('textbox', { name: 'To be' });
  await userEvent.clear(target);
  await userEvent.type(target, '4 000,5');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add the goal' }));
  expect(await screen.findByRole('heading', { name: 'Everywhere' })).toBeVisible();
  expect(created.variables).toMatchObject([
    {
      productId: 'product-1',
      title: 'Everywhere',
      measures: [{ name: 'Ports', unit: '', baseline: null, target: 4000.5, current: null }],
    },
  ]);
});

test('one at a time is the Product Goal; a refusal is told at the goal', async () => {
  const { answer } = goals(goalFacts(2, { title: 'Next one' }));
  const no = {
    request: { query: ACTIVATE_GOAL, variables: () => true },
    result: { errors: [{ message: '', extensions: { code: 'GOAL_ACTIVE_ALREADY', details: { title: 'This one' } } }] },
  };
  renderPriorities('/goals', [answer, no]);
  await userEvent.click(await screen.findByRole('button', { name: 'Make it the Product Goal' }));
  expect(await screen.findByText('“This one” is the Product Goal.')).toBeVisible();
});

test('a goal ends with words', async () => {
  const active = goalFacts(1, { title: 'Every parcel is followed', state: 'ACTIVE', openItems: 2 });
  const { answer, put } = goals(active);
  const ended = always(END_GOAL)(({ words, achieved }) => ({
    goal: put({
      ...active,
      state: achieved ? 'ACHIEVED' : 'ABANDONED',
      endedWords: words,
      endedAt: '2026-03-02T09:00:00Z',
    }),
  }));
  renderPriorities('/goals', [answer, ended.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'End …' }));
  const dialog = await screen.findByRole('dialog', { name: 'End the goal' });
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Abandoned' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'It is abandoned' }));
  expect(within(dialog).getByText('Say why it is given up.')).toBeVisible();
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why it is given up' }), 'Nobody asked for it.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'It is abandoned' }));
  expect(await screen.findByText('Nobody asked for it.')).toBeVisible();
  await waitFor(() => expect(ended.variables).toMatchObject([{ id: 'goal-1', achieved: false, version: 1 }]));
});

test('the goals stand on top: the one of the product, those of the sprints, and what serves none', async () => {
  const { answer } = goals();
  const onTop = always(PLANNING_GOALS)(() =>
    planningGoals({
      productGoal: {
        __typename: 'ProductGoal',
        id: 'goal-1',
        title: 'Every parcel is followed',
        measures: [MEASURE],
        openItems: 4,
        doneItems: 2,
      },
      sprintGoals: [
        {
          __typename: 'TeamSprintGoal',
          team: CHECKOUT,
          sprint: { __typename: 'Sprint', id: 'sprint-1', name: 'Sprint 7', goal: 'Cards are kept', endsBefore: null },
        },
      ],
      withoutGoal: 17,
      viewerCan: [],
    }),
  );
  renderPriorities('/goals', [answer, onTop.answer]);
  const bar = await screen.findByRole('region', { name: 'Goals' });
  expect(await within(bar).findByRole('link', { name: 'Every parcel is followed' })).toBeVisible();
  expect(within(bar).getByRole('link', { name: '17 items without a goal' })).toHaveAttribute(
    'href',
    '/backlog?product=product-1&view=list&goals=none',
  );
  await userEvent.click(within(bar).getByRole('button', { name: '1 Sprint Goal' }));
  expect(await screen.findByText('Cards are kept')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'New goal' })).not.toBeInTheDocument();
});
