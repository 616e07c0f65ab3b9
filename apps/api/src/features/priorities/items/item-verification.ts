import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { disagreements } from '../../../platform/events/rows-and-events.js';
import { Verifications } from '../../../platform/events/verifications.js';

/** What `verify` checks of items and goals: each agrees with its events, and what is open is in the order. */
@Injectable()
export class ItemVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('backlog items agree with their events', itemDisagreements);
    this.verifications.register('product goals agree with their events', (tx) =>
      disagreements(tx, 'product_goals', 'ProductGoal'),
    );
    this.verifications.register('open epics and features are in the order', strangers);
  }
}

/** Items that were imported before items had events have none; one event may have changed many. */
async function itemDisagreements(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ key: string; version: number; told: number }>(
    `select b.external_key as key, b.version, e.told from backlog_items b
      cross join lateral (select greatest(
        (select max(o.subject_version) from events o
          where o.organization_id = b.organization_id and o.subject_type = 'BacklogItem' and o.subject_id = b.id),
        (select max(c.version) from bulk_item_changes c
          where c.organization_id = b.organization_id and c.item_id = b.id)) as told) e
      where b.organization_id = $1 and e.told <> b.version order by b.external_key limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ key, version, told }) => `Item ${key} is at version ${version}, its latest event at ${told}.`);
}

async function strangers(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ key: string; belongs: boolean }>(
    `select b.external_key as key, s.item_id is null as belongs from backlog_items b
       left join order_slots s on s.organization_id = b.organization_id and s.item_id = b.id
      where b.organization_id = $1 and (
        (b.tier <> 'TASK' and b.state not in ('DONE', 'DROPPED')) <> (s.item_id is not null)
        or s.product_id <> b.product_id or s.group_id <> coalesce(b.area_id, b.product_id))
      order by b.external_key limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ key, belongs }) =>
    belongs
      ? `Item ${key} is open and not in the order.`
      : `Item ${key} is in the order at a place that is not its own.`,
  );
}
