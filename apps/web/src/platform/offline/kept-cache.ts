import type { ApolloCache, ApolloClient } from '@apollo/client';
import { forget, keep, kept } from './device-store';
import type { WatchedCache } from './watched-cache';

const KEY = 'cache';
/** At most one writing in this time, in milliseconds. */
const EVERY = 2_000;
/** What is older than this, in milliseconds, is of no use to anybody. */
const OLDEST = 14 * 24 * 3_600_000;

type Kept = { at: number; data: Record<string, unknown> };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isKept = (value: unknown): value is Kept =>
  isRecord(value) && typeof value['at'] === 'number' && isRecord(value['data']);

/** Whether somebody is signed in, as far as this content of a cache knows. */
function hasViewer(data: unknown): boolean {
  return isRecord(data) && isRecord(data['ROOT_QUERY']) && Boolean(data['ROOT_QUERY']['viewer']);
}

/**
 * Keeps what the screens show on this device, so that reading goes on without a connection, also after a reload. It is
 * one person's: nothing is kept once nobody is signed in, and it is used only while the server cannot be asked who is.
 */
export function keepCache(client: ApolloClient, cache: WatchedCache): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    // Without what is only hoped for: an edit that waits is kept by the outbox.
    const data = cache.extract(false);
    void (hasViewer(data) ? keep(KEY, { at: Date.now(), data } satisfies Kept) : forget(KEY));
  };
  cache.onChange(() => {
    timer ??= setTimeout(write, EVERY);
  });
  client.onResetStore(forgetCache);
  client.onClearStore(forgetCache);
  // A phone that is put away may never say more than that the page is hidden.
  const writeNow = () => timer !== undefined && write();
  window.addEventListener('pagehide', writeNow);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && writeNow());
}

/** Fills a cache that knows nobody with what was kept; false when there is nothing of use. */
export async function restoreCache(cache: ApolloCache): Promise<boolean> {
  if (hasViewer(cache.extract(false))) return true;
  const found = await kept(KEY);
  if (!isKept(found) || Date.now() - found.at > OLDEST || !hasViewer(found.data)) return false;
  cache.restore(found.data);
  return true;
}

/** Somebody leaves: nothing of theirs stays on this device. */
export async function forgetCache(): Promise<void> {
  await forget(KEY);
}
