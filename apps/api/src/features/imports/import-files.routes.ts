import type { Readable } from 'node:stream';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestIdentity } from '../../platform/auth/request-identity.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import { answerRefusals, type RefusalReply } from '../../platform/http/answer-refusals.js';
import { serveRoutes } from '../../platform/http/serve-routes.js';
import { MOST_FILE_BYTES } from './import-file.js';
import { IMPORT_KINDS } from './import-kind.js';
import { reportCsv } from './import-report.js';
import { ImportsService } from './imports.service.js';
import { ReceiveImport } from './receive-import.js';

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  IMPORT_TOO_LARGE: 413,
  INVALID_INPUT: 400,
};

/**
 * Files in and reports out. In a Fastify scope of its own: only here bytes are taken, streamed, and only from our own
 * pages (a header that other sites cannot send; their Origin is refused before).
 */
@Injectable()
export class ImportFilesRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(RequestIdentity) private readonly identity: RequestIdentity,
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(ReceiveImport) private readonly receiving: ReceiveImport,
  ) {}

  onModuleInit(): void {
    serveRoutes(this.host, 'files/imports', (scope) => {
      scope.addContentTypeParser('application/octet-stream', (_request, payload, parsed) => parsed(null, payload));
      scope.post('/files/imports', { bodyLimit: MOST_FILE_BYTES }, (request, reply) =>
        answer(request, reply, () => this.upload(request, reply)),
      );
      scope.get('/files/imports/:id/report.csv', (request, reply) =>
        answer(request, reply, () => this.report(request, reply)),
      );
    });
  }

  private async upload(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewer(request, reply);
    if (request.headers['x-chapterhouse'] !== 'web')
      throw refusePlatform('FORBIDDEN', { action: 'import:run', reason: 'Send the header x-chapterhouse: web.' });
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const kind = IMPORT_KINDS.find((known) => known === query.get('kind'));
    const name = (query.get('name') ?? '').replaceAll(/\p{Cc}/gu, '').trim();
    if (kind === undefined) throw invalid('kind', `Choose one of ${IMPORT_KINDS.join(', ')}.`);
    if (name === '' || name.length > 255) throw invalid('name', 'Give the name of the file, at most 255 characters.');
    const added = query.get('import');
    const importId = added === null ? null : readId('Import', added);
    const bytes = request.body as Readable;
    const result = await this.receiving.receive(viewer, { kind, name, importId, bytes });
    await reply.code(201).send(result);
  }

  private async report(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewer(request, reply);
    const id = /^\/files\/imports\/([^/?]+)\//.exec(request.url)?.[1] ?? '';
    const row = await this.imports.row(viewer, readId('Import', id));
    const problems = (row.result ?? row.preview?.outcome)?.problems ?? [];
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="import-report-${row.created_at.slice(0, 10)}.csv"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(reportCsv(problems));
  }

  private async viewer(request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
    const { viewer } = await this.identity.contextOf(request, reply);
    if (viewer === undefined) throw refusePlatform('UNAUTHENTICATED', {});
    return viewer;
  }
}

const logger = new Logger('Imports');

function answer(request: FastifyRequest, reply: FastifyReply, work: () => Promise<void>): Promise<FastifyReply> {
  return answerRefusals(request, reply, logger, replyTo, work);
}

function replyTo(refusal: Refusal): RefusalReply {
  return { status: STATUS[refusal.code] ?? 409, message: messageOf(refusal) };
}

function messageOf({ code, details }: Refusal): string {
  const fields = details['fields'];
  if (Array.isArray(fields)) return fields.map((field: { problem?: string }) => field.problem ?? '').join(' ');
  return typeof details['reason'] === 'string' ? details['reason'] : code;
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
