import type { Tx } from './tx.js';

/**
 * For transactions that write many rows of one organization, until they end. Statistics lag behind such rows: by them the
 * organization has none yet, and then any index that begins with `organization_id` looks as good as the one that finds
 * the row. Plans for whatever organization go by how many rows one has on average, and take the index that names the row;
 * plans that the connection kept from when the tables were small go, those of foreign keys among them.
 */
export async function withFreshPlans(tx: Tx): Promise<void> {
  await tx.run('discard plans; set local plan_cache_mode = force_generic_plan');
}
