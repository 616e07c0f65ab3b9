import type { InboxEntryFactsFragment } from '../../generated/graphql';
import { focusedLine } from '../../platform/shortcuts/use-line-keys';
import { useShortcut } from '../../platform/shortcuts/use-shortcut';

/** `e` marks the entry that has the focus. */
export function useReadKey(
  entries: readonly InboxEntryFactsFragment[],
  onRead: (entry: InboxEntryFactsFragment, read: boolean) => void,
): void {
  useShortcut({
    key: 'e',
    label: 'Mark the entry as read or unread',
    when: entries.length > 0,
    run: () => {
      const line = focusedLine();
      const entry = entries.find(({ id }) => id === line);
      if (entry) onRead(entry, entry.readAt === null);
    },
  });
}
