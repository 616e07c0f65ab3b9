import type { GoalMeasureFacts, GoalState } from '@chapterhouse/domain/priorities/goal-fields';
import type { ItemKind, ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { Inject, Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../../platform/events/event-log.js';
import { takeItemNumbers } from '../items/item-numbers.js';
import { OrderSlots } from '../order/order-slots.js';
import { goalHappenings, itemHappenings } from './happenings.js';

/** A Product Goal of the past or of now. Ids are the database's, moments ISO text. */
export interface HistoricGoal {
  id: string;
  productId: string;
  title: string;
  description: string;
  measures: GoalMeasureFacts[];
  state: GoalState;
  setById: string;
  createdAt: string;
  /** When it became the active one; null: never. */
  activeSince: string | null;
  endedAt: string | null;
  endedWords: string;
}

/** A backlog item as it came to be. */
export interface HistoricItem {
  id: string;
  /** Of another tool; null: written here, with the next number. */
  key: string | null;
  title: string;
  description: string;
  tier: ItemTier;
  kind: ItemKind;
  state: ItemState;
  productId: string;
  areaId: string | null;
  teamId: string | null;
  assigneeId: string | null;
  parentId: string | null;
  goalId: string | null;
  acceptanceCriteria: string[];
  points: number | null;
  value: number | null;
  timeCriticality: number | null;
  riskReduction: number | null;
  droppedReason: string;
  writtenById: string | null;
  createdAt: string;
  /** When it was done or dropped; null while it is open. */
  endedAt: string | null;
}

/**
 * Goals and items of the past, in bulk: rows and the event log, with the dates and people of then. Who may is not asked: the
 * demo says so itself.
 */
@Injectable()
export class BacklogHistory {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(OrderSlots) private readonly slots: OrderSlots,
  ) {}

  async recordGoals(tx: Tx, goals: readonly HistoricGoal[]): Promise<void> {
    const told = goals.map((goal) => ({ ...goal, happenings: goalHappenings(goal) }));
    await tx.run(GOALS, [
      tx.organizationId,
      JSON.stringify(told.map(({ happenings, ...goal }) => ({ ...goal, ...latest(happenings, goal.createdAt) }))),
    ]);
    await this.tell(
      tx,
      told.flatMap(({ happenings }) => happenings),
    );
  }

  /**
   * Parents before what is part of them.
   * @param order ids of the open epics and features, as they come into the order of their product
   */
  async recordItems(tx: Tx, items: readonly HistoricItem[], order: readonly string[], now: string): Promise<void> {
    const told = items.map((item) => ({ ...item, happenings: itemHappenings(item, now) }));
    await inBatches(told, async (batch) => {
      const own = await takeItemNumbers(tx, batch.filter(({ key }) => key === null).length);
      await tx.run(ITEMS, [
        tx.organizationId,
        JSON.stringify(batch.map(({ happenings, ...item }) => ({ ...item, ...latest(happenings, item.createdAt) }))),
        own,
      ]);
    });
    await this.tell(
      tx,
      told.flatMap(({ happenings }) => happenings),
    );
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const productId of new Set(items.map((item) => item.productId)))
      await this.slots.enter(
        tx,
        productId,
        order.flatMap((id) => {
          const item = byId.get(id);
          return item?.productId === productId ? [{ id, areaId: item.areaId }] : [];
        }),
      );
  }

  /** In the order in which it happened, over all of them: so the log reads as a history. */
  private async tell(tx: Tx, happenings: (NewEvent & { at: string })[]): Promise<void> {
    const inOrder = happenings.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    await inBatches(inOrder, (batch) => this.events.append(tx, ...batch));
  }
}

function latest(
  happenings: readonly (NewEvent & { at: string })[],
  createdAt: string,
): { version: number; updatedAt: string } {
  return { version: happenings.length, updatedAt: happenings.at(-1)?.at ?? createdAt };
}

const GOALS = `
  insert into product_goals (organization_id, id, product_id, title, description, measures, state, active_since, ended_at,
      ended_words, version, created_at, updated_at)
  select $1, g.id, g."productId", g.title, g.description, g.measures, g.state,
         case when g.state = 'ACTIVE' then g."activeSince" end, g."endedAt", g."endedWords",
         g.version, g."createdAt", g."updatedAt"
    from jsonb_to_recordset($2::jsonb) as g(id uuid, "productId" uuid, title text, description text, measures jsonb, state text,
      "activeSince" timestamptz, "endedAt" timestamptz, "endedWords" text, version int, "createdAt" timestamptz,
      "updatedAt" timestamptz)`;

const ITEMS = `
  with told as (
    select g.item, case when g.item ->> 'key' is null then
             ($3::int[])[count(*) filter (where g.item ->> 'key' is null) over (order by g.place)] end as number
      from jsonb_array_elements($2::jsonb) with ordinality as g(item, place)
  )
  insert into backlog_items (organization_id, id, number, external_key, title, description, type, tier, kind, state, product_id,
      area_id, team_id, assignee_id, parent_id, goal_id, acceptance_criteria, points, value, time_criticality, risk_reduction,
      dropped_reason, version, created_at, updated_at, resolved_at)
  select $1, n.id, t.number, coalesce(n.key, 'B-' || t.number), n.title, n.description,
         case when n.key is null then '' else 'Story' end, n.tier, n.kind, n.state, n."productId", n."areaId",
         n."teamId", n."assigneeId", n."parentId", n."goalId", n."acceptanceCriteria", n.points, n.value, n."timeCriticality",
         n."riskReduction", n."droppedReason", n.version, n."createdAt", n."updatedAt", n."endedAt"
    from told t
   cross join lateral jsonb_to_record(t.item) as n(id uuid, key text, title text, description text, tier text, kind text,
      state text, "productId" uuid, "areaId" uuid, "teamId" uuid, "assigneeId" uuid, "parentId" uuid, "goalId" uuid,
      "acceptanceCriteria" jsonb, points numeric, value smallint, "timeCriticality" smallint, "riskReduction" smallint,
      "droppedReason" text, version int, "createdAt" timestamptz, "updatedAt" timestamptz, "endedAt" timestamptz)`;
