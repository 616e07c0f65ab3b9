import { createHash } from 'node:crypto';
import { DECISION_STATE_TITLES, type DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiter } from '../../../platform/auth/rate-limiter.js';
import { Secrets } from '../../../platform/auth/secrets.js';
import { Database } from '../../../platform/database/database.js';
import { answerRefusals, type RefusalReply } from '../../../platform/http/answer-refusals.js';
import type { Settings } from '../../../platform/settings/settings.js';
import { SETTINGS } from '../../../platform/settings/settings-token.js';
import { decisionKeyOf } from '../decision-row.js';
import { atomOf } from './atom.js';

/** Readers of feeds ask every few minutes. */
const MOST_READS = 120;
const WINDOW_SECONDS = 60;
const ENTRIES = 50;
const LONGEST_SUMMARY = 1000;

interface EntryRow extends Record<string, unknown> {
  feed_id: string;
  feed_created_at: string;
  team: string;
  id: string | null;
  number: number;
  title: string;
  state: DecisionState;
  summary: string;
  proposed_at: string;
  updated_at: string;
}

/** `GET /feeds/decisions/<secret>/<team>.atom`: whoever has the address reads it; a revoked one was never there. */
@Injectable()
export class DecisionFeedRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Database) private readonly database: Database,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    // The command line has no HTTP server.
    const fastify: FastifyInstance | undefined = this.host.httpAdapter?.getInstance();
    void fastify?.register((scope, _options, done) => {
      scope.get('/feeds/decisions/:secret/:name.atom', (request, reply) =>
        answerRefusals(request, reply, logger, replyTo, () => this.read(request, reply)),
      );
      done();
    });
  }

  private async read(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const address = request.socket.remoteAddress ?? '';
    await this.limits.count(`decision-feeds:${address}`, MOST_READS, WINDOW_SECONDS);
    const text = await this.feed(/^\/feeds\/decisions\/([^/?]+)\/[^/?]*\.atom(?:\?|$)/u.exec(request.url)?.[1]);
    if (text === undefined) throw refusePlatform('NOT_FOUND', {});
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    void reply
      .header('etag', tag)
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('x-robots-tag', 'noindex')
      .header('referrer-policy', 'no-referrer')
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (request.headers['if-none-match'] === tag) await reply.code(304).send();
    else await reply.header('content-type', 'application/atom+xml; charset=utf-8').send(text);
  }

  private async feed(text: string | undefined): Promise<string | undefined> {
    const secret = this.secrets.read(text);
    if (secret === undefined) return undefined;
    const { organizationId, hash } = secret;
    const rows = await this.database.transaction({ organizationId }, (tx) =>
      tx.query<EntryRow>(ENTRIES_OF_FEED, [organizationId, hash, ENTRIES, LONGEST_SUMMARY]),
    );
    const [first] = rows;
    if (first === undefined) return undefined;
    const decisions = rows.filter(({ id }) => id !== null);
    const base = this.settings.publicUrl.replace(/\/$/u, '');
    return atomOf({
      id: `urn:uuid:${first.feed_id}`,
      title: `Decisions of ${first.team}`,
      link: `${base}/decisions`,
      updatedAt: decisions[0]?.updated_at ?? first.feed_created_at,
      entries: decisions.map(({ id, number, title, state, summary, proposed_at, updated_at }) => ({
        id: `urn:uuid:${id}`,
        title: `${decisionKeyOf(number)} ${title} (${DECISION_STATE_TITLES[state]})`,
        link: `${base}/decisions/${decisionKeyOf(number)}`,
        publishedAt: proposed_at,
        updatedAt: updated_at,
        summary,
        category: state.toLowerCase(),
      })),
    });
  }
}

const logger = new Logger('DecisionFeeds');

function replyTo({ code, details: { retryAfterSeconds } }: Refusal): RefusalReply {
  if (code === 'RATE_LIMITED') return { status: 429, message: `Wait ${String(retryAfterSeconds)} seconds.` };
  return { status: 404, message: 'This is not here.' };
}

/** Of a team: what is decided in it, and what touches it. Dead with the account of whoever made it. */
const ENTRIES_OF_FEED = `
  select f.id as feed_id, f.created_at as feed_created_at, t.name as team, d.id, d.number, d.title, d.state, d.proposed_at,
         d.updated_at,
         left(coalesce(nullif(d.words ->> 'outcome', ''), nullif(d.words ->> 'context', ''), ''), $4) as summary
    from decision_feeds f
    join people p on p.organization_id = f.organization_id and p.id = f.created_by and p.deactivated_at is null
    join teams t on t.organization_id = f.organization_id and t.id = f.team_id
    left join lateral (
      select * from decisions d where d.organization_id = f.organization_id
         and (d.team_id = f.team_id or d.id in (
           select l.decision_id from decision_links l where l.organization_id = f.organization_id and l.team_id = f.team_id))
       order by d.updated_at desc, d.number desc limit $3
    ) as d on true
   where f.organization_id = $1 and f.secret_hash = $2
   order by d.updated_at desc, d.number desc`;
