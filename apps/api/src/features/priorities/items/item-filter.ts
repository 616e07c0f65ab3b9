import { ITEM_STATES, OPEN_ITEM_STATES, type ItemState } from '@chapterhouse/domain/priorities/item-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { readId } from '../../../platform/graphql/global-id.js';
import { searchText } from '../../../platform/graphql/typed-text.js';
import type { ItemFilter } from './item-inputs.graphql.js';

/** Conditions on `backlog_items b`, with the values that they name; `$1` is the organization and stays the caller's. */
export interface ItemConditions {
  /** Begins with `and`, or is empty. */
  sql: string;
  values: unknown[];
}

/** In a list of ids: those without one. */
const NONE = 'none';
/** More would be no filter that somebody made. */
const MOST_IN_A_LIST = 200;

/** SQL: an impediment or a dependency stands in the way of an item `b`. `today` is a date. */
export const isBlockedSql = (today: string): string => `(b.state not in ('DONE', 'DROPPED') and (
    b.external_key in (
      select x.external_key from impediments i
        join impediment_items x on x.organization_id = i.organization_id and x.impediment_id = i.id
       where i.organization_id = $1 and i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS'))
    or b.id in (
      select d.consumer_id from dependencies d
       where d.organization_id = $1
         and (d.state = 'DECLINED' or d.state in ('REQUESTED', 'COUNTERED', 'COMMITTED') and d.needed_by <= ${today}))))`;

/** SQL: an item \`b\` has what its tier needs before it is ready; as \`readinessOf\` in the domain. */
export const IS_READY = `(case b.tier when 'EPIC' then true when 'FEATURE' then jsonb_array_length(b.acceptance_criteria) > 0
    else b.points is not null and b.parent_id is not null end)`;

/**
 * @param today YYYY-MM-DD where the organization is
 * @param first the number of the first placeholder that is free
 * @throws NOT_FOUND for what is no id of its type, INVALID_INPUT for a list that is too long
 */
export function itemConditions(given: ItemFilter | null | undefined, today: string, first: number): ItemConditions {
  const filter = given ?? {};
  const parts: string[] = [];
  const values: unknown[] = [];
  const placed = (value: unknown): string => {
    values.push(value);
    return `$${first + values.length - 1}`;
  };
  const oneOf = (column: string, list: readonly string[] | null | undefined, type?: string): void => {
    if (!list) return;
    if (list.length > MOST_IN_A_LIST) tooMany(column);
    if (type === undefined) {
      parts.push(`${column} = any(${placed(list)}::text[])`);
      return;
    }
    const ids = list.filter((id) => id !== NONE).map((id) => readId(type, id));
    const without = ids.length < list.length ? ` or ${column} is null` : '';
    parts.push(`(${column} = any(${placed(ids)}::uuid[])${without})`);
  };
  const states: readonly ItemState[] = filter.states ?? OPEN_ITEM_STATES;
  if (states.length < ITEM_STATES.length) oneOf('b.state', states);
  oneOf('b.tier', filter.tiers);
  oneOf('b.kind', filter.kinds);
  oneOf('b.area_id', filter.areaIds, 'Area');
  oneOf('b.team_id', filter.teamIds, 'Team');
  if (filter.goalIds) parts.push(servesSql(filter.goalIds, placed));
  oneOf('b.assignee_id', filter.assigneeIds, 'Person');
  if (filter.parentId) parts.push(`b.parent_id = ${placed(readId('BacklogItem', filter.parentId))}`);
  const either = (sql: string, wanted: boolean | null | undefined): void => {
    if (typeof wanted === 'boolean') parts.push(wanted ? sql : `not ${sql}`);
  };
  if (typeof filter.roots === 'boolean') either(isRootSql(states, placed), filter.roots);
  either(IS_READY, filter.ready);
  if (typeof filter.blocked === 'boolean') either(isBlockedSql(`${placed(today)}::date`), filter.blocked);
  either('(b.points is not null)', filter.estimated);
  const asked = filter.text ? itemQuery(filter.text) : undefined;
  if (asked !== undefined)
    parts.push(
      `b.id in (select s.item_id from chapterhouse_items_saying(to_tsquery('simple', ${placed(asked)})) as s)`,
    );
  return { sql: parts.map((part) => ` and ${part}`).join(''), values };
}

/** Without a parent among those states: what is open under what has ended has no other place in a tree. */
function isRootSql(states: readonly ItemState[], placed: (value: unknown) => string): string {
  if (states.length === ITEM_STATES.length) return '(b.parent_id is null)';
  const elsewhere = `select p.id from backlog_items p
    where p.organization_id = $1 and p.tier <> 'TASK' and p.state <> all(${placed(states)}::text[])`;
  return `(b.parent_id is null or b.parent_id in (${elsewhere}))`;
}

/** Of what serves a goal by itself or by what it is part of: sets that are looked through once, not rows one by one. */
function servesSql(given: readonly string[], placed: (value: unknown) => string): string {
  if (given.length > MOST_IN_A_LIST) tooMany('b.goalIds');
  const ids = given.filter((id) => id !== NONE).map((id) => readId('ProductGoal', id));
  const some = placed(ids);
  const none = ids.length < given.length;
  const through = (hasNone: (item: string) => string): string => {
    const fits = (item: string, above: string): string =>
      `(${item}.goal_id = any(${some}::uuid[]) or ${hasNone(item)} and (${none ? `${item}.parent_id is null or ` : ''}${above}))`;
    const epics = `select e.id from backlog_items e where e.organization_id = $1 and e.tier = 'EPIC'
      and (e.goal_id = any(${some}::uuid[])${none ? ` or ${hasNone('e')}` : ''})`;
    const parents = `select p.id from backlog_items p where p.organization_id = $1 and p.tier <> 'TASK'
      and ${fits('p', `p.parent_id in (${epics})`)}`;
    return fits('b', `b.parent_id in (${parents})`);
  };
  // As in `SERVES_GOAL`: a goal that has ended is none for what is still open.
  const ended = `select o.id from product_goals o where o.organization_id = $1 and o.state in ('ACHIEVED', 'ABANDONED')`;
  return `case when b.state in ('DONE', 'DROPPED') then ${through((item) => `${item}.goal_id is null`)}
    else ${through((item) => `(${item}.goal_id is null or ${item}.goal_id in (${ended}))`)} end`;
}

/** Each word of it begins a word of the item; undefined where nothing is asked for. */
export function itemQuery(text: string): string | undefined {
  const words = searchText(text).match(/[\p{L}\p{N}]+/gu);
  return words
    ?.slice(0, MOST_WORDS)
    .map((word) => `${word}:*`)
    .join(' & ');
}
const MOST_WORDS = 12;

function tooMany(column: string): never {
  const problem = `Choose at most ${MOST_IN_A_LIST}.`;
  throw refusePlatform('INVALID_INPUT', { fields: [{ field: column.replace(/^b\./, ''), problem }] });
}
