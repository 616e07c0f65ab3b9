import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { Tx } from '../../../platform/database/tx.js';

/** @throws NOT_FOUND for a product of nobody here */
export async function productHere(tx: Tx, productId: string): Promise<void> {
  const row = await tx.one('select 1 from products where organization_id = $1 and id = $2', [
    tx.organizationId,
    productId,
  ]);
  if (!row) throw refusePlatform('NOT_FOUND', {});
}
