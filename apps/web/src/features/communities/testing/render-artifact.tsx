import type { MockLink } from '@apollo/client/testing';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { Outlet } from 'react-router';
import type { ArtifactHeadFragment } from '../../../generated/graphql';
import { useShortcutKeys } from '../../../platform/shortcuts/use-shortcut-keys';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { type Rendered, renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { ARTIFACT } from '../artifacts/artifact.operations';
import { artifactRoutes } from '../artifacts/artifact-routes';

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

/** The screens of one artifact, as the shell shows them. */
export function renderArtifact(at: string, shown: ArtifactHeadFragment, answers: MockLink.MockedResponse[]): Rendered {
  const routes = signedIn([{ element: <Shell />, children: artifactRoutes }]);
  const head = always(ARTIFACT)(() => ({ artifact: shown }));
  return renderScreen(routes, at, [lastingSession(viewer()), head.answer, ...answers]);
}
