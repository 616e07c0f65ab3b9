import { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { render } from '@testing-library/react';
import { createMemoryRouter, Outlet, type RouteObject, RouterProvider } from 'react-router';
import { createCache } from '../../../../platform/apollo/cache';
import { SessionProvider, useSession } from '../../../../platform/session/session-provider';
import { useShortcutKeys } from '../../../../platform/shortcuts/use-shortcut-keys';
import type { OrderServer } from './order-server';

function Shell() {
  useShortcutKeys(() => {});
  return (
    <>
      {useSession().status === 'known' && <Outlet />}
      <LiveRegion />
      <Toaster />
    </>
  );
}

/** Screens of the order with their keys and notes, as the shell shows them. */
export function renderOrder(routes: RouteObject[], at: string, server: OrderServer) {
  const client = new ApolloClient({ cache: createCache(), link: server.link() });
  const shell = (
    <SessionProvider>
      <Shell />
    </SessionProvider>
  );
  const router = createMemoryRouter(
    [
      {
        element: shell,
        children: [...routes, { path: '*', element: <p>Elsewhere</p> }],
        hydrateFallbackElement: <p />,
      },
    ],
    { initialEntries: [at] },
  );
  const { unmount } = render(
    <ApolloProvider client={client}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </ApolloProvider>,
  );
  return { address: () => router.state.location.pathname + router.state.location.search, unmount };
}
