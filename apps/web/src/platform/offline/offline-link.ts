import { ApolloLink, Observable } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { isUnreachable, markReachable, markUnreachable } from './connection';
import { restoreCache } from './kept-cache';

/**
 * Without a connection a question is answered by what this browser has read before, also before a reload; what it has
 * not read stays the network's failure. Edits are the outbox's.
 */
export class OfflineLink extends ApolloLink {
  override request(
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
  ): Observable<ApolloLink.Result> {
    if (operation.operationType !== OperationTypeNode.QUERY) return forward(operation);
    return new Observable((observer) => {
      const sent = forward(operation).subscribe({
        next: (result) => {
          markReachable();
          observer.next(result);
        },
        complete: () => observer.complete(),
        error: (error: unknown) => {
          if (!isUnreachable(error)) return observer.error(error);
          markUnreachable();
          void answerFromBefore(operation, observer, error);
        },
      });
      return () => sent.unsubscribe();
    });
  }
}

type Asking = {
  next: (result: ApolloLink.Result) => void;
  complete: () => void;
  error: (error: unknown) => void;
};

async function answerFromBefore(
  { client, query, variables }: ApolloLink.Operation,
  asking: Asking,
  failure: unknown,
): Promise<void> {
  const known = await restoreCache(client.cache);
  const data = known ? client.readQuery<Record<string, unknown>>({ query, variables }) : null;
  if (data === null) return asking.error(failure);
  asking.next({ data });
  asking.complete();
}
