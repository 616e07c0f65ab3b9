import type { ApolloClient } from '@apollo/client';
import { notify } from '@chapterhouse/ui/toast';
import type { WaitingEdit } from '../../../platform/offline/waiting-edit';
import { focusCard } from '../focus-card';
import { loadThereNow, thereNow } from './there-now';

/** An edit that waited came too late: what was wanted, why it is not, and what is there now. For the eye and the ear. */
export async function explainNotSaved(
  client: ApolloClient,
  { label, refusal, impedimentKey: key, drafts = [] }: WaitingEdit,
  open: (key: string) => void,
): Promise<void> {
  if (!refusal) return;
  const there = key === undefined ? null : await loadThereNow(client, key);
  if (there) focusCard(there.key);
  notify({
    tone: 'problem',
    title: `Not saved: ${label}.`,
    detail: [
      refusal.title,
      there ? thereNow(there) : refusal.next,
      drafts.length > 0 && 'Your words are back where you wrote them.',
    ]
      .filter(Boolean)
      .join(' '),
    ...(there && { action: { label: `Open ${there.key}`, onSelect: () => open(there.key) } }),
  });
}
