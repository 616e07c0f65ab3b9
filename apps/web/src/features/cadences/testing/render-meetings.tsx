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
import { CADENCE_SCOPES, CADENCE_TEMPLATES, PEOPLE_OF_TEAM } from '../cadences.operations';
import { cadencesRoutes } from '../routes';
import { ANA, ROWAN, template, WREN } from './meeting-facts';

/** Places, people and templates that are there on every screen of meetings. */
const usual = () =>
  [
    always(CADENCE_TEMPLATES)(() => ({
      cadenceTemplates: [
        template(),
        template({
          kind: 'CHAPTER_TRIAGE',
          name: 'Chapter triage',
          purpose: 'Shared impediments get an owner, a level and a next step.',
          rule: 'FREQ=WEEKLY;BYDAY=WE',
          minutes: 25,
          hints: [],
          roles: ['SCRUM_MASTER'],
          scopeKinds: ['AREA', 'ORGANIZATION'],
          source: '',
        }),
      ],
    })),
    always(CADENCE_SCOPES)(() => ({
      organization: {
        __typename: 'Organization',
        id: 'organization-1',
        name: 'Harbour',
        products: [
          {
            __typename: 'Product',
            id: 'product-1',
            name: 'Ferry',
            areas: [
              {
                __typename: 'Area',
                id: 'area-1',
                name: 'Quay',
                teams: [{ __typename: 'Team', id: 'team-1', name: 'Yard' }],
              },
            ],
          },
        ],
      },
      chapters: [
        {
          __typename: 'Chapter',
          id: 'Chapter_1',
          name: 'Chapter of the quay',
          scope: { __typename: 'RoleScope', kind: 'AREA', id: 'area-1', name: 'Quay' },
        },
      ],
      communities: {
        __typename: 'CommunityConnection',
        edges: [
          {
            __typename: 'CommunityEdge',
            cursor: '1',
            node: { __typename: 'Community', id: 'Community_1', name: 'Testing' },
          },
        ],
      },
    })),
    always(PEOPLE_OF_TEAM)(() => ({
      team: {
        __typename: 'Team',
        id: 'team-1',
        assignments: [
          { __typename: 'RoleAssignment', id: 'assignment-1', role: 'DEVELOPER', person: ANA },
          { __typename: 'RoleAssignment', id: 'assignment-2', role: 'DEVELOPER', person: ROWAN },
          { __typename: 'RoleAssignment', id: 'assignment-3', role: 'PRODUCT_OWNER', person: WREN },
        ],
      },
    })),
    always(PEOPLE_FOUND)(() => ({
      people: {
        __typename: 'PersonConnection',
        edges: [ROWAN, WREN].map((node) => ({
          __typename: 'PersonEdge',
          cursor: node.id,
          node: { ...node, email: null, deactivatedAt: null },
        })),
      },
    })),
  ].map(({ answer }) => answer);

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

/** The screens of meetings with their keys and notes, as the shell shows them. */
export function renderMeetings(
  at: string,
  answers: MockLink.MockedResponse[],
  who: Partial<Viewer> = { teams: [{ __typename: 'Team', id: 'team-1', name: 'Yard' }] },
): Rendered {
  const routes = signedIn([{ element: <Shell />, children: cadencesRoutes }]);
  return renderScreen(routes, at, [lastingSession(viewer(who)), ...usual(), ...answers]);
}
