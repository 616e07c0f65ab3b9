import { Readable } from 'node:stream';
import { imageRefusalWords } from '@chapterhouse/domain/files/image-refusals';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestIdentity } from '../../platform/auth/request-identity.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import { answerRefusals, type RefusalReply } from '../../platform/http/answer-refusals.js';
import { serveRoutes } from '../../platform/http/serve-routes.js';
import { inlineAs } from './image-name.js';
import { ImagesService } from './images.service.js';

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  RATE_LIMITED: 429,
  IMAGE_TOO_LARGE: 413,
  IMAGE_KIND: 415,
  IMAGE_MISLABELLED: 415,
  IMAGE_BROKEN: 422,
  IMAGE_TOO_MANY_PIXELS: 422,
};

/**
 * Images in and out. In a Fastify scope of its own: only here bytes of any type are taken, and only from our own pages
 * (a header that other sites cannot send; their Origin is refused before). What they are, they say themselves.
 */
@Injectable()
export class ImageFilesRoutes implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(RequestIdentity) private readonly identity: RequestIdentity,
    @Inject(ImagesService) private readonly images: ImagesService,
  ) {}

  onModuleInit(): void {
    serveRoutes(this.host, 'files/images', (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
      scope.post('/files/images', (request, reply) =>
        answerRefusals(request, reply, logger, replyTo, () => this.upload(request, reply)),
      );
      scope.get('/files/images/:id', (request, reply) =>
        answerRefusals(request, reply, logger, replyTo, () => this.show(request, reply)),
      );
    });
  }

  private async upload(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewer(request, reply);
    if (request.headers['x-chapterhouse'] !== 'web')
      throw refusePlatform('FORBIDDEN', { action: 'image:upload', reason: 'Send the header x-chapterhouse: web.' });
    const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (!TYPE.test(type) || type.startsWith('multipart/'))
      throw invalid('file', 'Send the bytes of the picture as the body, and its type as Content-Type.');
    const name = new URLSearchParams(request.url.split('?')[1] ?? '').get('name') ?? '';
    const length = Number(request.headers['content-length'] ?? 0);
    const bytes = request.body instanceof Readable ? request.body : Readable.from([]);
    const image = await this.images.receive(viewer, { name, type, length, bytes });
    await reply.code(201).header('location', image.url).send(image);
  }

  private async show(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const viewer = await this.viewer(request, reply);
    // As it stands in the address: an id that is written in another way is none, here as in texts.
    const id = /^\/files\/images\/([^/?]+)$/u.exec(request.url)?.[1] ?? '';
    const asked = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//u, ''));
    const image = await this.images.show(viewer, readId('Image', id), (digest) => asked.includes(`"${digest}"`));
    void reply
      // An address never shows anything else. Kept by this browser, for the session that asked.
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('vary', 'Cookie')
      .header('etag', `"${image.digest}"`)
      .header('content-disposition', inlineAs(image.name))
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (image.content === undefined) await reply.code(304).send();
    else await reply.type(image.type).send(image.content);
  }

  private async viewer(request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
    const { viewer } = await this.identity.contextOf(request, reply);
    if (viewer === undefined) throw refusePlatform('UNAUTHENTICATED', {});
    return viewer;
  }
}

const logger = new Logger('Images');
const TYPE = /^[a-z]+\/[a-z0-9.+-]{1,100}$/u;

function replyTo(refusal: Refusal): RefusalReply {
  const status = STATUS[refusal.code] ?? 409;
  const words = imageRefusalWords(refusal);
  if (words === null) return { status, message: plainWords(refusal) };
  return { status, message: `${words.title} ${words.next}`, more: { field: 'file', remedy: words.next } };
}

function plainWords({ code, details }: Refusal): string {
  const { fields, reason, retryAfterSeconds } = details;
  if (Array.isArray(fields)) return fields.map((field: { problem?: string }) => field.problem ?? '').join(' ');
  if (typeof reason === 'string') return reason;
  if (typeof retryAfterSeconds === 'number') return `Too many pictures at once: wait ${retryAfterSeconds} seconds.`;
  return code === 'UNAUTHENTICATED' ? 'Sign in first.' : 'This is not here.';
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
