import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { expect, jest, test } from '@jest/globals';
import type { Client, SubscribePayload } from 'graphql-ws';
import { liveAddress, retryWait } from './live-client';
import { LiveLink } from './live-link';

test('a subscription that is sent again asks for what came after the last cursor', () => {
  const sent: SubscribePayload[] = [];
  const subscribe: Client['subscribe'] = (payload) => {
    sent.push(payload);
    return () => {};
  };
  const unused = jest.fn<() => never>();
  const link = new LiveLink({ subscribe, iterate: unused, on: unused, dispose: unused, terminate: unused });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  let cursor: string | undefined = '7:1';
  client
    .subscribe({
      query: gql`
        subscription Changes($after: String) {
          impedimentChanges(after: $after) {
            cursor
          }
        }
      `,
      context: { resumeAfter: () => cursor },
    })
    .subscribe({});
  const onTheWire = () => JSON.parse(JSON.stringify(sent[0]));
  expect(onTheWire()).toMatchObject({ operationName: 'Changes', variables: { after: '7:1' } });
  cursor = '9:4';
  expect(onTheWire().variables).toEqual({ after: '9:4' });
});

test('waits grow, are spread, and stop growing at 30 s', () => {
  expect(retryWait(0, () => 0)).toBe(250);
  expect(retryWait(0, () => 1)).toBe(500);
  expect(retryWait(3, () => 1)).toBe(4_000);
  expect(retryWait(50, () => 1)).toBe(30_000);
});

test.each([
  ['http:', 'ws://here.example:3000/graphql'],
  ['https:', 'wss://here.example:3000/graphql'],
])('%s', (protocol, address) => {
  expect(liveAddress({ protocol, host: 'here.example:3000' })).toBe(address);
});
