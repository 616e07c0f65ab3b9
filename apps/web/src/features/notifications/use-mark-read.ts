import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useCallback } from 'react';
import type { InboxEntryFactsFragment } from '../../generated/graphql';
import { shownRefusal } from '../../platform/refusals/shown-refusal';
import { INBOX_UNREAD, MARK_INBOX_READ } from './inbox.operations';

/** Marks an entry read or unread: at once on the screen, and back again when the server does not agree. */
export function useMarkRead() {
  const client = useApolloClient();
  return useCallback(
    async (entry: Pick<InboxEntryFactsFragment, 'id' | 'readAt' | '__typename'>, read: boolean): Promise<void> => {
      const id = client.cache.identify({ __typename: entry.__typename, id: entry.id });
      const put = (readAt: string | null) =>
        client.cache.modify({ ...(id !== undefined && { id }), fields: { readAt: () => readAt } });
      put(read ? new Date().toISOString() : null);
      try {
        await client.mutate({ mutation: MARK_INBOX_READ, variables: { ids: [entry.id], read } });
        await client.refetchQueries({ include: [INBOX_UNREAD] });
      } catch (error) {
        put(entry.readAt);
        const { title, next } = shownRefusal(error);
        notify({ tone: 'problem', title, detail: next });
      }
    },
    [client],
  );
}
