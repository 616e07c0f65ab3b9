import { Inject, Injectable } from '@nestjs/common';
import { Coalesced } from '../coalesced.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { isUnchangedIn, type LogMark, markIn } from './log-mark.js';

/** Values that one read keeps: one an organization, or one for each of its variants. The one not asked for longest goes. */
const MOST_KEPT = 50;

interface Kept<T> {
  mark: LogMark;
  value: T;
}

/** Keeps what was read of an organization for as long as its event log says nothing new. `Variant` is plain data. */
export class FreshRead<T, Variant> {
  private readonly places = new Map<string, Coalesced<T>>();

  constructor(
    private readonly database: Database,
    private readonly read: (tx: Tx, variant: Variant) => Promise<T>,
  ) {}

  /**
   * Never older than the question: the log is asked after it, once for all who wait, and what it does not vouch for is read
   * anew. The same object as long as nothing happened.
   * @param variant what the value depends on beside the rows, such as the day
   */
  get(organizationId: string, variant: Variant): Promise<T> {
    const key = organizationId + JSON.stringify(variant);
    const place = this.places.get(key) ?? this.placeOf(organizationId, variant);
    this.places.delete(key);
    this.places.set(key, place);
    const [oldest] = this.places.keys();
    if (this.places.size > MOST_KEPT && oldest !== undefined) this.places.delete(oldest);
    return place.ask();
  }

  private placeOf(organizationId: string, variant: Variant): Coalesced<T> {
    let kept: Kept<T> | undefined;
    return new Coalesced(() =>
      this.database.transaction({ organizationId }, async (tx) => {
        if (kept && (await isUnchangedIn(tx, kept.mark))) return kept.value;
        kept = undefined;
        const mark = await markIn(tx);
        const value = await this.read(tx, variant);
        kept = { mark, value };
        return value;
      }),
    );
  }
}

/** Makes reads that are kept while nothing happens. What they show must change only together with an event of the log. */
@Injectable()
export class FreshReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param read in a transaction of the organization; asks nothing of who is asking */
  of<T, Variant>(read: (tx: Tx, variant: Variant) => Promise<T>): FreshRead<T, Variant> {
    return new FreshRead(this.database, read);
  }
}
