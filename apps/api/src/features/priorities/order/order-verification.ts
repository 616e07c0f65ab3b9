import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { Verifications } from '../../../platform/events/verifications.js';

/** More would not help anybody. */
const MOST_SHOWN = 20;

/** What `verify` checks of the one order: every move is on the record. */
@Injectable()
export class OrderVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('moves of each order are counted without a gap', gaps);
  }
}

async function gaps(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ product_id: string; number: number; moves: number; last: number }>(
    `select p.id as product_id, coalesce(o.number, 0) as number, count(m.id) as moves, coalesce(max(m.number), 0) as last
       from products p
       left join product_orders o on o.organization_id = p.organization_id and o.product_id = p.id
       left join order_moves m on m.organization_id = p.organization_id and m.product_id = p.id
      where p.organization_id = $1 group by p.id, o.number
     having count(m.id) <> coalesce(o.number, 0) or coalesce(max(m.number), 0) <> coalesce(o.number, 0)
      limit ${MOST_SHOWN}`,
    [tx.organizationId],
  );
  return rows.map(
    ({ product_id: id, number, moves, last }) =>
      `The order of product ${id} counts ${number}; ${moves} moves are on the record, the last one ${last}.`,
  );
}
