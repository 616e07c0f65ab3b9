import type { GoalState } from '@chapterhouse/domain/priorities/goal-fields';
import type { ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { GivenItem } from './item-given.js';

/** What a change points an item to. Null: to nothing; undefined: nothing is said. */
export interface ItemTargets {
  area: { id: string; name: string; productId: string; isArchived: boolean } | null | undefined;
  team: { id: string; name: string; areaId: string; productId: string; isArchived: boolean } | null | undefined;
  assignee: { id: string; name: string; isGone: boolean } | null | undefined;
  parent: { id: string; tier: ItemTier; productId: string } | null | undefined;
  goal: { id: string; productId: string; state: GoalState } | null | undefined;
}

type Asked = Pick<GivenItem, 'areaId' | 'teamId' | 'assigneeId' | 'parentId' | 'goalId'>;

@Injectable()
export class ItemTargetsRead {
  /** One statement for each that is named. @param today YYYY-MM-DD @throws NOT_FOUND for what is of nobody here */
  async load(tx: Tx, asked: Asked, today: string): Promise<ItemTargets> {
    const one = async <T extends object>(
      id: string | null | undefined,
      sql: string,
      ...more: unknown[]
    ): Promise<T | null | undefined> => {
      if (typeof id !== 'string') return id;
      const row = await tx.one<T & Record<string, unknown>>(sql, [tx.organizationId, id, ...more]);
      if (!row) throw refusePlatform('NOT_FOUND', {});
      return row;
    };
    return {
      area: await one(asked.areaId, AREA, today),
      team: await one(asked.teamId, TEAM, today),
      assignee: await one(asked.assigneeId, PERSON),
      parent: await one(asked.parentId, PARENT),
      goal: await one(asked.goalId, GOAL),
    };
  }

  async childTiers(tx: Tx, id: string): Promise<ItemTier[]> {
    const rows = await tx.query<{ tier: ItemTier }>(
      'select distinct tier from backlog_items where organization_id = $1 and parent_id = $2',
      [tx.organizationId, id],
    );
    return rows.map(({ tier }) => tier);
  }
}

const ARCHIVED = (table: string): string => `(${table}.archived_on is not null and ${table}.archived_on <= $3::date)`;

const AREA = `select a.id, a.name, a.product_id as "productId", ${ARCHIVED('a')} as "isArchived"
  from areas a where a.organization_id = $1 and a.id = $2`;
const TEAM = `select t.id, t.name, t.area_id as "areaId", a.product_id as "productId", ${ARCHIVED('t')} as "isArchived"
  from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
 where t.organization_id = $1 and t.id = $2`;
const PERSON = `select p.id, p.name, p.deactivated_at is not null as "isGone" from people p where p.organization_id = $1 and p.id = $2`;
/** Held: it keeps its tier until the commit. */
const PARENT = `select b.id, b.tier, b.product_id as "productId" from backlog_items b
  where b.organization_id = $1 and b.id = $2 for share`;
const GOAL = `select g.id, g.product_id as "productId", g.state from product_goals g where g.organization_id = $1 and g.id = $2`;
