import { addAbortSignal, Readable } from 'node:stream';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestIdentity } from '../../../platform/auth/request-identity.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { answerRefusals, type RefusalReply } from '../../../platform/http/answer-refusals.js';
import { serveRoutes } from '../../../platform/http/serve-routes.js';
import { readQuestion } from './csv-question.js';
import { ImpedimentCsv } from './impediment-csv.js';

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  RATE_LIMITED: 429,
};
/** Whoever does not take the file for so long gets no more of it. */
const LONGEST_MS = 5 * 60_000;

/** `GET /files/impediments.csv?screen=…` with the address of the screen: what it shows, as a file. */
@Injectable()
export class ImpedimentCsvRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(RequestIdentity) private readonly identity: RequestIdentity,
    @Inject(ImpedimentCsv) private readonly csv: ImpedimentCsv,
  ) {}

  onModuleInit(): void {
    serveRoutes(this.host, 'files/impediments', (scope) => {
      scope.get('/files/impediments.csv', (request, reply) =>
        answerRefusals(request, reply, logger, replyTo, () => this.download(request, reply)),
      );
    });
  }

  private async download(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewer(request, reply);
    const question = readQuestion(new URLSearchParams(request.url.split('?')[1] ?? ''));
    const texts = this.csv.texts(viewer, question, () => this.viewer(request, reply));
    // Before anything is sent, so that a refusal is one.
    const first = await texts.next();
    const file = Readable.from(following(first, texts), { objectMode: false });
    addAbortSignal(AbortSignal.timeout(LONGEST_MS), file);
    file.on('error', (error) =>
      logger.warn({ requestId: request.id, message: `A file was broken off: ${error.message}` }),
    );
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="impediments-${viewer.today}.csv"`)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'no-store')
      .send(file);
  }

  private async viewer(request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
    const { viewer } = await this.identity.contextOf(request, reply);
    if (viewer === undefined) throw refusePlatform('UNAUTHENTICATED', {});
    return viewer;
  }
}

const logger = new Logger('ImpedimentCsv');

async function* following(first: IteratorResult<string>, others: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done !== true) yield first.value;
  yield* others;
}

function replyTo({ code, details }: Refusal): RefusalReply {
  return { status: STATUS[code] ?? 409, message: wordsOf(code, details) };
}

function wordsOf(code: string, details: Record<string, unknown>): string {
  const { fields, reason, retryAfterSeconds } = details;
  if (Array.isArray(fields)) return fields.map((field: { problem?: string }) => field.problem ?? '').join(' ');
  if (typeof reason === 'string') return reason;
  if (typeof retryAfterSeconds === 'number') return `Too many files at once: wait ${retryAfterSeconds} seconds.`;
  return code === 'UNAUTHENTICATED' ? 'Sign in first.' : 'This is not here.';
}
