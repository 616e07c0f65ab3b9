import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { EventCursor } from './event-cursor.js';
import { EventReader, type StoredEvent } from './event-reader.js';

export type EventListener = (events: StoredEvent[]) => void;

/** When nothing wakes us (another process, a lost notification) we look again after this many milliseconds. */
const POLL_MS = 1000;
const BATCH = 500;
export const EVENTS_CHANNEL = 'chapterhouse_events';

interface Tail {
  cursor: EventCursor;
  listeners: Set<EventListener>;
  reading: boolean;
  again: boolean;
  timer: NodeJS.Timeout;
}

/** Follows the event log of every organization that somebody here listens to, and hands on what is new. */
@Injectable()
export class EventTail implements OnApplicationShutdown {
  private readonly logger = new Logger('EventTail');
  private readonly tails = new Map<string, Promise<Tail>>();
  private readonly toNotify = new Set<string>();
  private readonly wakeListeners = new Set<(organizationId: string) => void>();

  constructor(
    @Inject(EventReader) private readonly reader: EventReader,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** Listens from now on; call the returned function to stop. */
  async listen(organizationId: string, listener: EventListener): Promise<() => void> {
    for (;;) {
      const opening = this.tails.get(organizationId) ?? this.open(organizationId);
      this.tails.set(organizationId, opening);
      const tail = await opening;
      // Its last listener may have left while we waited, and taken the tail along.
      if (this.tails.get(organizationId) !== opening) continue;
      tail.listeners.add(listener);
      return () => {
        tail.listeners.delete(listener);
        if (tail.listeners.size > 0) return;
        clearInterval(tail.timer);
        if (this.tails.get(organizationId) === opening) this.tails.delete(organizationId);
      };
    }
  }

  /** Something was committed here: read now, and tell the other processes (outside of the transaction: inside it halves writes). */
  wake(organizationId: string): void {
    this.woken(organizationId);
    if (this.toNotify.size === 0) setImmediate(() => void this.notify());
    this.toNotify.add(organizationId);
  }

  /** Hears of which organization something was committed, here or elsewhere, perhaps twice; call the returned function to stop. */
  onWake(listener: (organizationId: string) => void): () => void {
    this.wakeListeners.add(listener);
    return () => this.wakeListeners.delete(listener);
  }

  /** Another process says that something was committed. */
  woken(organizationId: string): void {
    for (const listener of this.wakeListeners) listener(organizationId);
    const opening = this.tails.get(organizationId);
    if (opening) void opening.then((tail) => this.read(organizationId, tail)).catch(() => undefined);
  }

  onApplicationShutdown(): void {
    for (const opening of this.tails.values())
      void opening.then((tail) => clearInterval(tail.timer)).catch(() => undefined);
    this.tails.clear();
  }

  private async open(organizationId: string): Promise<Tail> {
    try {
      const cursor = await this.reader.now(organizationId);
      const tail: Tail = {
        cursor,
        listeners: new Set(),
        reading: false,
        again: false,
        timer: setInterval(() => void this.read(organizationId, tail), POLL_MS),
      };
      tail.timer.unref();
      return tail;
    } catch (error) {
      this.tails.delete(organizationId);
      throw error;
    }
  }

  private async read(organizationId: string, tail: Tail): Promise<void> {
    if (tail.reading) {
      tail.again = true;
      return;
    }
    tail.reading = true;
    try {
      do {
        tail.again = false;
        const events = await this.reader.after(organizationId, tail.cursor, BATCH);
        const last = events.at(-1);
        if (!last) continue;
        tail.cursor = last.cursor;
        tail.again ||= events.length === BATCH;
        for (const listener of tail.listeners) listener(events);
      } while (tail.again);
    } catch (error) {
      // The poll comes back; the cursor has not moved, so nothing is skipped.
      this.logger.warn(`Could not read events: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      tail.reading = false;
    }
  }

  private async notify(): Promise<void> {
    const organizations = [...this.toNotify];
    this.toNotify.clear();
    try {
      await this.database.withoutOrganization('select pg_notify($1, id) from unnest($2::text[]) as id', [
        EVENTS_CHANNEL,
        organizations,
      ]);
    } catch {
      // Other processes poll; a lost notification costs at most POLL_MS.
    }
  }
}
