import { canOnDecision } from '@chapterhouse/domain/decisions/decision-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, type Page, toConnection } from '../../../platform/graphql/connection.js';
import { type PageArgs, pageByMoment } from '../../../platform/graphql/page-key.js';
import { DecisionObjects } from '../decision-objects.js';
import type { Decision } from '../decisions.graphql.js';
import { type WaitingDecision, WaitingDecisions } from './waiting-decisions.read.js';

/** A row of either list, by what it is ordered by. */
interface Listed {
  id: string;
  /** ISO text. */
  at: string;
}

interface Rows {
  rows: Listed[];
  total: number;
}

/** What decisions ask of the viewer. */
@Injectable()
export class AskedOfMe {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WaitingDecisions) private readonly waiting: WaitingDecisions,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
  ) {}

  /** Open: what waits for the viewer, due first comes first. Else what the viewer answered, the latest first. @throws INVALID_INPUT */
  page(viewer: Viewer, args: PageArgs, open: boolean): Promise<Connection<Decision>> {
    return this.listed(viewer, args, (tx, page) => {
      if (!open) return answered(tx, viewer, page);
      return this.waiting.ofViewer(tx, viewer).then((all) => pageOf(all, page));
    });
  }

  /** What the viewer may veto now; what ends first comes first. @throws INVALID_INPUT */
  openToVeto(viewer: Viewer, args: PageArgs): Promise<Connection<Decision>> {
    return this.listed(viewer, args, async (tx, page) => pageOf(await this.waiting.openToVetoOf(tx, viewer), page));
  }

  private listed(
    viewer: Viewer,
    args: PageArgs,
    read: (tx: Tx, page: Page) => Promise<Rows>,
  ): Promise<Connection<Decision>> {
    const verdict = canOnDecision(viewer.actor, 'decision:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'decision:view', reason: verdict.reason });
    const page = pageByMoment(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const { rows, total } = await read(tx, page);
      const ids = rows.slice(0, page.size).map(({ id }) => id);
      const shown = await this.objects.byIds(tx, viewer, ids);
      const nodes = new Map(shown.map((decision, index) => [ids[index], decision]));
      const nodeOf = ({ id }: Listed): Decision => {
        const node = nodes.get(id);
        if (!node) throw new Error('Every row of the page is a decision.');
        return node;
      };
      return toConnection(page, rows, total, ({ at, id }) => [at, id], nodeOf);
    });
  }
}

/** All of them are looked at anyway, for whom they wait depends on who is away today: so the page is cut here. */
function pageOf(waiting: readonly WaitingDecision[], page: Page): Rows {
  const all = waiting.map(({ id, dueAt }) => ({ id, at: dueAt }));
  const [at = '', id = ''] = page.after ?? [];
  const rows = all.filter((row) => row.at > at || (row.at === at && row.id > id)).slice(0, page.limit);
  return { rows, total: all.length };
}

async function answered(tx: Tx, { personId }: Viewer, page: Page): Promise<Rows> {
  const [at = null, id = null] = page.after ?? [];
  const rows = await tx.query<Listed & Record<string, unknown>>(ANSWERED, [
    tx.organizationId,
    personId,
    at,
    id,
    page.limit,
  ]);
  const count = await tx.one<{ count: number }>(
    `select count(distinct decision_id)::int as count from decision_asks where organization_id = $1 and answered_by = $2`,
    [tx.organizationId, personId],
  );
  return { rows, total: count?.count ?? 0 };
}

const ANSWERED = `
  with own as (
    select a.decision_id as id, max(date_trunc('milliseconds', a.answered_at)) as at from decision_asks a
     where a.organization_id = $1 and a.answered_by = $2 group by a.decision_id)
  select id, at from own where $3::timestamptz is null or (at, id) < ($3::timestamptz, $4::uuid)
   order by at desc, id desc limit $5`;
