import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { Subject } from 'rxjs';
import { markSessionRenewed, useSessionEnded } from '../session/session-ended';
import { sessionWatch } from './session-watch';

const QUERY = gql`
  query Asked {
    viewer
  }
`;
const SIGNED_OUT = { errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] };

test('a session that has ended is noticed; a late answer to the one before says nothing of the present one', async () => {
  const answers: Subject<ApolloLink.Result>[] = [];
  const server = new ApolloLink(() => {
    const answer = new Subject<ApolloLink.Result>();
    answers.push(answer);
    return answer;
  });
  const client = new ApolloClient({ link: ApolloLink.from([sessionWatch, server]), cache: new InMemoryCache() });
  const ask = () =>
    client.query({ query: QUERY, fetchPolicy: 'no-cache', context: { queryDeduplication: false } }).catch(() => null);
  const { result } = renderHook(() => useSessionEnded());

  const [early, late] = [ask(), ask()];
  expect(answers).toHaveLength(2);
  await act(async () => {
    answers[0]?.next(SIGNED_OUT);
    answers[0]?.complete();
    await early;
  });
  expect(result.current).toBe(true);

  act(() => markSessionRenewed());
  expect(result.current).toBe(false);
  await act(async () => {
    answers[1]?.next(SIGNED_OUT);
    answers[1]?.complete();
    await late;
  });
  expect(result.current).toBe(false);
});
