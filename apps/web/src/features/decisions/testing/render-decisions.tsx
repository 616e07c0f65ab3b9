import type { MockLink } from '@apollo/client/testing';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { Outlet } from 'react-router';
import { PEOPLE_FOUND } from '../../../platform/people/people.operations';
import type { Viewer } from '../../../platform/session/session-provider';
import { useShortcutKeys } from '../../../platform/shortcuts/use-shortcut-keys';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { type Rendered, renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { DECISION_AREAS } from '../decisions.operations';
import { ProposeDecision } from '../propose/propose-decision';
import { decisionsRoutes } from '../routes';
import { DECISION_SCOPES } from '../scopes/decision-scopes.operations';
import { ROWAN } from './decision-facts';

/** Places, people and decision areas that are there on every screen of decisions. */
const usual = () =>
  [
    always(DECISION_AREAS)(() => ({
      decisionAreas: [
        {
          __typename: 'DecisionArea',
          id: 'area-releases',
          name: 'Releases',
          description: '',
          archived: false,
          version: 1,
        },
      ],
    })),
    always(DECISION_SCOPES)(() => ({
      organization: {
        __typename: 'Organization',
        id: 'organization-1',
        name: 'Harbour',
        products: [
          {
            __typename: 'Product',
            id: 'product-1',
            name: 'Freight',
            areas: [
              {
                __typename: 'Area',
                id: 'area-1',
                name: 'Payments',
                teams: [{ __typename: 'Team', id: 'team-1', name: 'Checkout' }],
              },
            ],
          },
        ],
      },
    })),
    always(PEOPLE_FOUND)(() => ({
      people: {
        __typename: 'PersonConnection',
        edges: [
          {
            __typename: 'PersonEdge',
            cursor: '1',
            node: { ...ROWAN, email: 'rowan@harbour.example', deactivatedAt: null },
          },
        ],
      },
    })),
  ].map(({ answer }) => answer);

function Shell() {
  useShortcutKeys(() => {});
  return (
    <>
      <Outlet />
      <ProposeDecision />
      <LiveRegion />
      <Toaster />
    </>
  );
}

/** The screens of decisions with their keys and notes, as the shell shows them. */
export function renderDecisions(
  at: string,
  answers: MockLink.MockedResponse[],
  who: Partial<Viewer> = { teams: [{ __typename: 'Team', id: 'team-1', name: 'Checkout' }] },
): Rendered {
  const routes = signedIn([{ element: <Shell />, children: decisionsRoutes }]);
  return renderScreen(routes, at, [lastingSession(viewer(who)), ...usual(), ...answers]);
}
