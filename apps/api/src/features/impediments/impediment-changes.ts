import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { type EventCursor, isAfter, readCursor, writeCursor } from '../../platform/events/event-cursor.js';
import { EventReader, type StoredEvent } from '../../platform/events/event-reader.js';
import { EventTail } from '../../platform/events/event-tail.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { coalesced } from './coalesced-events.js';
import { EventQueue } from './event-queue.js';
import { ImpedimentObjects, type LoadedImpediments } from './impediment-objects.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import type { Impediment, ImpedimentChange } from './impediments.graphql.js';

/** A change for whoever it concerns: the impediment takes the shape of the viewer as of the moment it is shown. */
export type ImpedimentNews = Omit<ImpedimentChange, 'impediment'> & {
  impedimentFor(this: void, viewer: Viewer): Impediment | null;
};

/** Who missed more events than this loads afresh instead of catching up. */
const MOST_REPLAYED = 500;
/** How many may wait for one subscriber before it is told to load afresh. */
const MOST_WAITING = 2000;
const MOST_ID = 9_223_372_036_854_775_807n;

/** What happens to impediments, from a cursor on: first what was missed, then live, without gap or double. */
@Injectable()
export class ImpedimentChanges {
  /** A batch of the tail is the same array for every listener: its impediments are loaded once for all of them. */
  private readonly loading = new WeakMap<StoredEvent[], Promise<LoadedImpediments>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventReader) private readonly reader: EventReader,
    @Inject(EventTail) private readonly tail: EventTail,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  /**
   * Ends when the caller calls `return`, also in the middle of waiting.
   * @param after a cursor of the board or of an earlier change; without one only what is new is told
   */
  follow(viewer: Viewer, after: string | null | undefined): AsyncIterableIterator<ImpedimentNews> {
    const queue = new EventQueue(MOST_WAITING);
    const changes = this.changes(viewer, after, queue);
    return {
      next: () => changes.next(),
      return: () => {
        // A generator that waits does not hear `return`: the end of its queue wakes it.
        queue.end();
        return changes.return();
      },
      throw: (error: unknown) => {
        queue.end();
        return changes.throw(error);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  private async *changes(
    viewer: Viewer,
    after: string | null | undefined,
    queue: EventQueue,
  ): AsyncGenerator<ImpedimentNews, void, undefined> {
    const { organizationId } = viewer;
    // Listening starts before the replay: what falls between comes twice, and the cursor drops the second.
    const stop = await this.tail.listen(organizationId, (events) => queue.push(events));
    try {
      let seen: EventCursor | undefined;
      if (after !== null && after !== undefined) {
        const replay = await this.replay(organizationId, after);
        if (replay) yield* await this.tell(viewer, replay.events, replay.events);
        seen = replay?.upTo ?? (await this.reader.now(organizationId));
        if (!replay) yield resync(seen);
      }
      for (let batch = await queue.next(); batch !== undefined; batch = await queue.next()) {
        if (batch === 'overflow') {
          seen = await this.reader.now(organizationId);
          yield resync(seen);
          continue;
        }
        const already = seen;
        const fresh = already ? batch.filter((event) => isAfter(event.cursor, already)) : batch;
        seen = fresh.at(-1)?.cursor ?? seen;
        yield* await this.tell(viewer, batch, fresh);
      }
    } finally {
      stop();
      queue.end();
    }
  }

  /** What came after the cursor; undefined when that is too much, or the cursor none of this log. */
  private async replay(
    organizationId: string,
    after: string,
  ): Promise<{ events: StoredEvent[]; upTo: EventCursor } | undefined> {
    const cursor = readCursor(after);
    if (!cursor || cursor.id > MOST_ID) return undefined;
    return this.database.transaction({ organizationId }, async (tx) => {
      if (cursor.xid > (await this.reader.nowIn(tx)).xid) return undefined;
      const events = await this.reader.afterIn(tx, cursor, MOST_REPLAYED + 1);
      return events.length > MOST_REPLAYED ? undefined : { events, upTo: events.at(-1)?.cursor ?? cursor };
    });
  }

  /** @param batch as the tail gave it, the key to what is shared; `fresh`: those of it that this viewer has not seen */
  private async tell(viewer: Viewer, batch: StoredEvent[], fresh: StoredEvent[]): Promise<ImpedimentNews[]> {
    const latest = coalesced(fresh);
    if (latest.length === 0) return [];
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

function resync(cursor: EventCursor): ImpedimentNews {
  return {
    cursor: writeCursor(cursor),
    resync: true,
    event: null,
    changedFields: [],
    id: null,
    version: null,
    impedimentFor: () => null,
  };
}
