import type { TestOrganization } from '../world.js';

/** The database's ids. */
export interface OrderSurroundings {
  item: string;
  area: string;
  administrator: string;
}

export interface StagedOrder {
  /** The administrator's, long ago; as clients see its id. */
  orderMove: string;
}

/** A move on the record of the product's order, and a share of capacity; every text begins with the mark. */
export async function stagedOrder(
  organization: TestOrganization,
  mark: string,
  around: OrderSurroundings,
): Promise<StagedOrder> {
  const { productId } = organization;
  await organization.query('insert into product_orders (organization_id, product_id, number) values ($1, $2, 1)', [
    organization.id,
    productId,
  ]);
  const move = await organization.insert('order_moves', {
    product_id: productId,
    number: 1,
    item_id: around.item,
    scope: 'ORDER',
    from_position: 2,
    to_position: 1,
    count: 1,
    shifts: JSON.stringify([{ itemId: around.item, from: 2, to: 1 }]),
    by_id: around.administrator,
    reason: `${mark} reason`,
    at: '2026-01-02',
  });
  await organization.insert('capacity_targets', { product_id: productId, area_id: around.area, share: 40 });
  return { orderMove: `OrderMove_${move}` };
}
