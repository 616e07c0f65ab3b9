import type { MockLink } from '@apollo/client/testing';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { Outlet } from 'react-router';
import { useShortcutKeys } from '../../../../platform/shortcuts/use-shortcut-keys';
import { always } from '../../../../platform/testing/always';
import { viewer } from '../../../../platform/testing/answers';
import { type Rendered, renderScreen } from '../../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../../platform/testing/signed-in';
import { PLANNING_GOALS, PLANNING_PRODUCTS } from '../../planning.operations';
import { dependencyRoutes } from '../dependency-routes';
import { BOOKING, FERRIES, PAYMENTS, VAULT } from './dependency-facts';

/** The product with its two areas, and no goals. */
const usual = (mayBegin: string[]) => [
  always(PLANNING_PRODUCTS)(() => ({
    organization: {
      __typename: 'Organization',
      id: 'organization-1',
      products: [
        {
          __typename: 'Product',
          id: 'product-1',
          name: 'Freight',
          viewerCan: [],
          areas: [
            { ...PAYMENTS, teams: [VAULT] },
            { ...BOOKING, teams: [FERRIES] },
          ],
        },
      ],
    },
  })).answer,
  always(PLANNING_GOALS)(() => ({
    planningGoals: {
      __typename: 'PlanningGoals',
      productGoal: null,
      sprintGoals: [],
      withoutGoal: 0,
      viewerCan: mayBegin,
    },
  })).answer,
];

function Shell() {
  useShortcutKeys(() => {});
  return (
    <>
      <Outlet />
      <LiveRegion />
      <Toaster />
    </>
  );
}

/**
 * The screens of dependencies with their keys and notes, as the shell shows them.
 * @param mayBegin in the product
 */
export function renderDependencies(
  at: string,
  answers: MockLink.MockedResponse[],
  mayBegin = ['item:create-task'],
): Rendered {
  const routes = signedIn([{ element: <Shell />, children: dependencyRoutes }]);
  return renderScreen(routes, at, [lastingSession(viewer()), ...usual(mayBegin), ...answers]);
}
