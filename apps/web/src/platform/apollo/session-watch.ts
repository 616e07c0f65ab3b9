import { ApolloLink } from '@apollo/client';
import { tap } from 'rxjs';
import { markSessionEnded, presentSession } from '../session/session-ended';

/** The session ended while somebody worked: they sign in again where they are, nothing typed is lost. */
export const sessionWatch = new ApolloLink((operation, forward) => {
  const asked = presentSession();
  return forward(operation).pipe(
    tap(({ errors }) => {
      if (errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')) markSessionEnded(asked);
    }),
  );
});
