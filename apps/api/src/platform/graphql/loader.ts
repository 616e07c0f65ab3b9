import DataLoader from 'dataloader';
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
