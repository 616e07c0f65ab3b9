import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { sha256 } from './session-token.js';

/** Limits shared by all processes, counted in the database in fixed windows. Keys are stored as hashes. */
@Injectable()
export class RateLimiter {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Counts one attempt, also when it comes fifteen times in one document.
   * @throws RATE_LIMITED with the seconds to wait when more than `most` came within the window
   */
  async count(key: string, most: number, windowSeconds: number): Promise<void> {
    const [row] = await this.database.withoutOrganization<{ hits: number; wait: number }>(
      `insert into rate_limits as l (bucket, window_ends_at, hits) values ($1, now() + make_interval(secs => $2), 1)
       on conflict (bucket) do update set
         hits = case when l.window_ends_at <= now() then 1 else l.hits + 1 end,
         window_ends_at = case when l.window_ends_at <= now() then excluded.window_ends_at else l.window_ends_at end
       returning hits, ceil(extract(epoch from window_ends_at - now()))::int as wait`,
      [sha256(key), windowSeconds],
    );
    if (row && row.hits > most) throw refusePlatform('RATE_LIMITED', { retryAfterSeconds: row.wait });
  }

  /** Removes windows that are over; the worker calls it. */
  async sweep(): Promise<void> {
    await this.database.withoutOrganization('delete from rate_limits where window_ends_at < now()');
  }
}
