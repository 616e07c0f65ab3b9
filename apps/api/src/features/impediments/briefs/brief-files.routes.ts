import type { BriefSending, GivenAnswer } from '@chapterhouse/domain/impediments/brief-document';
import { briefAsMarkdown } from '@chapterhouse/domain/impediments/brief-markdown';
import type { EscalationBrief } from '@chapterhouse/domain/impediments/escalation-brief';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiter } from '../../../platform/auth/rate-limiter.js';
import { RequestIdentity } from '../../../platform/auth/request-identity.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { answerRefusals, type RefusalReply } from '../../../platform/http/answer-refusals.js';
import { serveRoutes } from '../../../platform/http/serve-routes.js';
import { BriefsService } from './briefs.service.js';
import type { BriefAnswer } from './briefs.graphql.js';
import { briefAsPdf } from './pdf/brief-pdf.js';

const STATUS: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, RATE_LIMITED: 429 };
/** Setting a PDF takes a moment of everybody's processor. */
const MOST_FILES = 30;
const WINDOW_SECONDS = 60;

/** How a brief is written as a file. */
interface Format {
  type: string;
  ending: string;
  write(brief: EscalationBrief, answer: GivenAnswer | null, sending: BriefSending): string | Promise<Buffer>;
}

const FORMATS: readonly Format[] = [
  { type: 'text/markdown; charset=utf-8', ending: 'md', write: briefAsMarkdown },
  { type: 'application/pdf', ending: 'pdf', write: briefAsPdf },
];

/** `GET /files/briefs/:id.md` and `.pdf`: what was sent, with its answer once there is one. */
@Injectable()
export class BriefFilesRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(RequestIdentity) private readonly identity: RequestIdentity,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(BriefsService) private readonly briefs: BriefsService,
  ) {}

  onModuleInit(): void {
    serveRoutes(this.host, 'files/briefs', (scope) => {
      for (const format of FORMATS)
        scope.get(`/files/briefs/:id.${format.ending}`, (request, reply) =>
          answerRefusals(request, reply, logger, replyTo, () => this.download(request, reply, format)),
        );
    });
  }

  private async download(request: FastifyRequest, reply: FastifyReply, format: Format): Promise<void> {
    const { viewer } = await this.identity.contextOf(request, reply);
    if (viewer === undefined) throw refusePlatform('UNAUTHENTICATED', {});
    // As it stands in the address: an id that is written in another way is none.
    const id = /^\/files\/briefs\/([^/?]+)\.[a-z]+(?:\?|$)/u.exec(request.url)?.[1] ?? '';
    const briefId = readId('EscalationBrief', id);
    await this.limits.count(`brief-files:${viewer.organizationId}:${viewer.personId}`, MOST_FILES, WINDOW_SECONDS);
    const { row, shown } = await this.briefs.asKept(viewer, briefId);
    const { answer, sentBy, recipients, sentAt: at, fingerprint } = shown;
    const sending = { by: sentBy.name, to: recipients.map(({ name }) => name), at, fingerprint };
    const written = await format.write(row.content, answer && givenAnswer(answer), sending);
    await reply
      .header('content-type', format.type)
      .header('content-disposition', `attachment; filename="${fileName(row.content)}.${format.ending}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-security-policy', "default-src 'none'; sandbox")
      // Its answer may come.
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Cookie')
      .send(written);
  }
}

const logger = new Logger('BriefFiles');

function givenAnswer({ kind, words, by, insteadOf, at }: BriefAnswer): GivenAnswer {
  return { kind, words, at, by: insteadOf === null ? by.name : `${by.name} for ${insteadOf.name}` };
}

/** Letters, digits and dashes only, whatever is kept. */
function fileName({ impediment }: EscalationBrief): string {
  return `${impediment.key.replaceAll(/[^A-Za-z0-9-]/gu, '')}-escalation-brief`;
}

function replyTo({ code, details: { reason, retryAfterSeconds } }: Refusal): RefusalReply {
  return { status: STATUS[code] ?? 409, message: wordsOf(code, reason, retryAfterSeconds) };
}

function wordsOf(code: string, reason: unknown, retryAfterSeconds: unknown): string {
  if (typeof reason === 'string') return reason;
  if (typeof retryAfterSeconds === 'number') return `Too many files at once: wait ${retryAfterSeconds} seconds.`;
  return code === 'UNAUTHENTICATED' ? 'Sign in first.' : 'This is not here.';
}
