import { createHash } from 'node:crypto';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiter } from '../../../platform/auth/rate-limiter.js';
import { Secrets } from '../../../platform/auth/secrets.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { answerRefusals, type RefusalReply } from '../../../platform/http/answer-refusals.js';
import type { Settings } from '../../../platform/settings/settings.js';
import { SETTINGS } from '../../../platform/settings/settings-token.js';
import { type CalendarFeedRow, FEEDS } from './calendar-feed-row.js';
import { CalendarFeedRead } from './calendar-feed.read.js';

/** Calendar programs ask every few minutes. */
const MOST_READS = 120;
const WINDOW_SECONDS = 60;

/** `GET /feeds/calendar/<secret>/<name>.ics`: whoever has the address reads it; a revoked one was never there. */
@Injectable()
export class CalendarFeedRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Database) private readonly database: Database,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarFeedRead) private readonly feeds: CalendarFeedRead,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    // The command line has no HTTP server.
    const fastify: FastifyInstance | undefined = this.host.httpAdapter?.getInstance();
    void fastify?.register((scope, _options, done) => {
      scope.get('/feeds/calendar/:secret/:name.ics', (request, reply) =>
        answerRefusals(request, reply, logger, replyTo, () => this.read(request, reply)),
      );
      done();
    });
  }

  private async read(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const address = request.socket.remoteAddress ?? '';
    await this.limits.count(`calendar-feeds:${address}`, MOST_READS, WINDOW_SECONDS);
    const text = await this.text(/^\/feeds\/calendar\/([^/?]+)\/[^/?]*\.ics(?:\?|$)/u.exec(request.url)?.[1]);
    if (text === undefined) throw refusePlatform('NOT_FOUND', {});
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    void reply
      .header('etag', tag)
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('x-robots-tag', 'noindex')
      .header('referrer-policy', 'no-referrer')
      .header('content-disposition', 'inline; filename="meetings.ics"')
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (request.headers['if-none-match'] === tag) await reply.code(304).send();
    else await reply.header('content-type', 'text/calendar; charset=utf-8').send(text);
  }

  private async text(given: string | undefined): Promise<string | undefined> {
    const secret = this.secrets.read(given);
    if (secret === undefined) return undefined;
    const { organizationId, hash } = secret;
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

const logger = new Logger('CalendarFeeds');

function replyTo({ code, details: { retryAfterSeconds } }: Refusal): RefusalReply {
  if (code === 'RATE_LIMITED') return { status: 429, message: `Wait ${String(retryAfterSeconds)} seconds.` };
  return { status: 404, message: 'This is not here.' };
}
