import { createHash } from 'node:crypto';
import { addAbortSignal, type Readable } from 'node:stream';
import { imageAddress } from '@chapterhouse/domain/files/image-address';
import { imageFacts, type ImageFacts } from '@chapterhouse/domain/files/image-facts';
import { IMAGE_TYPES, MOST_IMAGE_BYTES, MOST_IMAGE_PIXELS } from '@chapterhouse/domain/files/image-limits';
import { canWithImages } from '@chapterhouse/domain/files/image-policy';
import { refuseImage } from '@chapterhouse/domain/files/image-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiter } from '../../platform/auth/rate-limiter.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import { EventLog } from '../../platform/events/event-log.js';
import { globalId } from '../../platform/graphql/global-id.js';
import type { Settings } from '../../platform/settings/settings.js';
import { SETTINGS } from '../../platform/settings/settings-token.js';
import { imageName } from './image-name.js';
import { type ImageRow, ImagesRepository } from './images.repository.js';

/** Of one person; each may be 5 MB in memory for as long as its sender takes. */
const MOST_UPLOADS = 60;
const WINDOW_SECONDS = 600;
const LONGEST_MS = 60_000;
/** A sender that knows no type says this. */
const UNDECLARED = 'application/octet-stream';

export interface ImageUpload {
  name: string;
  /** What the sender says that it is. */
  type: string;
  /** As announced; what comes is counted all the same. */
  length: number;
  bytes: Readable;
}

/** The images in people's texts: taken in after a look at their bytes, and handed out to their organization alone. */
@Injectable()
export class ImagesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(ImagesRepository) private readonly images: ImagesRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws FORBIDDEN, RATE_LIMITED and the refusals of images */
  async receive(viewer: Viewer, upload: ImageUpload): Promise<{ id: string; url: string; name: string }> {
    const verdict = canWithImages(viewer.actor);
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'image:upload', reason: verdict.reason });
    await this.limits.count(`images:${viewer.organizationId}:${viewer.personId}`, MOST_UPLOADS, WINDOW_SECONDS);
    if (upload.length > MOST_IMAGE_BYTES) throw refuseImage('IMAGE_TOO_LARGE', { limit: MOST_IMAGE_BYTES });
    // Before anything is sent in vain.
    await this.database.transaction(scopeOf(viewer), async (tx) => {
      this.withinQuota((await this.images.total(tx)) + 1);
    });
    const content = await wholeOf(upload.bytes);
    const facts = checkedFacts(content, upload.type);
    const digest = createHash('sha256').update(content).digest('hex');
    const row = { id: newId(), name: imageName(upload.name, facts.type), size: content.length, digest, ...facts };
    await this.database.transaction(scopeOf(viewer), async (tx) => {
      await this.images.insert(tx, row, content);
      await this.events.append(tx, {
        name: 'image.uploaded',
        subjectType: 'Image',
        subjectId: row.id,
        subjectVersion: 1,
        payload: { changes: [{ field: 'image', from: null, to: row.name }] },
      });
      await this.images.lockTotal(tx);
      this.withinQuota(await this.images.total(tx));
    });
    const id = globalId('Image', row.id);
    return { id, url: imageAddress(id), name: row.name };
  }

  /** @param known the digest that the asker has already: its bytes are not read then @throws NOT_FOUND */
  async show(viewer: Viewer, id: string, known: (digest: string) => boolean): Promise<ImageRow & { content?: Buffer }> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.images.byId(tx, id);
      if (row === undefined) throw refusePlatform('NOT_FOUND', {});
      if (known(row.digest)) return row;
      const content = await this.images.content(tx, id);
      // Swept between the two statements.
      if (content === undefined) throw refusePlatform('NOT_FOUND', {});
      return { ...row, content };
    });
  }

  private withinQuota(total: number): void {
    const limit = this.settings.imageQuota;
    if (total > limit) throw refuseImage('IMAGE_QUOTA', { limit });
  }
}

async function wholeOf(bytes: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of addAbortSignal(AbortSignal.timeout(LONGEST_MS), bytes)) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body comes in bytes.');
    size += chunk.length;
    if (size > MOST_IMAGE_BYTES) throw refuseImage('IMAGE_TOO_LARGE', { limit: MOST_IMAGE_BYTES });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function checkedFacts(content: Buffer, declared: string): ImageFacts {
  const facts = imageFacts(content);
  if (facts === null) throw refuseImage('IMAGE_KIND', { kinds: [...IMAGE_TYPES] });
  const { type, width, height } = facts;
  if (declared !== type && declared !== UNDECLARED) throw refuseImage('IMAGE_MISLABELLED', { declared, found: type });
  if (width === 0 || height === 0) throw refuseImage('IMAGE_BROKEN', { found: type });
  if (width * height > MOST_IMAGE_PIXELS)
    throw refuseImage('IMAGE_TOO_MANY_PIXELS', { width, height, limit: MOST_IMAGE_PIXELS });
  return facts;
}
