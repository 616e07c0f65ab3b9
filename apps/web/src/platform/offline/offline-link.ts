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
          void readBefore(operation).then((data) => {
            if (data === null) return observer.error(error);
            observer.next({ data });
            observer.complete();
          });
        },
      });
      return () => sent.unsubscribe();
    });
  }
}

async function readBefore({ client, query, variables }: ApolloLink.Operation): Promise<Record<string, unknown> | null> {
  if (!(await restoreCache(client.cache))) return null;
  return client.readQuery<Record<string, unknown>>({ query, variables });
}
