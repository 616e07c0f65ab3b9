import { type ApolloClient, gql } from '@apollo/client';
import { newIdempotencyKey } from '../idempotency/use-idempotency-key';
import { dropEdit, putEdit, readKept, TAB } from './outbox';
import type { OutboxLink } from './outbox-link';
import type { WaitingEdit } from './waiting-edit';

/** The name of the lock that each open tab holds: how another tab knows that an edit's form is still there. */
const lockOf = (tab: string): string => `chapterhouse.tab.${tab}`;

/** Says to other tabs that this one is open, for as long as it is. */
export function holdTab(): void {
  void navigator.locks?.request(lockOf(TAB), () => new Promise(() => {}));
}

async function openTabs(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
}

/**
 * Puts in line, in their order, the edits that this person made in tabs that are closed by now: the screen shows them as
 * before, and they go as soon as the server answers. Resolves when all are settled.
 */
export async function resumeOutbox(
  { client, outbox }: { client: ApolloClient; outbox: OutboxLink },
  viewerId: string,
  onSent: (edit: WaitingEdit) => void,
): Promise<void> {
  const open = await openTabs();
  const left = (await readKept()).filter(
    (edit) => edit.viewerId === viewerId && edit.tab !== TAB && !open.has(lockOf(edit.tab)),
  );
  // First all are shown, as this tab's own; then they go.
  const taken = left.map((edit) => ({ ...edit, tab: TAB }));
  for (const edit of taken) await putEdit(edit);
  const settled = taken.filter(({ refusal }) => !refusal).map((edit) => send(client, edit, onSent));
  await outbox.sendAll();
  await Promise.all(settled);
}

/** Once more, on top of what is there now. @param version of the thing it changes, as it is now */
export async function sendAgain(
  { client, outbox }: { client: ApolloClient; outbox: OutboxLink },
  edit: WaitingEdit,
  version: number,
  onSent: (edit: WaitingEdit) => void,
): Promise<void> {
  const { refusal: _, ...again } = edit;
  const key = newIdempotencyKey();
  const variables = { ...edit.variables, idempotencyKey: key, ...('version' in edit.variables && { version }) };
  await dropEdit(edit.key);
  const settled = send(client, { ...again, key, variables }, onSent);
  await outbox.sendAll();
  await settled;
}

async function send(client: ApolloClient, edit: WaitingEdit, onSent: (edit: WaitingEdit) => void): Promise<void> {
  const { query, variables, optimistic } = edit;
  try {
    await client.mutate<Record<string, unknown>>({
      mutation: gql(query),
      variables,
      context: { resumed: edit },
      ...(optimistic && { optimisticResponse: optimistic }),
    });
    onSent(edit);
  } catch {
    // The outbox keeps it, and says why.
  }
}
