import { addAbortSignal, Readable } from 'node:stream';
import { artifactNumberOf } from '@chapterhouse/domain/communities/artifact-state';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiter } from '../../../platform/auth/rate-limiter.js';
import { RequestIdentity } from '../../../platform/auth/request-identity.js';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { answerRefusals, type RefusalReply } from '../../../platform/http/answer-refusals.js';
import { serveRoutes } from '../../../platform/http/serve-routes.js';
import { DOCUMENT_POLICY } from './playbook-documents.js';
import { KeptDocuments } from './kept-documents.js';
import { PlaybookExport } from './playbook-export.js';
import { versionAsPdf } from './pdf/version-pdf.js';
import type { VersionFiles } from './version-files.read.js';

const STATUS: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, RATE_LIMITED: 429 };
/** Each of them takes a while of everybody's processor. */
const MOST_FILES = 20;
const WINDOW_SECONDS = 60;
const LONGEST_MS = 5 * 60_000;
const NOTHING_RUNS = "default-src 'none'; sandbox";

const ADDRESS = /^\/files\/artifacts\/(A-\d{1,9})\/(\d{1,9})(\.zip|\/site\.zip|\/print\.html|\/print\.pdf)(?:\?|$)/u;

/**
 * `GET /files/artifacts/A-5/3.zip`, the folder of version 3; `/3/site.zip`, a site that needs nothing else; `/3/print.html`
 * and `/3/print.pdf`, all of it on paper. What is published, everybody of the organization may read.
 */
@Injectable()
export class ArtifactFilesRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(RequestIdentity) private readonly identity: RequestIdentity,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(PlaybookExport) private readonly files: PlaybookExport,
    @Inject(KeptDocuments) private readonly kept: KeptDocuments,
  ) {}

  onModuleInit(): void {
    serveRoutes(this.host, 'files/artifacts', (scope) => {
      for (const kind of ['.zip', '/site.zip', '/print.html', '/print.pdf'])
        scope.get(`/files/artifacts/:key/:number${kind}`, (request, reply) =>
          answerRefusals(request, reply, logger, replyTo, () => this.answer(request, reply)),
        );
    });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewer(request, reply);
    const [, key = '', number = '', kind] = ADDRESS.exec(request.url) ?? [];
    const artifactNumber = artifactNumberOf(key);
    if (artifactNumber === undefined) throw refusePlatform('NOT_FOUND', {});
    await this.limits.count(`artifact-files:${viewer.organizationId}:${viewer.personId}`, MOST_FILES, WINDOW_SECONDS);
    const version = await this.files.version(scopeOf(viewer), artifactNumber, Number(number));
    if (version === undefined) throw refusePlatform('NOT_FOUND', {});
    const name = `${version.key}-version-${version.number}`;
    if (kind === '/print.html') return this.page(viewer, reply, version);
    if (kind === '/print.pdf') return this.pdf(viewer, reply, version, `${name}.pdf`);
    const isSite = kind === '/site.zip';
    const pieces = isSite ? this.files.site(scopeOf(viewer), version) : this.files.archive(scopeOf(viewer), version);
    this.zip(request, reply, pieces, isSite ? `${name}-site.zip` : `${name}.zip`);
    return undefined;
  }

  /** Shown in place: it has neither scripts nor forms, and its policy allows none. */
  private async page(viewer: Viewer, reply: FastifyReply, version: VersionFiles): Promise<void> {
    const html = await this.kept.get(nameOf(viewer, version, 'html'), async () =>
      Buffer.from(await this.files.print(version)),
    );
    await headers(reply, 'text/html; charset=utf-8', 'inline')
      .header('content-security-policy', `${DOCUMENT_POLICY}; frame-ancestors 'none'`)
      .header('referrer-policy', 'no-referrer')
      .send(html);
  }

  private async pdf(viewer: Viewer, reply: FastifyReply, version: VersionFiles, name: string): Promise<void> {
    const scope = scopeOf(viewer);
    const bytes = await this.kept.get(nameOf(viewer, version, 'pdf'), () =>
      versionAsPdf(version, (picture) => this.files.picture(scope, picture)),
    );
    await headers(reply, 'application/pdf', `inline; filename="${name}"`)
      .header('content-security-policy', NOTHING_RUNS)
      .send(bytes);
  }

  private zip(request: FastifyRequest, reply: FastifyReply, pieces: AsyncGenerator<Uint8Array>, name: string): void {
    const zip = Readable.from(pieces, { objectMode: false });
    addAbortSignal(AbortSignal.timeout(LONGEST_MS), zip);
    zip.on('error', (error) =>
      logger.warn({ requestId: request.id, message: `A zip was broken off: ${error.message}` }),
    );
    void headers(reply, 'application/zip', `attachment; filename="${name}"`)
      .header('content-security-policy', NOTHING_RUNS)
      .send(zip);
  }

  private async viewer(request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
    const { viewer } = await this.identity.contextOf(request, reply);
    if (viewer === undefined) throw refusePlatform('UNAUTHENTICATED', {});
    return viewer;
  }
}

const logger = new Logger('ArtifactFiles');

function nameOf({ organizationId }: Viewer, { artifactId, number }: VersionFiles, kind: string): string {
  return `${organizationId} ${artifactId} ${number} ${kind}`;
}

function headers(reply: FastifyReply, type: string, disposition: string): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', disposition)
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'no-store');
}

function replyTo({ code, details: { reason, retryAfterSeconds } }: Refusal): RefusalReply {
  const words =
    typeof reason === 'string'
      ? reason
      : typeof retryAfterSeconds === 'number'
        ? `Too many files at once: wait ${retryAfterSeconds} seconds.`
        : code === 'UNAUTHENTICATED'
          ? 'Sign in first.'
          : 'This is not here.';
  return { status: STATUS[code] ?? 409, message: words };
}
