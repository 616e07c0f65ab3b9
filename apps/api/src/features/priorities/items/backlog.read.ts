import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, readPage, toConnection } from '../../../platform/graphql/connection.js';
import { POSITIONS } from '../order/ordered-sql.js';
import type { ItemSort } from './item-enums.graphql.js';
import { itemConditions } from './item-filter.js';
import type { BacklogArguments } from './item-inputs.graphql.js';
import { ITEM_COLUMNS, type ItemRow } from './item-row.js';

type PageRow = ItemRow & { sort_key: string[] };

/** What a list is sorted by: SQL of each part and its type, without null; the id comes last and makes it unique. */
type SortPart = readonly [sql: string, type: 'text' | 'int8' | 'float8' | 'timestamptz'];

const LAST = '9223372036854775807';

const SORTS: Record<ItemSort, readonly SortPart[]> = {
  // Tasks as they were placed among their siblings, then by age; they have no position.
  ORDER: [
    [`coalesce(o.position, ${LAST})`, 'int8'],
    [`coalesce(b.task_rank, '~')`, 'text'],
    [`date_trunc('milliseconds', b.created_at)`, 'timestamptz'],
  ],
  KEY: [
    [`substring(b.external_key from '^(.*?)[0-9]*$')`, 'text'],
    [`coalesce(substring(b.external_key from '[0-9]{1,18}$')::int8, 0)`, 'int8'],
  ],
  TITLE: [['lower(b.title)', 'text']],
  STATE: [[`array_position(array['DRAFT', 'READY', 'IN_PROGRESS', 'DONE', 'DROPPED'], b.state)::int8`, 'int8']],
  POINTS: [['coalesce(b.points, -1)::float8', 'float8']],
  WSJF: [['coalesce((b.value + b.time_criticality + b.risk_reduction) / nullif(b.points, 0), -1)::float8', 'float8']],
  UPDATED: [[`date_trunc('milliseconds', b.updated_at)`, 'timestamptz']],
};

/** A product's backlog, page by page: two statements, whatever is asked for. */
@Injectable()
export class BacklogRead {
  /** @throws INVALID_INPUT, NOT_FOUND for what is no id of its type */
  async page<T>(
    tx: Tx,
    viewer: Viewer,
    given: BacklogArguments & { productId: string },
    nodeOf: (row: ItemRow) => T,
  ): Promise<Connection<T>> {
    const sort = given.sort ?? 'ORDER';
    const parts: SortPart[] = [...SORTS[sort], ['b.id::text', 'text']];
    const page = readPage(given.first, given.after, parts.length);
    if (page.after && !fits(parts, page.after)) throw noCursor();
    const conditions = itemConditions(given.filter, viewer.today, 3);
    const values = [tx.organizationId, given.productId, ...conditions.values];
    const keys = parts.map(([sql, type]) => (type === 'text' ? `(${sql}) collate "C"` : `(${sql})`));
    const from = sort === 'ORDER' ? `${ITEMS} left join positions o on o.item_id = b.id` : ITEMS;
    const where = `where b.organization_id = $1 and b.product_id = $2${conditions.sql}`;
    const direction = given.descending === true ? 'desc' : 'asc';
    const beyond = page.after
      ? ` and (${keys.join(', ')}) ${direction === 'desc' ? '<' : '>'} (${parts
          .map(([, type], index) => `$${values.length + 2 + index}::${type}`)
          .join(', ')})`
      : '';
    const rows = await tx.query<PageRow & Record<string, unknown>>(
      // Only what it is sorted by is sorted; what is shown is read of those that are.
      `with ${sort === 'ORDER' ? `${POSITIONS}, ` : ''}page as materialized (
         select b.id, array[${parts.map((part) => textOf(part)).join(', ')}] as sort_key,
                row_number() over (order by ${keys.map((key) => `${key} ${direction}`).join(', ')}) as place
           ${from} ${where}${beyond}
          order by ${keys.map((key) => `${key} ${direction}`).join(', ')} limit $${values.length + 1})
       select ${ITEM_COLUMNS}, page.sort_key from page join backlog_items b on b.organization_id = $1 and b.id = page.id
        order by page.place`,
      [...values, page.limit, ...(page.after ?? [])],
    );
    const total = await tx.one<{ total: number }>(`select count(*) as total ${ITEMS} ${where}`, values);
    return toConnection(page, rows, total?.total ?? 0, (row) => row.sort_key, nodeOf);
  }
}

const ITEMS = 'from backlog_items b';

/** As the cursor writes it, and reads it again. */
function textOf([sql, type]: SortPart): string {
  return type === 'timestamptz'
    ? `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : `(${sql})::text`;
}

const FORMS: Record<SortPart[1], RegExp> = {
  text: /^[^\0]*$/u,
  int8: /^-?\d{1,19}$/,
  float8: /^-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?$/,
  timestamptz: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
};

function fits(parts: readonly SortPart[], key: readonly string[]): boolean {
  return parts.every(([, type], index) => {
    const text = key[index] ?? '';
    if (!FORMS[type].test(text)) return false;
    if (type === 'timestamptz') return !Number.isNaN(Date.parse(text));
    return type !== 'int8' || BigInt(text) <= BigInt(LAST);
  });
}

function noCursor(): Error {
  const problem = 'This is no cursor of this list; start again without it.';
  return refusePlatform('INVALID_INPUT', { fields: [{ field: 'after', problem }] });
}
