import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { MockLink } from '@apollo/client/testing';
import { SESSION } from '../session/session.operations';
import type { Instance, Viewer } from '../session/session-provider';

/** What the server would answer, checked against the schema's types. */
export function answer<TData, TVariables extends OperationVariables>(
  query: TypedDocumentNode<TData, TVariables>,
  variables: NoInfer<TVariables>,
  /** Without the name of the root type. */
  data: Omit<NoInfer<TData>, '__typename'>,
): MockLink.MockedResponse<Record<string, unknown>, TVariables> {
  return { request: { query, variables }, result: { data: Object.assign({}, data) } };
}

/** A refusal with its code and details. */
export function refused<TData, TVariables extends OperationVariables>(
  query: TypedDocumentNode<TData, TVariables>,
  variables: NoInfer<TVariables>,
  code: string,
  details: Record<string, unknown> = {},
): MockLink.MockedResponse<Record<string, unknown>, TVariables> {
  return {
    request: { query, variables },
    result: { errors: [{ message: code, extensions: { code, details } }] },
  };
}

export const instance = (changes: Partial<Instance> = {}): Instance => ({
  __typename: 'Instance',
  firstRun: false,
  demoAvailable: false,
  demoExists: false,
  version: '0.0.0',
  ...changes,
});

export const viewer = (changes: Partial<Viewer> = {}): Viewer => ({
  __typename: 'Viewer',
  id: 'viewer-1',
  can: ['impediment:raise'],
  person: { __typename: 'Person', id: 'person-1', name: 'Ana Lindqvist', email: 'ana@harbour.example' },
  organization: {
    __typename: 'Organization',
    id: 'organization-1',
    name: 'Harbour',
    slug: 'harbour',
    timeZone: 'Europe/Lisbon',
    demo: false,
    viewerCan: [],
  },
  teams: [],
  ...changes,
});

/** The first question of every screen: who is here. */
export function session(who: Viewer | null, changes: Partial<Instance> = {}) {
  return answer(SESSION, {}, { instance: instance(changes), viewer: who });
}
