import { ApolloClient, gql, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MockSubscriptionLink } from '@apollo/client/testing';
import { expect, jest, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { markSessionEnded, markSessionRenewed, presentSession } from '../session/session-ended';
import { type LiveChange, useLiveSubscription } from './use-live-subscription';

type Data = { changes: LiveChange };
const CHANGES: TypedDocumentNode<Data, { after?: string }> = gql`
  subscription Changes($after: String) {
    changes(after: $after) {
      cursor
      resync
    }
  }
`;

function follow(after: string | null) {
  const link = new MockSubscriptionLink();
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const [onChange, onResync] = [jest.fn(), jest.fn()];
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  const hook = renderHook(
    (props: { after: string | null }) =>
      useLiveSubscription({
        document: CHANGES,
        variables: {},
        after: props.after,
        pick: (data) => data.changes,
        onChange,
        onResync,
      }),
    { wrapper, initialProps: { after } },
  );
  const receive = async (changes: LiveChange) =>
    act(async () => {
      link.simulateResult({ result: { data: { changes } } });
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
  const cursor = () => link.operation?.getContext().resumeAfter?.();
  return { link, hook, onChange, onResync, receive, cursor };
}

test('waits for the first load, then keeps the cursor of each change', async () => {
  const { link, hook, onChange, onResync, receive, cursor } = follow(null);
  expect(link.operation).toBeUndefined();
  hook.rerender({ after: '1:1' });
  expect(cursor()).toBe('1:1');
  await receive({ cursor: '2:5', resync: false });
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ cursor: '2:5' }));
  expect(onResync).not.toHaveBeenCalled();
  expect(cursor()).toBe('2:5');
});

test('a gap asks for a fresh load and goes on from the new cursor', async () => {
  const { onChange, onResync, receive, cursor } = follow('1:1');
  await receive({ cursor: '90:1', resync: true });
  expect(onResync).toHaveBeenCalledTimes(1);
  expect(onChange).not.toHaveBeenCalled();
  expect(cursor()).toBe('90:1');
});

test('an ended session pauses; signing in again goes on from the cursor', async () => {
  const { link, receive, cursor } = follow('1:1');
  await receive({ cursor: '4:2', resync: false });
  const unsubscribed = jest.fn();
  link.onUnsubscribe(unsubscribed);
  act(() => markSessionEnded(presentSession()));
  expect(unsubscribed).toHaveBeenCalledTimes(1);
  const before = link.operation;
  act(() => markSessionRenewed());
  expect(link.operation).not.toBe(before);
  expect(cursor()).toBe('4:2');
});
