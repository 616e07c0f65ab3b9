import type { MockLink } from '@apollo/client/testing';
import { Toaster } from '@chapterhouse/ui/toast';
import { Outlet } from 'react-router';
import { useShortcutKeys } from '../../../platform/shortcuts/use-shortcut-keys';
import { viewer } from '../../../platform/testing/answers';
import { type Rendered, renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { communitiesRoutes } from '../routes';

function Shell() {
  useShortcutKeys(() => {});
  return (
    <>
      <Outlet />
      <Toaster />
    </>
  );
}

/** The screens of communities, as the shell shows them to somebody of a team. */
export function renderCommunities(at: string, answers: MockLink.MockedResponse[]): Rendered {
  const teams = [{ __typename: 'Team' as const, id: 'Team_1', name: 'Quay 1' }];
  return renderScreen(signedIn([{ element: <Shell />, children: communitiesRoutes }]), at, [
    lastingSession(viewer({ teams })),
    ...answers,
  ]);
}
