import { isAfter, writeCursor, type EventCursor } from '../events/event-cursor.js';
import type { StoredEvent } from '../events/event-reader.js';

/** What came at once. */
export interface LiveBatch {
  /** Wanted, and not told before. */
  events: StoredEvent[];
  /** The tail's own array, the same for every listener: the key to what is loaded once for all of them. */
  shared: StoredEvent[];
}

/** What of the log a subscription tells, and how. */
export interface LiveStory<T> {
  /** The others still move the cursor. */
  wanted: (event: StoredEvent) => boolean;
  tell: (batch: LiveBatch) => T[] | Promise<T[]>;
  /** The order to load afresh, after a gap too long to fill; `cursor` is where to go on from. */
  resync: (cursor: string) => T;
}

/**
 * A bounded queue between the tail and one subscription. Holds what arrives until `start` says where to begin.
 * Ends at once when told to, also while somebody waits for the next one.
 */
export class LiveStream<T> implements AsyncIterableIterator<T> {
  private queue: (LiveBatch | 'resync')[] = [];
  private waitingEvents = 0;
  private told: T[] = [];
  private early: StoredEvent[][] = [];
  private seen: EventCursor | undefined;
  private wake: (() => void) | undefined;
  private stop: (() => void) | undefined;
  private ended = false;

  /** @param mostWaiting events that may wait for the subscription before it is told to load afresh */
  constructor(
    private readonly story: LiveStory<T>,
    private readonly mostWaiting: number,
  ) {}

  onEnd(stop: () => void): void {
    if (this.ended) stop();
    else this.stop = stop;
  }

  push(shared: StoredEvent[]): void {
    if (this.ended) return;
    const { seen } = this;
    if (!seen) {
      this.early.push(shared);
      return;
    }
    const unseen = shared.filter((event) => isAfter(event.cursor, seen));
    this.seen = unseen.at(-1)?.cursor ?? seen;
    const events = unseen.filter((event) => this.story.wanted(event));
    if (events.length > 0) this.deliver({ events, shared });
  }

  start(from: EventCursor, missed: StoredEvent[]): this {
    this.seen = from;
    this.push(missed);
    for (const shared of this.early) this.push(shared);
    this.early = [];
    return this;
  }

  /** Forgets what is queued: the client loads everything anyway. */
  resync(): void {
    this.queue = [];
    this.told = [];
    this.waitingEvents = 0;
    this.deliver('resync');
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    for (;;) {
      if (this.ended) return { done: true, value: undefined };
      const ready = this.told.shift();
      if (ready !== undefined) return { done: false, value: ready };
      const step = this.queue.shift();
      if (step === 'resync') this.told.push(this.story.resync(writeCursor(this.seen ?? { xid: 0n, id: 0n })));
      else if (step) {
        this.waitingEvents -= step.events.length;
        this.told.push(...(await this.story.tell(step)));
      } else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.ended = true;
    this.queue = [];
    this.told = [];
    this.early = [];
    this.stop?.();
    this.wake?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private deliver(step: LiveBatch | 'resync'): void {
    this.queue.push(step);
    if (step !== 'resync') this.waitingEvents += step.events.length;
    if (this.waitingEvents > this.mostWaiting) this.resync();
    else this.wake?.();
  }
}
