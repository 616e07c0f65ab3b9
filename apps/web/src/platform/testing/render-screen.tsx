import { ApolloClient, ApolloLink } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MockLink } from '@apollo/client/testing';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, Outlet, type RouteObject, RouterProvider } from 'react-router';
import { createCache } from '../apollo/cache';
import { SessionProvider } from '../session/session-provider';

export type Rendered = { client: ApolloClient; address: () => string };

/** Shows routes as the app would, with the given answers instead of a server. An unexpected question fails. */
export function renderScreen(routes: RouteObject[], at: string, answers: MockLink.MockedResponse[]): Rendered {
  const client = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([new MockLink(answers, { showWarnings: false, defaultOptions: { delay: 0 } })]),
  });
  const inside = (
    <SessionProvider>
      <Outlet />
    </SessionProvider>
  );
  const router = createMemoryRouter(
    [
      {
        element: inside,
        children: [...routes, { path: '*', element: <p>Elsewhere</p> }],
        hydrateFallbackElement: <p />,
      },
    ],
    { initialEntries: [at] },
  );
  render(
    <ApolloProvider client={client}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </ApolloProvider>,
  );
  return { client, address: () => router.state.location.pathname + router.state.location.search };
}

/** Waits until the screen went to another address than those of `routes`. */
export async function elsewhere(): Promise<void> {
  await screen.findByText('Elsewhere');
}
