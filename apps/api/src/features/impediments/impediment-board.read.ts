import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { writeCursor } from '../../platform/events/event-cursor.js';
import { EventReader } from '../../platform/events/event-reader.js';
import { type LoadedImpediments, ImpedimentObjects } from './impediment-objects.js';
import { IMPEDIMENT_COLUMNS, type ImpedimentRow, IS_ENDED, IS_OPEN } from './impediment-row.js';
import type { ImpedimentBoard } from './impediments.graphql.js';
import { mayView } from './may-view.js';

const MOST_CARDS = 1000;

/** A card, or the one row of an empty board; each says how many were closed lately. */
type BoardRow = { closed_lately: number } & (ImpedimentRow | { id: null });

/** The board as everybody of the organization has it in common. */
export interface BoardState {
  loaded: LoadedImpediments;
  truncated: boolean;
  closedLately: number;
  cursor: string;
}

/** The board: a fixed number of statements, whatever the number of cards and the length of the history. */
@Injectable()
export class ImpedimentBoardRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventReader) private readonly events: EventReader,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  async board(viewer: Viewer): Promise<ImpedimentBoard> {
    mayView(viewer);
    const state = await this.database.transaction(scopeOf(viewer), (tx) =>
      this.state(tx, viewer.today, viewer.timeZone),
    );
    return this.as(viewer, state);
  }

  /** As one viewer sees it; asks nothing. */
  as(viewer: Viewer, { loaded, truncated, closedLately, cursor }: BoardState): ImpedimentBoard {
    return { impediments: this.objects.as(viewer, loaded), truncated, closedLast30Days: closedLately, cursor };
  }

  /** @param today YYYY-MM-DD where the organization is, in the time zone */
  async state(tx: Tx, today: string, timeZone: string): Promise<BoardState> {
    // The cursor first: what is committed meanwhile shows twice rather than never.
    const cursor = writeCursor(await this.events.nowIn(tx));
    const rows = await tx.query<BoardRow>(BOARD, [tx.organizationId, today, timeZone]);
    const cards = rows.filter((row) => row.id !== null);
    return {
      loaded: await this.objects.load(tx, today, cards.slice(0, MOST_CARDS), null),
      truncated: cards.length > MOST_CARDS,
      closedLately: rows[0]?.closed_lately ?? 0,
      cursor,
    };
  }
}

/**
 * Thirty whole days where the organization is, so that the number does not change in the middle of a day.
 * `updated_at` is never before `closed_at`, and it leads the index of the ended ones.
 */
const CLOSED_LATELY = `
  select count(*) as closed_lately
    from impediments i, (select ($2::date - 30)::timestamp at time zone $3 as at) as since
   where i.organization_id = $1 and ${IS_ENDED} and i.state = 'CLOSED' and i.updated_at >= since.at and i.closed_at >= since.at`;

const CARDS = `
  select ${IMPEDIMENT_COLUMNS} from impediments i
   where i.organization_id = $1 and ${IS_OPEN}
   order by i.raised_at, i.id limit ${MOST_CARDS + 1}`;

const BOARD = `
  select lately.closed_lately, card.* from (${CLOSED_LATELY}) as lately left join (${CARDS}) as card on true
   order by card.raised_at, card.id`;
