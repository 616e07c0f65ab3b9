import type { MockLink } from '@apollo/client/testing';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { Outlet, type RouteObject } from 'react-router';
import type { PlanningGoalsQuery } from '../../../generated/graphql';
import { PEOPLE_FOUND } from '../../../platform/people/people.operations';
import { useShortcutKeys } from '../../../platform/shortcuts/use-shortcut-keys';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { type Rendered, renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { GOALS_TO_SERVE, ITEMS_FOUND } from '../item-fields/item-fields.operations';
import { CreateItem } from '../item-form/create-item';
import { PLANNING_GOALS, PLANNING_PRODUCTS } from '../planning.operations';
import { prioritiesRoutes } from '../routes';
import { ANA, CHECKOUT, PARCELS, PAYMENTS, PRODUCT_ID } from './item-facts';

export const planningGoals = (
  changes: Partial<PlanningGoalsQuery['planningGoals']> = {},
): Omit<PlanningGoalsQuery, '__typename'> => ({
  planningGoals: {
    __typename: 'PlanningGoals',
    productGoal: null,
    sprintGoals: [],
    withoutGoal: 0,
    viewerCan: ['goal:create', 'item:create', 'item:create-task'],
    ...changes,
  },
});

/** One product and what its screens always ask for. */
export const oneProduct = always(PLANNING_PRODUCTS)(() => ({
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    products: [
      {
        __typename: 'Product',
        id: PRODUCT_ID,
        name: 'Freight',
        viewerCan: [],
        areas: [{ ...PAYMENTS, teams: [CHECKOUT] }],
      },
    ],
  },
})).answer;

const usual = (): MockLink.MockedResponse[] => [
  oneProduct,
  always(PLANNING_GOALS)(() => planningGoals()).answer,
  always(GOALS_TO_SERVE)(() => ({ productGoals: [{ ...PARCELS, state: 'ACTIVE' }] })).answer,
  always(PEOPLE_FOUND)(() => ({
    people: {
      __typename: 'PersonConnection',
      edges: [
        { __typename: 'PersonEdge', cursor: '1', node: { ...ANA, email: 'ana@harbour.example', deactivatedAt: null } },
      ],
    },
  })).answer,
  always(ITEMS_FOUND)(() => ({
    backlog: {
      __typename: 'BacklogItemConnection',
      edges: [
        {
          __typename: 'BacklogItemEdge',
          cursor: '1',
          node: {
            __typename: 'BacklogItem',
            id: 'item-90',
            key: 'B-90',
            title: 'Payments without cash',
            tier: 'EPIC',
            state: 'READY',
            area: PAYMENTS,
          },
        },
      ],
    },
  })).answer,
];

function Shell() {
  useShortcutKeys(() => {});
  return (
    <>
      <Outlet />
      <CreateItem />
      <LiveRegion />
      <Toaster />
    </>
  );
}

/** Planning screens with their keys and notes, as the shell shows them. Own answers come before the usual ones. */
export function renderPriorities(
  at: string,
  answers: MockLink.MockedResponse[],
  routes: RouteObject[] = prioritiesRoutes,
): Rendered {
  return renderScreen(signedIn([{ element: <Shell />, children: routes }]), at, [
    lastingSession(viewer()),
    ...answers,
    ...usual(),
  ]);
}
