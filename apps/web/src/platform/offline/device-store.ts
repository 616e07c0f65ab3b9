import { createStore, del, get, set, type UseStore } from 'idb-keyval';

let opened: UseStore | null = null;
const store = (): UseStore => (opened ??= createStore('chapterhouse', 'kept'));

/**
 * What this browser keeps on its disk for times without a connection. Storage may be forbidden or full: reading then
 * finds nothing and writing does nothing, and the app works as if it were always online.
 */
export async function keep(key: string, value: unknown): Promise<void> {
  try {
    await set(key, value, store());
  } catch {
    // As above.
  }
}

export async function kept(key: string): Promise<unknown> {
  try {
    return await get(key, store());
  } catch {
    return undefined;
  }
}

export async function forget(key: string): Promise<void> {
  try {
    await del(key, store());
  } catch {
    // As above.
  }
}
