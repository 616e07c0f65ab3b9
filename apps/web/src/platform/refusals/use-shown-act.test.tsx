import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable, type TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloProvider } from '@apollo/client/react';
import { expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useShownAct } from './use-shown-act';

const ADD: TypedDocumentNode<{ add: boolean }, { key: string }> = gql`
  mutation Add($key: String!) {
    add(key: $key)
  }
`;

/** What the server does with one sending after another. */
type Reply = 'done' | 'lost' | 'refused';

function sends(replies: Reply[]) {
  const keys: unknown[] = [];
  const link = new ApolloLink(({ variables }) => {
    keys.push(variables['key']);
    const reply = replies.shift();
    return new Observable((observer) => {
      if (reply === 'lost') return observer.error(new TypeError('Failed to fetch'));
      if (reply === 'refused') {
        const refused = { message: 'No.', extensions: { code: 'FORBIDDEN', details: {} } };
        return observer.error(new CombinedGraphQLErrors({ errors: [refused] }));
      }
      observer.next({ data: { add: true } });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const { result } = renderHook(() => useShownAct(ADD), {
    wrapper: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  const send = async () => {
    await act(async () => {
      await result.current.act({ key: result.current.key() });
    });
  };
  return { keys, send };
}

test('what may have arrived is sent again with its key, so that it is done once', async () => {
  const { keys, send } = sends(['lost', 'done', 'done']);
  await send();
  await send();
  await send();
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('what was refused is a sending of its own the next time', async () => {
  const { keys, send } = sends(['refused', 'done']);
  await send();
  await send();
  expect(keys[1]).not.toBe(keys[0]);
});
