import { addAbortSignal, Readable } from 'node:stream';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiter } from '../../../platform/auth/rate-limiter.js';
import { RequestIdentity } from '../../../platform/auth/request-identity.js';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { answerRefusals, type RefusalReply } from '../../../platform/http/answer-refusals.js';
import { serveRoutes } from '../../../platform/http/serve-routes.js';
import { decisionNumberOf } from '../decision-row.js';
import { DecisionExport } from './decision-export.js';
import { readExportQuestion } from './export-question.js';

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  RATE_LIMITED: 429,
};
/** A zip takes a while of everybody's processor. */
const MOST_FILES = 60;
const MOST_ZIPS = 6;
const WINDOW_SECONDS = 60;
const LONGEST_MS = 5 * 60_000;

/** `GET /files/decisions/D-7.md` and `/files/decisions.zip?…` with what the log is narrowed to, or `keys=D-1,D-7`. */
@Injectable()
export class DecisionFilesRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(RequestIdentity) private readonly identity: RequestIdentity,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(DecisionExport) private readonly files: DecisionExport,
  ) {}

  onModuleInit(): void {
    serveRoutes(this.host, 'files/decisions', (scope) => {
      scope.get('/files/decisions/:key.md', (request, reply) =>
        answerRefusals(request, reply, logger, replyTo, () => this.one(request, reply)),
      );
      scope.get('/files/decisions.zip', (request, reply) =>
        answerRefusals(request, reply, logger, replyTo, () => this.many(request, reply)),
      );
    });
  }

  private async one(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewer(request, reply);
    const number = decisionNumberOf(/^\/files\/decisions\/(D-\d+)\.md(?:\?|$)/u.exec(request.url)?.[1] ?? '');
    if (number === undefined) throw refusePlatform('NOT_FOUND', {});
    await this.limits.count(`decision-files:${viewer.organizationId}:${viewer.personId}`, MOST_FILES, WINDOW_SECONDS);
    const { name, text } = await this.files.one(viewer, number);
    await this.headers(reply, 'text/markdown; charset=utf-8', `D-${name}`).send(text);
  }

  private async many(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewer(request, reply);
    await this.limits.count(`decision-zips:${viewer.organizationId}:${viewer.personId}`, MOST_ZIPS, WINDOW_SECONDS);
    const question = readExportQuestion(new URLSearchParams(request.url.split('?')[1] ?? ''), viewer.today);
    const ids = await this.files.idsOf(viewer, question);
    const zip = Readable.from(this.files.zip(scopeOf(viewer), ids), { objectMode: false });
    addAbortSignal(AbortSignal.timeout(LONGEST_MS), zip);
    zip.on('error', (error) =>
      logger.warn({ requestId: request.id, message: `A zip was broken off: ${error.message}` }),
    );
    void this.headers(reply, 'application/zip', `decisions-${viewer.today}.zip`).send(zip);
  }

  private headers(reply: FastifyReply, type: string, name: string): FastifyReply {
    return reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'no-store');
  }

  private async viewer(request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
    const { viewer } = await this.identity.contextOf(request, reply);
    if (viewer === undefined) throw refusePlatform('UNAUTHENTICATED', {});
    return viewer;
  }
}

const logger = new Logger('DecisionFiles');

function replyTo({ code, details }: Refusal): RefusalReply {
  return { status: STATUS[code] ?? 409, message: wordsOf(code, details) };
}

function wordsOf(code: string, { fields, reason, retryAfterSeconds }: Record<string, unknown>): string {
  if (Array.isArray(fields)) return fields.map((field: { problem?: string }) => field.problem ?? '').join(' ');
  if (typeof reason === 'string') return reason;
  if (typeof retryAfterSeconds === 'number') return `Too many files at once: wait ${retryAfterSeconds} seconds.`;
  return code === 'UNAUTHENTICATED' ? 'Sign in first.' : 'This is not here.';
}
