import { ApolloLink, Observable } from '@apollo/client';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';

declare module '@apollo/client' {
  interface DefaultContext {
    /** The latest cursor seen, asked for at each (re)connection. */
    resumeAfter?: () => string | undefined;
  }
}

/**
 * Subscriptions over graphql-ws. After a reconnection the client sends the operation again; its variables are
 * read at that moment, so that `after` is the last cursor seen and nothing is missed or sent twice.
 */
export class LiveLink extends ApolloLink {
  constructor(private readonly client: Client) {
    super();
  }

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    const { operationName, variables, query } = operation;
    const { resumeAfter } = operation.getContext();
    const payload = {
      ...(operationName === undefined ? {} : { operationName }),
      query: print(query),
      get variables() {
        const after = resumeAfter?.();
        return after === undefined ? variables : { ...variables, after };
      },
    };
    return new Observable((observer) =>
      this.client.subscribe<Record<string, unknown>>(payload, {
        next: (result) => observer.next({ data: result.data ?? null, ...(result.errors && { errors: result.errors }) }),
        complete: () => observer.complete(),
        error: (error: unknown) => observer.error(error),
      }),
    );
  }
}
