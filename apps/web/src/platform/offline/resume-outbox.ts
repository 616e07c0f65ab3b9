import { type ApolloClient, gql } from '@apollo/client';
import { shownRefusal } from '../refusals/shown-refusal';
import { dropEdit, putEdit, readKept, TAB } from './outbox';
import { OwnVersions, type WaitingEdit } from './waiting-edit';

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

/** Sends, in their order, the edits that this person made in tabs that are closed by now. Resolves when all are settled. */
export async function resumeOutbox(client: ApolloClient, viewerId: string, onSent: (edit: WaitingEdit) => void) {
  const open = await openTabs();
  const left = (await readKept()).filter(
    (edit) => edit.viewerId === viewerId && edit.tab !== TAB && !open.has(lockOf(edit.tab)),
  );
  // First all are shown, as this tab's own; then they go.
  const taken = left.map((edit) => ({ ...edit, tab: TAB }));
  for (const edit of taken) await putEdit(edit);
  const versions = new OwnVersions();
  for (const edit of taken) {
    if (edit.refusal) continue;
    try {
      const { data } = await client.mutate({ mutation: gql(edit.query), variables: versions.fit(edit.variables) });
      versions.learn(edit.variables, data);
      await dropEdit(edit.key);
      onSent(edit);
    } catch (error) {
      const { title, next } = shownRefusal(error);
      await putEdit({ ...edit, refusal: { title, next } });
    }
  }
}
