import { Inject, Injectable } from '@nestjs/common';
import { isAfter, readCursor, writeCursor, type EventCursor } from '../events/event-cursor.js';
import { EventReader, type StoredEvent } from '../events/event-reader.js';
import { EventTail } from '../events/event-tail.js';

/** What a subscriber gets: one event, or, after a gap too long to fill, the order to load afresh. */
export type LiveEvent =
  { resync: false; cursor: string; event: StoredEvent } | { resync: true; cursor: string; event: null };

/** A client that missed more than this many events loads afresh; so does one whose events pile up here. */
const MOST_MISSED = 1000;
const BATCH = 250;

/** The event log as a stream for one subscription: resumes behind a cursor without a gap or a repetition. */
@Injectable()
export class LiveEvents {
  constructor(
    @Inject(EventTail) private readonly tail: EventTail,
    @Inject(EventReader) private readonly reader: EventReader,
  ) {}

  /**
   * A cursor that is none of ours, or of another database, is answered by a resync.
   * @param after the cursor that the client has seen last; from now on when absent
   * @param wanted which events this subscription is about; the others still move the cursor
   */
  async follow(
    organizationId: string,
    after: string | null | undefined,
    wanted: (event: StoredEvent) => boolean,
  ): Promise<AsyncIterableIterator<LiveEvent>> {
    const stream = new LiveEventStream(wanted);
    // Listen first and read what was missed second: nothing falls between, and what comes twice is dropped by its cursor.
    stream.onEnd(await this.tail.listen(organizationId, (events) => stream.push(events)));
    try {
      const now = await this.reader.now(organizationId);
      const from = after ? readCursor(after) : now;
      if (!from || from.id > now.id || isAfter(from, now)) stream.start(now, []).resync();
      else if (after) await this.catchUp(organizationId, from, now, stream);
      else stream.start(from, []);
    } catch (error) {
      await stream.return();
      throw error;
    }
    return stream;
  }

  private async catchUp(
    organizationId: string,
    from: EventCursor,
    now: EventCursor,
    stream: LiveEventStream,
  ): Promise<void> {
    const missed: StoredEvent[] = [];
    let cursor = from;
    for (;;) {
      const events = await this.reader.after(organizationId, cursor, BATCH);
      missed.push(...events);
      if (missed.length > MOST_MISSED) {
        stream.start(now, []).resync();
        return;
      }
      const last = events.at(-1);
      if (!last || events.length < BATCH) break;
      cursor = last.cursor;
    }
    stream.start(from, missed);
  }
}

/** A bounded queue between the tail and one subscription. Holds what arrives until `start` says where to begin. */
class LiveEventStream implements AsyncIterableIterator<LiveEvent> {
  private readonly queue: LiveEvent[] = [];
  private early: StoredEvent[] = [];
  private seen: EventCursor | undefined;
  private waiting: ((step: IteratorResult<LiveEvent, undefined>) => void) | undefined;
  private stop: (() => void) | undefined;
  private ended = false;

  constructor(private readonly wanted: (event: StoredEvent) => boolean) {}

  onEnd(stop: () => void): void {
    if (this.ended) stop();
    else this.stop = stop;
  }

  push(events: StoredEvent[]): void {
    if (this.ended) return;
    if (!this.seen) {
      this.early.push(...events);
      return;
    }
    for (const event of events) {
      if (!isAfter(event.cursor, this.seen)) continue;
      this.seen = event.cursor;
      if (this.wanted(event)) this.deliver({ resync: false, cursor: writeCursor(event.cursor), event });
    }
  }

  start(from: EventCursor, missed: StoredEvent[]): this {
    this.seen = from;
    this.push(missed);
    this.push(this.early);
    this.early = [];
    return this;
  }

  /** Forgets what is queued: the client loads everything anyway. */
  resync(): void {
    if (!this.seen) return;
    this.queue.length = 0;
    this.deliver({ resync: true, cursor: writeCursor(this.seen), event: null });
  }

  next(): Promise<IteratorResult<LiveEvent, undefined>> {
    const first = this.queue.shift();
    if (first) return Promise.resolve({ done: false, value: first });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => (this.waiting = resolve));
  }

  return(): Promise<IteratorResult<LiveEvent, undefined>> {
    this.ended = true;
    this.queue.length = 0;
    this.early = [];
    this.stop?.();
    this.waiting?.({ done: true, value: undefined });
    this.waiting = undefined;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private deliver(event: LiveEvent): void {
    if (this.waiting) {
      this.waiting({ done: false, value: event });
      this.waiting = undefined;
      return;
    }
    this.queue.push(event);
    if (this.queue.length > MOST_MISSED) this.resync();
  }
}
