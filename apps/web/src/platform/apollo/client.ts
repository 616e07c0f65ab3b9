import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { keepCache } from '../offline/kept-cache';
import { OfflineLink } from '../offline/offline-link';
import { OutboxLink } from '../offline/outbox-link';
import { markSessionEnded } from '../session/session-ended';
import { createCache } from './cache';
import { createLiveClient, liveAddress } from './live-client';
import { LiveLink } from './live-link';

export const liveClient = createLiveClient(liveAddress(window.location));

const http = new HttpLink({
  uri: '/graphql',
  credentials: 'same-origin',
  // A header that a foreign page cannot send without a preflight: the api demands it.
  headers: { 'x-chapterhouse': 'web' },
});

/** The session ended while somebody worked: they sign in again where they are, nothing typed is lost. */
const sessionWatch = new ErrorLink(({ error }) => {
  const ended =
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
  if (ended) markSessionEnded();
});

export const outbox = new OutboxLink();
const cache = createCache();

export const apolloClient = new ApolloClient({
  cache,
  link: ApolloLink.from([
    outbox,
    new OfflineLink(),
    sessionWatch,
    ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new LiveLink(liveClient),
      http,
    ),
  ]),
});

keepCache(apolloClient, cache);
