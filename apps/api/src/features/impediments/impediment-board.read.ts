import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { writeCursor } from '../../platform/events/event-cursor.js';
import { EventReader } from '../../platform/events/event-reader.js';
import { ImpedimentObjects } from './impediment-objects.js';
import { IMPEDIMENT_COLUMNS, type ImpedimentRow, IS_ENDED, IS_OPEN } from './impediment-row.js';
import type { ImpedimentBoard } from './impediments.graphql.js';

const MOST_CARDS = 1000;

/** The board: a fixed number of statements, whatever the number of cards and the length of the history. */
@Injectable()
export class ImpedimentBoardRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventReader) private readonly events: EventReader,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  board(viewer: Viewer): Promise<ImpedimentBoard> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      // The cursor first: what is committed meanwhile shows twice rather than never.
      const cursor = writeCursor(await this.events.nowIn(tx));
      const rows = await tx.query<ImpedimentRow>(CARDS, [tx.organizationId]);
      return {
        impediments: await this.objects.many(tx, viewer, rows.slice(0, MOST_CARDS)),
        truncated: rows.length > MOST_CARDS,
        closedLast30Days: await this.closedLast30Days(tx, viewer),
        cursor,
      };
    });
  }

  /** Whole days where the organization is, so that the number does not change in the middle of a day. */
  private async closedLast30Days(tx: Tx, viewer: Viewer): Promise<number> {
    const row = await tx.one<{ count: number }>(CLOSED, [tx.organizationId, viewer.today, viewer.timeZone]);
    return row?.count ?? 0;
  }
}

const CARDS = `
  select ${IMPEDIMENT_COLUMNS} from impediments i
   where i.organization_id = $1 and ${IS_OPEN}
   order by i.raised_at, i.id limit ${MOST_CARDS + 1}`;

/** `updated_at` is never before `closed_at`, and the index of the ended ones is led by it. */
const CLOSED = `
  select count(*) from impediments i, (select ($2::date - 30)::timestamp at time zone $3 as at) as since
   where i.organization_id = $1 and ${IS_ENDED} and i.state = 'CLOSED' and i.updated_at >= since.at and i.closed_at >= since.at`;
