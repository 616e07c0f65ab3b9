import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { ASKED_COUNT, ASKED_OF_ME } from '../impediments/public';
import { INBOX, INBOX_CHANGES, INBOX_UNREAD } from './inbox.operations';
import { MY_WORK } from './my-work.operations';

/** How many entries of the inbox are unread, live; lists of entries that are on the screen are loaded afresh with it. */
export function useInboxCount(): number {
  const client = useApolloClient();
  const { data } = useQuery(INBOX_UNREAD, { fetchPolicy: 'cache-and-network' });
  useSubscription(INBOX_CHANGES, {
    fetchPolicy: 'no-cache',
    onData: () =>
      void client.refetchQueries({ include: [INBOX_UNREAD, INBOX, MY_WORK, ASKED_COUNT, ASKED_OF_ME] }).catch(() => []),
  });
  return data?.inbox.unreadCount ?? 0;
}
