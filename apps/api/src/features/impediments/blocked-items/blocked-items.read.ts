import { WorkingDays } from '@chapterhouse/domain/organization/working-days';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { type Connection, readPage, toConnection } from '../../../platform/graphql/connection.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { IS_OPEN } from '../impediment-row.js';
import type { BlockedItem } from '../impediments.graphql.js';
import { isMoment, type PageArgs } from '../../../platform/graphql/page-key.js';

/** What stands in the way of an item. Ids are the database's. */
export interface ItemBlockage {
  /** ISO text. */
  since: string;
  /** Working days since then, the first day not counted. */
  workingDays: number;
  /** Those that are not resolved, the earliest first. */
  impedimentIds: string[];
}

export interface ItemFacts {
  /** Null while nothing blocks it, or it is done or dropped. */
  blockage: ItemBlockage | null;
  /** The team of its record; of a key without one, the teams that named it. */
  teamIds: string[];
}

interface PageRow extends Record<string, unknown> {
  external_key: string;
  title: string | null;
  state: string | null;
  since: string;
}

interface FactsRow extends Record<string, unknown> {
  external_key: string;
  team_ids: string[];
  since: string | null;
  impediment_ids: string[];
}

/** Backlog items and keys of other tools that impediments block: a fixed number of statements, however many. */
@Injectable()
export class BlockedItemsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
  ) {}

  /** What has been blocked longest comes first. @throws INVALID_INPUT for a page that is none; NOT_FOUND for a team of nobody here */
  list(viewer: Viewer, args: PageArgs, teamId: string | null): Promise<Connection<BlockedItem>> {
    const page = readPage(args.first, args.after, 2);
    const [since = '', key = ''] = page.after ?? [];
    if (page.after && !isMoment(since)) throw noCursor();
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if (teamId !== null && !(await tx.one(TEAM, [tx.organizationId, teamId]))) throw refusePlatform('NOT_FOUND', {});
      const after = page.after ? [since, key] : [null, null];
      const rows = await tx.query<PageRow>(PAGE, [tx.organizationId, teamId, ...after, page.limit]);
      const total = await tx.one<{ total: number }>(TOTAL, [tx.organizationId, teamId]);
      return toConnection(page, rows, total?.total ?? 0, (row) => [row.since, row.external_key], itemOf);
    });
  }

  /** What is to be said of each item, by its key. */
  facts(viewer: Viewer, keys: readonly string[]): Promise<Map<string, ItemFacts>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<FactsRow>(FACTS, [tx.organizationId, keys]);
      const { calendar } = await this.levels.ladder(tx);
      const counted = WorkingDays.of(calendar);
      const blockageOf = ({ since, impediment_ids: impedimentIds }: FactsRow): ItemBlockage | null =>
        since === null
          ? null
          : { since, impedimentIds, workingDays: counted.between(Date.parse(since), viewer.now.getTime()) };
      return new Map(rows.map((row) => [row.external_key, { teamIds: row.team_ids, blockage: blockageOf(row) }]));
    });
  }
}

function itemOf({ external_key: externalKey, title, state }: PageRow): BlockedItem {
  return { externalKey, title, state };
}

function noCursor(): Error {
  const problem = 'This is no cursor of this list; start again without it.';
  return refusePlatform('INVALID_INPUT', { fields: [{ field: 'after', problem }] });
}

const TEAM = 'select 1 from teams where organization_id = $1 and id = $2';

/** Nobody waits for an item any more that is done or dropped, nor for an impediment that is resolved. */
const BLOCKS = `${IS_OPEN} and i.state <> 'RESOLVED' and coalesce(b.state, '') not in ('DONE', 'DROPPED')`;

/** Since it was raised, or reopened, or the item was added to it. Milliseconds, as cursors have them. */
const SINCE = `date_trunc('milliseconds', greatest(i.raised_at, x.added_at, case when i.reopened_count > 0 then (
    select max(e.at) from events e
     where e.organization_id = i.organization_id and e.subject_id = i.id and e.name = 'impediment.reopened') end))`;

const ITEMS = `
  impediments i
    join impediment_items x on x.organization_id = i.organization_id and x.impediment_id = i.id
    left join backlog_items b on b.organization_id = x.organization_id and b.external_key = x.external_key`;

const BLOCKED = `
  blocked as (
    select x.external_key, b.title, b.state, min(${SINCE}) as since
      from ${ITEMS}
     where i.organization_id = $1 and ${BLOCKS}
     group by x.external_key, b.title, b.state
    having $2::uuid is null or bool_or(coalesce(b.team_id, i.raising_team_id) = $2))`;

const PAGE = `
  with ${BLOCKED}
  select external_key, title, state, since from blocked
   where $3::timestamptz is null or (since, external_key) > ($3::timestamptz, $4)
   order by since, external_key limit $5`;

const TOTAL = `with ${BLOCKED} select count(*) as total from blocked`;

const FACTS = `
  select x.external_key, array_agg(distinct coalesce(b.team_id, i.raising_team_id)) as team_ids,
         min(${SINCE}) filter (where ${BLOCKS}) as since,
         coalesce(array_agg(i.id order by i.raised_at, i.id) filter (where ${BLOCKS}), '{}') as impediment_ids
    from ${ITEMS}
   where i.organization_id = $1 and x.external_key = any($2::text[])
   group by x.external_key`;
