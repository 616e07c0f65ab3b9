import type { StoredEvent } from '../../platform/events/event-reader.js';

/** What a subscriber gets next: a batch of the event log, or word that it was too slow and lost some. */
export type Waiting = StoredEvent[] | 'overflow';

/** Batches that wait for one subscriber; bounded, so that one who never reads costs nothing but a resync. */
export class EventQueue {
  private batches: StoredEvent[][] = [];
  private waitingEvents = 0;
  private overflowed = false;
  private ended = false;
  private wake: (() => void) | undefined;

  /** @param mostEvents how many may wait */
  constructor(private readonly mostEvents: number) {}

  push(batch: StoredEvent[]): void {
    if (this.ended || this.overflowed) return;
    this.waitingEvents += batch.length;
    if (this.waitingEvents > this.mostEvents) {
      this.batches = [];
      this.overflowed = true;
    } else this.batches.push(batch);
    this.wake?.();
  }

  /** Waits for the next batch; undefined once the queue has ended. One reader at a time. */
  async next(): Promise<Waiting | undefined> {
    while (!this.ended) {
      if (this.overflowed) {
        this.overflowed = false;
        this.waitingEvents = 0;
        return 'overflow';
      }
      const batch = this.batches.shift();
      if (batch) {
        this.waitingEvents -= batch.length;
        return batch;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return undefined;
  }

  end(): void {
    this.ended = true;
    this.batches = [];
    this.wake?.();
  }
}
