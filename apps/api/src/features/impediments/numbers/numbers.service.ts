import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { ImpedimentObjects } from '../impediment-objects.js';
import { type PageArgs, pageByRank } from '../../../platform/graphql/page-key.js';
import { refuseField } from '../refuse-problems.js';
import { CountedRead, type Counted, type CountedRow } from './counted.read.js';
import type { Asked } from './measured-sql.js';
import type { NumberScope } from './number-facts.js';
import { type NumberGroup, type NumbersReport, NumbersRead } from './numbers.read.js';
import type { CountedImpediment } from './numbers.graphql.js';

const MOST_YEARS = 10;

/** How impediments go: numbers of a window, and the lists that they count. */
@Injectable()
export class NumbersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NumbersRead) private readonly numbers: NumbersRead,
    @Inject(CountedRead) private readonly counted: CountedRead,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  /** @throws INVALID_INPUT for a window that is none; NOT_FOUND for an area, team or source of nobody here */
  report(viewer: Viewer, asked: Asked, by: NumberGroup): Promise<NumbersReport> {
    return this.asking(viewer, asked, (tx) => this.numbers.numbers(tx, viewer, asked, by));
  }

  /** The longest first, or the latest. @throws as `report`; INVALID_INPUT for a page or cursor that is none */
  list(viewer: Viewer, counted: Counted, args: PageArgs): Promise<Connection<CountedImpediment>> {
    const page = pageByRank(args);
    return this.asking(viewer, counted, async (tx) => {
      const rows = await this.counted.page(tx, viewer, counted, page);
      const shown = rows.slice(0, page.size);
      const impediments = await this.objects.byIds(
        tx,
        viewer,
        shown.map(({ id }) => id),
      );
      const nodeOf = (row: CountedRow): CountedImpediment => {
        const impediment = impediments[rows.indexOf(row)];
        if (!impediment) throw new Error('Every row of the page is an object.');
        return { impediment, at: row.at, hours: row.hours, counts: row.counts };
      };
      return toConnection(page, rows, rows[0]?.total ?? 0, ({ rank, id }) => [String(rank), id], nodeOf);
    });
  }

  /** What is wrong with what is asked, before anything is counted. @throws as `report` */
  private asking<T>(viewer: Viewer, asked: Asked, work: (tx: Tx) => Promise<T>): Promise<T> {
    const verdict = can(viewer.actor, 'impediment:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
    refuseWindow(asked);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if (!(await allHere(tx, asked))) throw refusePlatform('NOT_FOUND', {});
      return work(tx);
    });
  }
}

/** @throws INVALID_INPUT */
export function refuseWindow({ from, endsBefore }: Pick<Asked, 'from' | 'endsBefore'>): void {
  if (from >= endsBefore) refuseField('endsBefore', 'Let the window end after it begins.');
  const most = `${String(Number(from.slice(0, 4)) + MOST_YEARS).padStart(4, '0')}${from.slice(4)}`;
  if (endsBefore > most) refuseField('endsBefore', `Ask for ${MOST_YEARS} years at most.`);
}

/** Whether area, team and source are of this organization, as far as they are named. */
export async function allHere(tx: Tx, { areaId, teamId, sourceId }: NumberScope): Promise<boolean> {
  if (areaId === undefined && teamId === undefined && sourceId === undefined) return true;
  const row = await tx.one<{ here: boolean }>(
    `select ($2::uuid is null or exists (select 1 from areas where organization_id = $1 and id = $2))
        and ($3::uuid is null or exists (select 1 from teams where organization_id = $1 and id = $3))
        and ($4::uuid is null or exists (select 1 from sources where organization_id = $1 and id = $4)) as here`,
    [tx.organizationId, areaId ?? null, teamId ?? null, sourceId ?? null],
  );
  return row?.here ?? false;
}
