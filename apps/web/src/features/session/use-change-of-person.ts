import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { liveClient } from '../../platform/apollo/client';
import { markSessionRenewed } from '../../platform/session/session-ended';

/** After a sign-in or sign-out: forget everything that the person before could see, and ask again. */
export function useChangeOfPerson(): () => Promise<void> {
  const client = useApolloClient();
  return useCallback(async () => {
    liveClient.terminate(); // The open socket carries the old session.
    markSessionRenewed();
    await client.resetStore().catch(() => []); // What fails to load says so on its own screen.
  }, [client]);
}
