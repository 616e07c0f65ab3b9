import { useSyncExternalStore } from 'react';

export const EDITED_FIELDS = ['title', 'state', 'kind', 'place', 'assignee', 'points', 'goal', 'parent'] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];

type OpenCell = { key: string; field: EditedField };

let open: OpenCell | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The one field of one line that is being edited; opened by a press on it or by a key. A change draws only the two that it concerns. */
export const openCell = {
  choose(key: string, field: EditedField): void {
    open = { key, field };
    for (const listener of listeners) listener();
  },
  close(): void {
    if (open === null) return;
    open = null;
    for (const listener of listeners) listener();
  },
  useIsOpen: (key: string, field: EditedField): boolean =>
    useSyncExternalStore(subscribe, () => open !== null && open.key === key && open.field === field),
};
