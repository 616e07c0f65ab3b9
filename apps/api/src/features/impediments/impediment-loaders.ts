import type DataLoader from 'dataloader';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import type { Impediment } from './impediments.graphql.js';

/** Batched and then forgotten: a later mutation of the same document shows what it changed. */
export async function loadOnce<T>(loader: Pick<DataLoader<string, T>, 'load' | 'clear'>, id: string): Promise<T> {
  try {
    return await loader.load(id);
  } finally {
    loader.clear(id);
  }
}

/** The database's. */
export function idOf(impediment: Impediment): string {
  return readId('Impediment', impediment.id);
}

export function viewerOf(context: GraphqlContext): Viewer {
  if (!context.viewer) throw new Error('Nobody is signed in behind this field.');
  return context.viewer;
}
