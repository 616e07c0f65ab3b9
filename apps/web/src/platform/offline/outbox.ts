import { useSyncExternalStore } from 'react';
import { newIdempotencyKey } from '../idempotency/use-idempotency-key';
import { forget, keep, kept } from './device-store';
import { isWaitingEdit, type WaitingEdit } from './waiting-edit';

const KEY = 'outbox';

let edits: readonly WaitingEdit[] = [];
const listeners = new Set<() => void>();

/** This tab. An edit of a tab that is still open belongs to the form there. */
export const TAB = newIdempotencyKey();

function change(next: readonly WaitingEdit[]): void {
  edits = next;
  for (const listener of listeners) listener();
}

/** Tabs share the list on the disk: each reads it anew, changes its own part and writes it back, one after the other. */
async function changeKept(part: (found: WaitingEdit[]) => WaitingEdit[]): Promise<void> {
  const run = async () => {
    const next = part(await readKept());
    await (next.length === 0 ? forget(KEY) : keep(KEY, next));
  };
  // Absent outside a secure context; then two tabs may write at once, and one of them is right.
  await (navigator.locks?.request('chapterhouse.outbox', run) ?? run());
}

export async function readKept(): Promise<WaitingEdit[]> {
  const found = await kept(KEY);
  return Array.isArray(found) ? found.filter(isWaitingEdit) : [];
}

const refusals = new Set<(edit: WaitingEdit) => void>();

/** Runs for each edit that waited and was refused when no form is there any more to say so. */
export function onRefused(run: (edit: WaitingEdit) => void): () => void {
  refusals.add(run);
  return () => refusals.delete(run);
}

/** It was refused: it stays, with its words, until somebody has seen it. */
export function refuseEdit(edit: WaitingEdit & { refusal: NonNullable<WaitingEdit['refusal']> }): void {
  void putEdit(edit);
  for (const run of refusals) run(edit);
}

/** In this order they are sent. */
export const waitingEdits = (): readonly WaitingEdit[] => edits;

/** Puts it last, or in the place of the one with its key; kept on the disk before anything else happens to it. */
export async function putEdit(edit: WaitingEdit): Promise<void> {
  const put = (list: readonly WaitingEdit[]) =>
    list.some(({ key }) => key === edit.key)
      ? list.map((other) => (other.key === edit.key ? edit : other))
      : [...list, edit];
  change(put(edits));
  await changeKept(put);
}

/** It was sent, or somebody threw it away. */
export async function dropEdit(key: string): Promise<void> {
  const without = (list: readonly WaitingEdit[]) => list.filter((edit) => edit.key !== key);
  change(without(edits));
  await changeKept(without);
}

/** Runs after each change of the list. */
export function onEdits(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useWaitingEdits(): readonly WaitingEdit[] {
  return useSyncExternalStore(onEdits, waitingEdits);
}
