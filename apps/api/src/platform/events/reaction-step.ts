import { Inject, Injectable, Logger } from '@nestjs/common';
import { isDatabaseAway } from '../database/constraint.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import type { Tx } from '../database/tx.js';
import type { EventCursor } from './event-cursor.js';
import { EventReader, type StoredEvent } from './event-reader.js';
import { isHistory, type Reaction, Reactions } from './reactions.js';

export const REACTION_LIMITS = {
  /** Events of one transaction: short, because everybody else's newest events are not read while it is open. */
  eventsAtOnce: 50,
  /** Then an event is set aside, so that the others are not blocked for ever: after about two minutes. */
  attempts: 7,
  /** After the first failure; twice as long after each further one. */
  retryAfterMs: 1000,
};

/** When to look again: at once, in so many milliseconds, or when woken. */
export type NextLook = 'now' | 'when woken' | { inMs: number };

/** A transaction that is older than what we wait for ends soon. */
const SOON: NextLook = { inMs: 100 };
/** Irrelevant events that are passed over without writing the place down. */
const PASSED_OVER = 100;

interface Place extends EventCursor {
  /** The event that it stands still at, and how often that has failed. */
  failingId: bigint | undefined;
  attempts: number;
  waitsMs: number;
}

/** One step of one reaction in one organization: some events, their effects and the new place, in one transaction. */
@Injectable()
export class ReactionStep {
  private readonly logger = new Logger('Reactions');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventReader) private readonly reader: EventReader,
    @Inject(Reactions) private readonly reactions: Reactions,
  ) {}

  run(organizationId: string, reaction: Reaction): Promise<NextLook> {
    return this.database.transaction({ organizationId, cause: `reaction:${reaction.name}` }, async (tx) => {
      // An advisory lock, because it takes no transaction id: while we only look, nobody's events wait for us.
      const lock = await tx.one<{ free: boolean }>(
        'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free',
        [`reaction:${organizationId}:${reaction.name}`],
      );
      // Another worker is at it, and looks again itself before it rests.
      if (!lock?.free) return SOON;
      const place = await this.placeOf(tx, reaction);
      if (!place) return (await this.reactions.begin(tx)) > 0 ? 'now' : 'when woken';
      if (place.waitsMs > 0) return { inMs: place.waitsMs };
      return this.advance(tx, reaction, place);
    });
  }

  private async advance(tx: Tx, reaction: Reaction, place: Place): Promise<NextLook> {
    // What has failed before comes alone: then it is certain what fails.
    const most = place.attempts > 0 ? 1 : REACTION_LIMITS.eventsAtOnce;
    const read = await this.reader.afterIn(tx, place, PASSED_OVER);
    const isWanted = (event: StoredEvent): boolean => !isHistory(event) || (reaction.wantsHistory?.(event) ?? false);
    const relevant = read.filter((event) => reaction.events.includes(event.name) && isWanted(event)).slice(0, most);
    const left = relevant.length === most;
    const last = left ? relevant.at(-1) : read.at(-1);
    if (!last) return (await this.reader.hasAfterIn(tx, place)) ? SOON : 'when woken';
    if (relevant.length === 0 && read.length < PASSED_OVER)
      return (await this.reader.hasAfterIn(tx, last.cursor)) ? SOON : 'when woken';
    const failed = await this.react(tx, reaction, relevant);
    if (failed) return this.fail(tx, reaction, place, { read, ...failed });
    await this.moveTo(tx, reaction, last.cursor);
    return 'now';
  }

  /** Undefined when all went well; otherwise everything before the failed event is done and nothing else. */
  private async react(tx: Tx, reaction: Reaction, events: readonly StoredEvent[]): Promise<Failure | undefined> {
    const effects: unknown[] = [];
    const attempt = async (
      at: StoredEvent,
      savepoint: string,
      work: () => Promise<void>,
    ): Promise<Failure | undefined> => {
      try {
        await tx.run(`savepoint ${savepoint}`);
        await work();
        await tx.run(`release savepoint ${savepoint}`);
        return undefined;
      } catch (error) {
        if (isDatabaseAway(error)) throw error;
        await tx.run(`rollback to savepoint ${savepoint}`);
        return { at, error };
      }
    };
    const [first] = events;
    if (!first) return undefined;
    let failed: Failure | undefined;
    const unconcluded = await attempt(first, 'all_events', async () => {
      for (const event of events) {
        failed = await attempt(event, 'one_event', async () => {
          effects.push(await reaction.react(tx, event));
        });
        if (failed) break;
      }
      if (effects.length > 0) await reaction.conclude?.(tx, effects);
    });
    return unconcluded ?? failed;
  }

  private async fail(
    tx: Tx,
    reaction: Reaction,
    place: Place,
    { at, error, read }: Failure & { read: readonly StoredEvent[] },
  ): Promise<NextLook> {
    const before = read[read.indexOf(at) - 1]?.cursor ?? place;
    const attempts = (place.failingId === at.cursor.id ? place.attempts : 0) + 1;
    const errorId = newId();
    const told = {
      message: 'a reaction failed',
      reaction: reaction.name,
      organizationId: tx.organizationId,
      event: Number(at.cursor.id),
      name: at.name,
      attempts,
      errorId,
      error: whereOf(error),
    };
    if (attempts >= REACTION_LIMITS.attempts) {
      this.logger.error({ ...told, message: 'a reaction gave up on an event; it is set aside' });
      await tx.run(
        `insert into events_set_aside (organization_id, id, consumer, event_id, event_name, attempts, error_id)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [tx.organizationId, newId(), reaction.name, at.cursor.id.toString(), at.name, attempts, errorId],
      );
      await this.moveTo(tx, reaction, at.cursor);
      return 'now';
    }
    this.logger.warn(told);
    const inMs = REACTION_LIMITS.retryAfterMs * 2 ** (attempts - 1);
    await this.moveTo(tx, reaction, before, { failing: at, attempts, inMs });
    return { inMs };
  }

  /** Undefined when the reaction is new here, or the log is another database's: then it begins now. */
  private async placeOf(tx: Tx, { name }: Reaction): Promise<Place | undefined> {
    const row = await tx.one<PlaceRow>(
      `select xid::text as xid, event_id::text as event_id, failing_id::text as failing_id, attempts,
              greatest(0, ceil(extract(epoch from retry_at - clock_timestamp()) * 1000))::int as waits_ms,
              xid > pg_snapshot_xmax(pg_current_snapshot()) as ahead
         from event_consumers where organization_id = $1 and consumer = $2`,
      [tx.organizationId, name],
    );
    if (row && !row.ahead)
      return {
        xid: BigInt(row.xid),
        id: BigInt(row.event_id),
        failingId: row.failing_id === null ? undefined : BigInt(row.failing_id),
        attempts: row.attempts,
        waitsMs: row.waits_ms ?? 0,
      };
    if (row) {
      // A backup was restored into a younger database, whose transactions count from the beginning.
      this.logger.warn({ message: 'a reaction begins anew in a restored database', reaction: name });
      await tx.run('delete from event_consumers where organization_id = $1 and consumer = $2', [
        tx.organizationId,
        name,
      ]);
    }
    return undefined;
  }

  private async moveTo(
    tx: Tx,
    { name }: Reaction,
    { xid, id }: EventCursor,
    standing?: { failing: StoredEvent; attempts: number; inMs: number },
  ): Promise<void> {
    await tx.run(
      `update event_consumers set xid = $3::xid8, event_id = $4::bigint, failing_id = $5, attempts = $6,
              retry_at = clock_timestamp() + make_interval(secs => $7::float8 / 1000)
        where organization_id = $1 and consumer = $2`,
      [
        tx.organizationId,
        name,
        xid.toString(),
        id.toString(),
        standing?.failing.cursor.id.toString() ?? null,
        standing?.attempts ?? 0,
        standing?.inMs ?? null,
      ],
    );
  }
}

interface Failure {
  at: StoredEvent;
  error: unknown;
}

interface PlaceRow extends Record<string, unknown> {
  xid: string;
  event_id: string;
  failing_id: string | null;
  attempts: number;
  waits_ms: number | null;
  ahead: boolean;
}

/** Its kind and place in our code; the message may hold what people wrote. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const lines = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return [error.name, ...lines.slice(0, 3).map((line) => line.trim())].join(' ');
}
