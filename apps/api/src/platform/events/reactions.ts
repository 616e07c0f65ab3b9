import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { EventReader, type StoredEvent } from './event-reader.js';
import { Verifications } from './verifications.js';

/** What follows from events, in the background: one name, the events that set it off, and the effect. */
export interface Reaction<Effect = unknown> {
  /** `feature.what-it-does`; under it the place in every organization's log is kept. */
  name: string;
  events: readonly string[];
  /** Of those that `isHistory` passes over, the ones that it wants all the same: what an import changes here, it changes now. */
  wantsHistory?(event: StoredEvent): boolean;
  /**
   * The effect of one event, through `tx` alone: effects and place are committed together, so an effect is in the
   * database exactly once, whoever is killed when. Throwing takes back this event's effect and tries again later.
   * @returns what `conclude` is to know of it
   */
  react(tx: Tx, event: StoredEvent): Promise<Effect>;
  /** Once per transaction, after the last of its events: what is worth doing for many at once. */
  conclude?(tx: Tx, effects: Effect[]): Promise<void>;
}

/** The reactions that features have registered. `ReactionRunner` runs them, in the worker. */
@Injectable()
export class Reactions implements OnModuleInit {
  private readonly registered = new Map<string, Reaction>();

  constructor(
    @Inject(EventReader) private readonly reader: EventReader,
    @Inject(Verifications) private readonly verifications: Verifications,
  ) {}

  onModuleInit(): void {
    this.verifications.register('reactions', setAside);
  }

  /** Features register in `onModuleInit`. */
  register<Effect>(reaction: Reaction<Effect>): void {
    if (this.registered.has(reaction.name)) throw new Error(`Two reactions are called ${reaction.name}.`);
    this.registered.set(reaction.name, reaction);
  }

  all(): Reaction[] {
    return [...this.registered.values()];
  }

  /**
   * Every reaction follows the organization's log from here on: a new organization's from its first event, a new
   * reaction's from when the worker meets it, not from the beginning of history. Does nothing where it follows already.
   * @returns how many begin; none for an organization that is gone
   */
  async begin(tx: Tx): Promise<number> {
    const { xid, id } = await this.reader.nowIn(tx);
    return tx.run(
      `insert into event_consumers (organization_id, consumer, xid, event_id)
       select o.organization_id, r.reaction, $3::xid8, $4::bigint from organizations o, unnest($2::text[]) as r(reaction)
        where o.organization_id = $1 on conflict do nothing`,
      [tx.organizationId, [...this.registered.keys()], xid.toString(), id.toString()],
    );
  }
}

/** What imports and set-ups tell happened long ago, somewhere else: nobody reacts to it. */
export function isHistory({ cause }: Pick<StoredEvent, 'cause'>): boolean {
  return cause !== null && (cause === 'set-up' || cause.startsWith('import:'));
}

async function setAside(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ line: string }>(
    `select format('%s gave up on event %s (%s) after %s attempts; the error is in the log as %s.',
              consumer, event_id, event_name, attempts, error_id) as line
       from events_set_aside where organization_id = $1 order by at, id limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ line }) => line);
}
