import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { writeCursor } from '../../platform/events/event-cursor.js';
import type { StoredEvent } from '../../platform/events/event-reader.js';
import { LiveEvents } from '../../platform/realtime/live-events.js';
import type { LiveBatch } from '../../platform/realtime/live-stream.js';
import type { SharedEvent } from '../../platform/realtime/shared-executions.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { coalesced } from './coalesced-events.js';
import { ImpedimentObjects, type LoadedImpediments } from './impediment-objects.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import type { Impediment, ImpedimentChange } from './impediments.graphql.js';

/** A change for whoever it concerns: the impediment takes the shape of the viewer as of the moment it is shown. */
export type ImpedimentNews = Omit<ImpedimentChange, 'impediment'> &
  SharedEvent & {
    impedimentFor(this: void, viewer: Viewer): Impediment | null;
  };

/** What happens to impediments, from a cursor on: first what was missed, then live, without gap or double. */
@Injectable()
export class ImpedimentChanges {
  /** A batch of the tail is the same array for every listener: its impediments are loaded once for all of them. */
  private readonly loading = new WeakMap<StoredEvent[], Promise<LoadedImpediments>>();
  private readonly whole = new WeakMap<StoredEvent[], Promise<ImpedimentNews[]>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LiveEvents) private readonly live: LiveEvents,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  /** @param after a cursor of the board or of an earlier change; without one only what is new is told */
  follow(viewer: Viewer, after: string | null | undefined): Promise<AsyncIterableIterator<ImpedimentNews>> {
    return this.live.follow<ImpedimentNews>(viewer.organizationId, after, {
      wanted: isOfImpediment,
      tell: (batch) => this.tell(viewer, batch),
      resync,
    });
  }

  /** The same news for all who have seen none of the batch, which is nearly everybody: told as one text where they may share it. */
  private tell(viewer: Viewer, { events, shared }: LiveBatch): Promise<ImpedimentNews[]> {
    if (events.length < shared.filter(isOfImpediment).length) return this.news(viewer, shared, events);
    let news = this.whole.get(shared);
    if (!news) this.whole.set(shared, (news = this.news(viewer, shared, events)));
    return news;
  }

  /** @param batch as the tail gave it, the key to what is shared; `fresh`: those of it that this viewer has not seen */
  private async news(viewer: Viewer, batch: StoredEvent[], fresh: StoredEvent[]): Promise<ImpedimentNews[]> {
    const latest = coalesced(fresh);
    const loaded = await this.load(viewer, batch);
    const rows = new Map(loaded.rows.map((row) => [row.id, row]));
    return latest.map(({ event, changedFields }) => {
      const row = rows.get(event.subjectId);
      return {
        cursor: writeCursor(event.cursor),
        resync: false,
        event: event.name,
        changedFields,
        id: globalId('Impediment', event.subjectId),
        version: row?.version ?? event.subjectVersion,
        impedimentFor: (someone) => (row && this.objects.as(someone, { ...loaded, rows: [row] })[0]) ?? null,
        seenBy: (someone) => (row ? JSON.stringify(this.objects.partOf(someone, row, loaded)) : ''),
      };
    });
  }

  private load(viewer: Viewer, batch: StoredEvent[]): Promise<LoadedImpediments> {
    const { organizationId, timeZone } = viewer;
    const known = this.loading.get(batch);
    if (known) return known;
    const ids = coalesced(batch).map(({ event }) => event.subjectId);
    const loading = this.database.transaction({ organizationId }, async (tx) => {
      const rows = await this.impediments.byIds(tx, ids);
      return this.objects.load(tx, localDate(this.clock.now(), timeZone), rows, null);
    });
    this.loading.set(batch, loading);
    return loading;
  }
}

function isOfImpediment({ subjectType }: StoredEvent): boolean {
  return subjectType === 'Impediment';
}

function resync(cursor: string): ImpedimentNews {
  return {
    cursor,
    resync: true,
    event: null,
    changedFields: [],
    id: null,
    version: null,
    impedimentFor: () => null,
    seenBy: () => '',
  };
}
