import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import type { Tx, TxScope } from '../database/tx.js';
import { type Presence, PresenceStream } from './presence-stream.js';

/** How often a process looks who else is there, in milliseconds: other processes write to the same table. */
const LOOK_MS = 2_000;
/** Every so many looks it says that its own people are still there. */
const LOOKS_A_LEASE = 5;
/** Whoever has not been seen for so long is gone: the process behind them was killed. */
const LEASE = '30 seconds';
/** Of a row: not left, and the process behind it lives. */
const IS_THERE = `left_at is null and seen_at > clock_timestamp() - interval '${LEASE}'`;
/** People that are told of at one place; more is a crowd. */
const MOST_TOLD = 100;

interface Visit {
  organizationId: string;
  place: string;
  stream: PresenceStream;
}

/** Who is looking at the same place, over all processes. A row for each subscription, with a lease; nothing in the event log. */
@Injectable()
export class Presences implements OnApplicationShutdown {
  private readonly logger = new Logger('Presences');
  private readonly visits = new Map<string, Visit>();
  private timer: NodeJS.Timeout | undefined;
  private looks = 0;
  private looking: Promise<void> = Promise.resolve();

  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Subscribing is being there, until the subscription ends. Tells the whole set at once and each time it changes.
   * @param place a name that means the same to everybody of the organization
   */
  async enter(scope: TxScope & { actorId: string }, place: string): Promise<PresenceStream> {
    const id = newId();
    const { organizationId } = scope;
    const stream = new PresenceStream(() => void this.leave(id, organizationId, place));
    await this.database.transaction(scope, (tx) =>
      tx.run('insert into presences (organization_id, id, place, person_id) values ($1, $2, $3, $4)', [
        organizationId,
        id,
        place,
        scope.actorId,
      ]),
    );
    this.visits.set(id, { organizationId, place, stream });
    this.timer ??= setInterval(() => void this.look(), LOOK_MS).unref();
    await this.lookAt(organizationId, [place]);
    return stream;
  }

  /**
   * For how long somebody has not been at a place, in milliseconds by the database's clock: 0 while they are there.
   * Undefined when they were not there in the last few minutes.
   */
  async awayFor(tx: Tx, place: string, personId: string): Promise<number | undefined> {
    const row = await tx.one<{ away: number | null }>(
      `select 1000 * min(case when ${IS_THERE} then 0 else extract(epoch from clock_timestamp() - coalesce(left_at, seen_at)) end)::float8 as away
         from presences where organization_id = $1 and place = $2 and person_id = $3`,
      [tx.organizationId, place, personId],
    );
    return row?.away ?? undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    const streams = [...this.visits.values()].map(({ stream }) => stream);
    await Promise.all(streams.map((stream) => stream.return()));
    await this.looking;
  }

  private async leave(id: string, organizationId: string, place: string): Promise<void> {
    this.visits.delete(id);
    if (this.visits.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
    await this.quietly(async () => {
      await this.database.transaction({ organizationId }, (tx) =>
        tx.run('update presences set left_at = clock_timestamp() where organization_id = $1 and id = $2', [
          organizationId,
          id,
        ]),
      );
      await this.lookAt(organizationId, [place]);
    });
  }

  private look(): Promise<void> {
    this.looks += 1;
    const renew = this.looks % LOOKS_A_LEASE === 0;
    this.looking = this.looking.then(() =>
      this.quietly(async () => {
        for (const [organizationId, places] of this.places()) {
          if (renew) await this.renew(organizationId);
          await this.lookAt(organizationId, places);
        }
      }),
    );
    return this.looking;
  }

  private async lookAt(organizationId: string, places: string[]): Promise<void> {
    const there = await this.database.transaction({ organizationId }, (tx) => present(tx, places));
    for (const visit of this.visits.values())
      if (visit.organizationId === organizationId && places.includes(visit.place))
        visit.stream.push((there.get(visit.place) ?? []).slice(0, MOST_TOLD));
  }

  /** This process's people are still there; rows that nobody renews any more go away, and those of who left. */
  private async renew(organizationId: string): Promise<void> {
    const ids = [...this.visits].flatMap(([id, visit]) => (visit.organizationId === organizationId ? [id] : []));
    await this.database.transaction({ organizationId }, async (tx) => {
      await tx.run(
        'update presences set seen_at = clock_timestamp() where organization_id = $1 and id = any($2::uuid[])',
        [organizationId, ids],
      );
      await tx.run(
        `delete from presences where organization_id = $1 and coalesce(left_at, seen_at) < clock_timestamp() - interval '5 minutes'`,
        [organizationId],
      );
    });
  }

  private places(): Map<string, string[]> {
    const places = new Map<string, Set<string>>();
    for (const { organizationId, place } of this.visits.values())
      places.set(organizationId, (places.get(organizationId) ?? new Set()).add(place));
    return new Map([...places].map(([organizationId, set]) => [organizationId, [...set]]));
  }

  /** The database may be away for a moment; the next look tells. */
  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn(`Could not look who is there: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** By place; who came first comes first. */
async function present(tx: Tx, places: string[]): Promise<Map<string, Presence[]>> {
  const rows = await tx.query<{ place: string; person_id: string; since: string }>(
    `select place, person_id, min(since) as since from presences
      where organization_id = $1 and place = any($2::text[]) and ${IS_THERE}
      group by place, person_id order by min(since), person_id`,
    [tx.organizationId, places],
  );
  const byPlace = new Map<string, Presence[]>();
  for (const { place, person_id: personId, since } of rows) {
    const people = byPlace.get(place) ?? [];
    people.push({ personId, since });
    byPlace.set(place, people);
  }
  return byPlace;
}
