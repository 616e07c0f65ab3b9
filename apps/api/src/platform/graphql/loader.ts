import DataLoader from 'dataloader';
import type { Viewer } from '../auth/viewer.js';
import type { GraphqlContext } from './graphql-context.js';

/**
 * One batching loader per request and kind.
 * @param batch gets the distinct keys and answers a map; keys without an entry give undefined
 */
export function loaderOf<Value>(
  context: GraphqlContext,
  kind: unknown,
  batch: (keys: string[]) => Promise<Map<string, Value>>,
): DataLoader<string, Value | undefined> {
  const existing = context.loaders.get(kind);
  if (existing instanceof DataLoader) return existing as DataLoader<string, Value | undefined>;
  const loader = new DataLoader<string, Value | undefined>(async (keys) => {
    const found = await batch([...keys]);
    return keys.map((key) => found.get(key));
  });
  context.loaders.set(kind, loader);
  return loader;
}

/** Batched and then forgotten: a later mutation of the same document shows what it changed. */
export async function loadOnce<T>(loader: Pick<DataLoader<string, T>, 'load' | 'clear'>, id: string): Promise<T> {
  try {
    return await loader.load(id);
  } finally {
    loader.clear(id);
  }
}

/** Who asks; a loader is behind fields for people who are signed in. */
export function viewerOf(context: GraphqlContext): Viewer {
  if (!context.viewer) throw new Error('Nobody is signed in behind this field.');
  return context.viewer;
}
