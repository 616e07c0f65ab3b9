import { createHash } from 'node:crypto';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiter } from '../auth/rate-limiter.js';
import { Secrets } from '../auth/secrets.js';
import type { SecretToken } from '../auth/session-token.js';
import { answerRefusals, type RefusalReply } from './answer-refusals.js';
import { serveRoutes } from './serve-routes.js';

/** Programs that read feeds ask every few minutes. */
const MOST_READS = 120;
const WINDOW_SECONDS = 60;

/** A text that programs without a session read, at `/feeds/<kind>/<secret>/<any name>.<extension>`. */
export interface SecretFeed {
  kind: string;
  extension: string;
  contentType: string;
  /** What it is saved as, where a program saves it. */
  fileName?: string;
  /** Undefined where the secret opens nothing, or nothing any more. */
  text(secret: SecretToken): Promise<string | undefined>;
}

/** Whoever has the address of a feed reads it; a revoked one was never there. */
@Injectable()
export class SecretFeeds {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
  ) {}

  serve(feed: SecretFeed): void {
    const secretIn = new RegExp(String.raw`^/feeds/${feed.kind}/([^/?]+)/[^/?]*\.${feed.extension}(?:\?|$)`, 'u');
    serveRoutes(this.host, `feeds/${feed.kind}`, (scope) => {
      scope.get(`/feeds/${feed.kind}/:secret/:name.${feed.extension}`, (request, reply) =>
        answerRefusals(request, reply, logger, replyTo, () => this.read(feed, secretIn, request, reply)),
      );
    });
  }

  private async read(feed: SecretFeed, secretIn: RegExp, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const address = request.socket.remoteAddress ?? '';
    await this.limits.count(`feeds/${feed.kind}:${address}`, MOST_READS, WINDOW_SECONDS);
    // As it came: a secret that is written in another way is another one.
    const secret = this.secrets.read(secretIn.exec(request.url)?.[1]);
    const text = secret && (await feed.text(secret));
    if (text === undefined) throw refusePlatform('NOT_FOUND', {});
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    void reply
      .header('etag', tag)
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('x-robots-tag', 'noindex')
      .header('referrer-policy', 'no-referrer')
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (feed.fileName !== undefined) void reply.header('content-disposition', `inline; filename="${feed.fileName}"`);
    if (request.headers['if-none-match'] === tag) await reply.code(304).send();
    else await reply.header('content-type', feed.contentType).send(text);
  }
}

const logger = new Logger('Feeds');

function replyTo({ code, details: { retryAfterSeconds } }: Refusal): RefusalReply {
  if (code === 'RATE_LIMITED') return { status: 429, message: `Wait ${String(retryAfterSeconds)} seconds.` };
  return { status: 404, message: 'This is not here.' };
}
