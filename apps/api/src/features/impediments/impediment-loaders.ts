import { readId } from '../../platform/graphql/global-id.js';
import type { Impediment } from './impediments.graphql.js';

/** The database's. */
export function idOf(impediment: Impediment): string {
  return readId('Impediment', impediment.id);
}
