import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { StoredEvent } from '../../../platform/events/event-reader.js';
import { Reactions } from '../../../platform/events/reactions.js';
import { BulkOrder } from '../bulk/bulk-order.js';
import { BulkRecord } from '../bulk/bulk-record.js';
import { OrderSlots } from '../order/order-slots.js';
import type { ItemRow } from './item-row.js';
import { ItemsRepository } from './items.repository.js';

interface Home {
  area_id: string;
  product_id: string;
  name: string;
}

/** Items of a team are in the team's area: where the team goes, they go, and take their slots along. */
@Injectable()
export class MovedTeamReaction implements OnModuleInit {
  constructor(
    @Inject(Reactions) private readonly reactions: Reactions,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(OrderSlots) private readonly slots: OrderSlots,
    @Inject(BulkOrder) private readonly order: BulkOrder,
    @Inject(BulkRecord) private readonly record: BulkRecord,
  ) {}

  onModuleInit(): void {
    this.reactions.register({
      name: 'priorities.items-follow-their-team',
      events: ['team.moved'],
      react: (tx, event) => this.follow(tx, event),
    });
  }

  /** Wherever the team is by now: what it was told of may be history already. */
  private async follow(tx: Tx, { subjectId: teamId }: StoredEvent): Promise<void> {
    const home = await tx.one<Home & Record<string, unknown>>(HOME, [tx.organizationId, teamId]);
    if (!home) return;
    const strays = await tx.query<{ id: string }>(STRAYS, [tx.organizationId, teamId, home.area_id, home.product_id]);
    if (strays.length === 0) return;
    const before = await this.items.allForUpdate(
      tx,
      strays.map(({ id }) => id),
    );
    const products = new Set(before.map((row) => row.product_id));
    for (const productId of products)
      if (productId !== home.product_id)
        await this.slots.leave(
          tx,
          productId,
          before.filter((row) => row.product_id === productId).map(({ id }) => id),
        );
    const written = await tx.query<{ id: string; version: number }>(MOVE, [
      tx.organizationId,
      before.map(({ id }) => id),
      home.area_id,
      home.product_id,
    ]);
    const isNew = (row: ItemRow): boolean => row.product_id !== home.product_id;
    await this.order.follow(
      tx,
      home.product_id,
      before.map((row) => ({
        before: { ...row, in_order: row.in_order && !isNew(row) },
        after: { ...row, area_id: home.area_id },
      })),
    );
    await this.record.append(tx, 'item.bulk-edited', written, [{ field: 'area', from: null, to: home.name }], '');
  }
}

const HOME = `
  select a.id as area_id, a.product_id, a.name from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
   where t.organization_id = $1 and t.id = $2`;

const STRAYS = `
  select id from backlog_items
   where organization_id = $1 and team_id = $2 and (area_id is distinct from $3 or product_id <> $4)`;

/** What is of another product cannot be part of it, nor serve its goal. */
const MOVE = `
  update backlog_items b
     set area_id = $3, product_id = $4, version = b.version + 1,
         goal_id = case when b.product_id = $4 then b.goal_id end,
         parent_id = case when b.product_id = $4
           or (select p.team_id = b.team_id from backlog_items p where p.organization_id = $1 and p.id = b.parent_id) then b.parent_id end
   where b.organization_id = $1 and b.id = any($2::uuid[])
  returning b.id, b.version`;
