import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SecretToken } from '../../../platform/auth/session-token.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { SecretFeeds } from '../../../platform/http/secret-feeds.js';
import type { Settings } from '../../../platform/settings/settings.js';
import { SETTINGS } from '../../../platform/settings/settings-token.js';
import { type CalendarFeedRow, FEEDS } from './calendar-feed-row.js';
import { CalendarFeedRead } from './calendar-feed.read.js';

/** `GET /feeds/calendar/<secret>/<name>.ics`: dead with the account of whoever it is for. */
@Injectable()
export class CalendarFeedRoutes implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SecretFeeds) private readonly secretFeeds: SecretFeeds,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarFeedRead) private readonly feeds: CalendarFeedRead,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.secretFeeds.serve({
      kind: 'calendar',
      extension: 'ics',
      contentType: 'text/calendar; charset=utf-8',
      fileName: 'meetings.ics',
      text: (secret) => this.text(secret),
    });
  }

  private text({ organizationId, hash }: SecretToken): Promise<string | undefined> {
    const now = this.clock.now();
    return this.database.transaction({ organizationId }, async (tx) => {
      const feed = await tx.one<CalendarFeedRow & Record<string, unknown>>(
        `${FEEDS} and f.secret_hash = $2 and m.deactivated_at is null`,
        [organizationId, hash],
      );
      if (feed === undefined) return undefined;
      // To the hour: not every look is worth a write.
      await tx.run(
        `update calendar_feeds set last_read_at = $3
          where organization_id = $1 and id = $2 and (last_read_at is null or last_read_at < $3::timestamptz - interval '1 hour')`,
        [organizationId, feed.id, now.toISOString()],
      );
      return this.feeds.text(tx, feed, now, this.settings.publicUrl.replace(/\/$/u, ''));
    });
  }
}
