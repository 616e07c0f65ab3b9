import { rankBetween } from '@chapterhouse/domain/priorities/task-ranks';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { ItemRow } from './item-row.js';
import { type ItemCall, type ItemOutcome, ItemTransaction, type OpenedItem } from './item-transaction.js';
import type { BacklogItem } from './items.graphql.js';
import { ItemsRepository } from './items.repository.js';
import { refuseField } from './refuse-item.js';

interface Sibling {
  id: string;
  key: string;
  task_rank: string | null;
}

/** Longer keys are written anew, all of one parent's. */
const LONGEST_RANK = 60;

/** What comes first among the tasks of one item is their team's to say. */
@Injectable()
export class PlaceTask {
  constructor(
    @Inject(ItemTransaction) private readonly transaction: ItemTransaction,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
  ) {}

  /**
   * @param afterId a sibling; null: it comes first
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT for what is no task or no sibling
   */
  place(call: ItemCall, afterId: string | null): Promise<BacklogItem> {
    const step = async ({ tx, row }: OpenedItem): Promise<ItemOutcome> => {
      if (row.tier !== 'TASK')
        refuseField('id', 'Only tasks are placed among their siblings; move this one in the order.');
      const siblings = await this.siblings(tx, row);
      const others = siblings.filter(({ id }) => id !== row.id);
      const index = afterId === null ? 0 : others.findIndex(({ id }) => id === afterId) + 1;
      if (afterId !== null && index === 0) await this.refuseAfter(tx, afterId);
      const before = others[index - 1];
      const standsThere = (siblings[siblings.findIndex(({ id }) => id === row.id) - 1]?.id ?? null) === afterId;
      if (standsThere && row.task_rank !== null) return { event: 'item.placed', columns: {} };
      const rank = await this.rankAt(tx, others, index);
      return {
        event: 'item.placed',
        columns: { task_rank: rank },
        changes: [{ field: 'place', from: null, to: before ? `after ${before.key}` : 'first' }],
      };
    };
    return this.transaction.change(call, 'item:place', step, (tx) => this.beside(tx, call.id));
  }

  /** Its siblings, to be locked with it: whoever places another one of them waits. The version says that it kept its parent. */
  private async beside(tx: Tx, id: string): Promise<string[]> {
    const row = await this.items.byId(tx, id);
    return row?.tier === 'TASK' ? (await this.siblings(tx, row)).map((sibling) => sibling.id) : [];
  }

  /** As they stand. */
  private async siblings(
    tx: Tx,
    { parent_id: parentId, team_id: teamId, product_id: productId }: ItemRow,
  ): Promise<Sibling[]> {
    return tx.query<Sibling & Record<string, unknown>>(
      `select b.id, b.external_key as key, b.task_rank ${SIBLINGS} order by b.task_rank nulls last, b.created_at, b.id`,
      [tx.organizationId, parentId, teamId, productId],
    );
  }

  private async rankAt(tx: Tx, others: readonly Sibling[], index: number): Promise<string> {
    const [before, next] = [others[index - 1], others[index]];
    // What has no rank comes after all that have one.
    if (!before || before.task_rank !== null) {
      const rank = rankBetween(before?.task_rank ?? null, next?.task_rank ?? null);
      if (rank.length <= LONGEST_RANK) return rank;
    }
    await tx.run(
      `update backlog_items b set task_rank = chapterhouse_rank(o.place)
         from unnest($2::uuid[]) with ordinality as o(id, place) where b.organization_id = $1 and b.id = o.id`,
      [tx.organizationId, others.map(({ id }) => id)],
    );
    const ranks = await tx.query<{ id: string; task_rank: string }>(
      'select id, task_rank from backlog_items where organization_id = $1 and id = any($2::uuid[]) order by task_rank',
      [tx.organizationId, others.map(({ id }) => id)],
    );
    return rankBetween(ranks[index - 1]?.task_rank ?? null, ranks[index]?.task_rank ?? null);
  }

  /** @throws NOT_FOUND for what is of nobody here, INVALID_INPUT for what is no sibling */
  private async refuseAfter(tx: Tx, afterId: string): Promise<never> {
    const there = await tx.one('select 1 from backlog_items where organization_id = $1 and id = $2', [
      tx.organizationId,
      afterId,
    ]);
    if (!there) throw refusePlatform('NOT_FOUND', {});
    return refuseField('after', 'Choose another task of the same parent.');
  }
}

/** Tasks of one parent; of those without one, the team's. */
const SIBLINGS = `from backlog_items b
  where b.organization_id = $1 and b.tier = 'TASK' and b.parent_id is not distinct from $2::uuid
    and ($2::uuid is not null or (b.team_id is not distinct from $3::uuid and b.product_id = $4::uuid
         and b.state not in ('DONE', 'DROPPED')))`;
