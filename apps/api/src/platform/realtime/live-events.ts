import { Inject, Injectable } from '@nestjs/common';
import { isAfter, readCursor, writeCursor, type EventCursor } from '../events/event-cursor.js';
import { EventReader, type StoredEvent } from '../events/event-reader.js';
import { EventTail } from '../events/event-tail.js';
import { LiveStream, type LiveStory } from './live-stream.js';

/** A client that missed more than this many events loads afresh; so does one whose events pile up here. */
const MOST_MISSED = 500;
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
   * @param story what of the log is told, and how
   */
  async follow<T>(
    organizationId: string,
    after: string | null | undefined,
    story: LiveStory<T>,
  ): Promise<AsyncIterableIterator<T>> {
    const stream = new LiveStream(story, MOST_MISSED);
    // Listen first and read what was missed second: nothing falls between, and what comes twice is dropped by its cursor.
    stream.onEnd(await this.tail.listen(organizationId, (events) => stream.push(events)));
    try {
      const now = await this.reader.now(organizationId);
      const resumes = after !== null && after !== undefined;
      const from = resumes ? readCursor(after) : now;
      if (!from || from.id > now.id || isAfter(from, now)) stream.start(now, []).resync();
      else if (resumes) await this.catchUp(organizationId, from, now, stream);
      else stream.start(from, []);
    } catch (error) {
      await stream.return();
      throw error;
    }
    return stream;
  }

  private async catchUp<T>(
    organizationId: string,
    from: EventCursor,
    now: EventCursor,
    stream: LiveStream<T>,
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

/** A story that is told event by event. */
export function eachEvent<T>(story: {
  wanted: (event: StoredEvent) => boolean;
  tell: (event: StoredEvent, cursor: string) => T | Promise<T>;
  resync: (cursor: string) => T;
}): LiveStory<T> {
  return {
    ...story,
    tell: ({ events }) => Promise.all(events.map((event) => story.tell(event, writeCursor(event.cursor)))),
  };
}
