import type { Place } from '@chapterhouse/domain/actor';
import { type DependencyFacts, endedEnd } from '@chapterhouse/domain/priorities/dependency-conflicts';
import type { DependencyEnds } from '@chapterhouse/domain/priorities/dependency-people';
import type { DependencySide, DependencyState } from '@chapterhouse/domain/priorities/dependency-state';
import type { ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';

/** A dependency with what is known of both its ends, in one row. Ids are the database's, moments ISO text, days YYYY-MM-DD. */
export interface DependencyRow {
  id: string;
  number: number;
  version: number;
  state: DependencyState;
  words: string;
  needed_by: string;
  promised_for: string | null;
  proposed_for: string | null;
  requested_by: string;
  requested_at: string;
  asked_at: string;
  answer_due_at: string | null;
  reminded_at: string | null;
  impediment_id: string | null;
  updated_at: string;
  consumer: DependentItemRow;
  provider: DependentItemRow | null;
  /** Of the providing item where there is one, else the team that was asked. */
  provider_team_id: string | null;
  provider_area_id: string | null;
  provider_product_id: string;
  /** The team that was asked; an item that was named later may be of another one. */
  asked_team_id: string | null;
  provider_name: string;
  consumer_name: string;
}

/** An item at one end. */
export interface DependentItemRow {
  id: string;
  key: string;
  title: string;
  tier: ItemTier;
  state: ItemState;
  product_id: string;
  area_id: string | null;
  team_id: string | null;
}

const ITEM = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'key', ${alias}.external_key, 'title', ${alias}.title, 'tier', ${alias}.tier,
     'state', ${alias}.state, 'product_id', ${alias}.product_id, 'area_id', ${alias}.area_id, 'team_id', ${alias}.team_id)`;

/** What every read of dependencies selects from `DEPENDENCY_TABLES`. */
export const DEPENDENCY_COLUMNS = `
  d.id, d.number, d.version, d.state, d.words, d.needed_by, d.promised_for, d.proposed_for, d.requested_by, d.requested_at,
  d.asked_at, d.answer_due_at, d.reminded_at, d.impediment_id, d.updated_at, d.provider_team_id as asked_team_id,
  ${ITEM('c')} as consumer, case when p.id is not null then ${ITEM('p')} end as provider,
  pt.id as provider_team_id, coalesce(p.area_id, pt.area_id) as provider_area_id,
  coalesce(p.product_id, pa.product_id) as provider_product_id,
  coalesce(pt.name, pa.name, pp.name) as provider_name, coalesce(ct.name, ca.name, cp.name) as consumer_name`;

/** Both ends with their teams, areas and products: probes of primary keys. */
export const DEPENDENCY_TABLES = `
  dependencies d
  join backlog_items c on c.organization_id = d.organization_id and c.id = d.consumer_id
  left join backlog_items p on p.organization_id = d.organization_id and p.id = d.provider_id
  left join teams pt on pt.organization_id = d.organization_id and pt.id = coalesce(p.team_id, d.provider_team_id)
  left join areas pa on pa.organization_id = d.organization_id and pa.id = coalesce(p.area_id, pt.area_id)
  left join products pp on pp.organization_id = d.organization_id and pp.id = coalesce(p.product_id, pa.product_id)
  left join teams ct on ct.organization_id = d.organization_id and ct.id = c.team_id
  left join areas ca on ca.organization_id = d.organization_id and ca.id = c.area_id
  left join products cp on cp.organization_id = d.organization_id and cp.id = c.product_id`;

export function dependencyKeyOf(number: number): string {
  return `DEP-${number}`;
}

/** The number in a key, in capitals or not; undefined when it is no key of a dependency. */
export function dependencyNumberOf(key: string): number | undefined {
  const match = /^DEP-?([1-9]\d{0,8})$/i.exec(key.trim());
  return match?.[1] ? Number(match[1]) : undefined;
}

export function consumerPlaceOf({ consumer }: Pick<DependencyRow, 'consumer'>): Place & { productId: string } {
  return { teamId: consumer.team_id, areaId: consumer.area_id, productId: consumer.product_id };
}

export function providerPlaceOf(row: DependencyRow): Place & { productId: string } {
  return { teamId: row.provider_team_id, areaId: row.provider_area_id, productId: row.provider_product_id };
}

export function endsOf(row: DependencyRow): DependencyEnds {
  return { consumer: consumerPlaceOf(row), provider: providerPlaceOf(row), requestedById: row.requested_by };
}

/** Whose item ended so that nothing can be promised any more; null: both go on. */
export function endedSideOf(row: DependencyRow): DependencySide | null {
  const ended = endedEnd(row);
  if (ended === null) return null;
  return ended === row.consumer ? 'CONSUMER' : 'PROVIDER';
}

/** The clock stands still while an item at one of its ends is no more, and goes on with it. */
export function answerDueAtOf(row: DependencyRow): string | null {
  return endedEnd(row) === null ? row.answer_due_at : null;
}

/** What its conflicts follow from. @param positions in the one order, by item */
export function factsOf(row: DependencyRow, positions: ReadonlyMap<string, number>): DependencyFacts {
  const item = ({ id, key, state, product_id: productId }: DependentItemRow): DependencyFacts['consumer'] => ({
    key,
    state,
    position: positions.get(id) ?? null,
    productId,
  });
  const answerDueAt = answerDueAtOf(row);
  return {
    state: row.state,
    neededBy: row.needed_by,
    promisedFor: row.promised_for,
    answerDueAt: answerDueAt === null ? null : Date.parse(answerDueAt),
    consumer: item(row.consumer),
    provider: row.provider && item(row.provider),
    providedBy: row.provider_name,
    neededFor: row.consumer_name,
  };
}
