import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { MockLink } from '@apollo/client/testing';

export type Asked<TVariables> = {
  answer: MockLink.MockedResponse;
  /** What was sent, in order. */
  variables: TVariables[];
};

/**
 * `always(QUERY)(() => data)`: the same question any number of times, whatever its variables. For what is asked again
 * after a change, and for mutations with a random key.
 */
export function always<TData, TVariables extends OperationVariables>(query: TypedDocumentNode<TData, TVariables>) {
  return (data: (variables: TVariables) => Omit<TData, '__typename'>): Asked<TVariables> => {
    const variables: TVariables[] = [];
    const answer: MockLink.MockedResponse<Record<string, unknown>, TVariables> = {
      request: { query, variables: () => true },
      result: (sent) => {
        variables.push(sent);
        return { data: Object.assign({}, data(sent)) };
      },
      maxUsageCount: Number.POSITIVE_INFINITY,
    };
    return { answer, variables };
  };
}
