import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { keepCache } from '../offline/kept-cache';
import { OfflineLink } from '../offline/offline-link';
import { OutboxLink } from '../offline/outbox-link';
import { createCache } from './cache';
import { createLiveClient, liveAddress } from './live-client';
import { LiveLink } from './live-link';
import { sessionWatch } from './session-watch';

export const liveClient = createLiveClient(liveAddress(window.location));

const http = new HttpLink({
  uri: '/graphql',
  credentials: 'same-origin',
  // A header that a foreign page cannot send without a preflight: the api demands it.
  headers: { 'x-chapterhouse': 'web' },
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
