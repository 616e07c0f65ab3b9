import { createHash } from 'node:crypto';
import { imageFacts } from '@chapterhouse/domain/files/image-facts';
import { MOST_IMAGE_BYTES, MOST_IMAGE_PIXELS } from '@chapterhouse/domain/files/image-limits';
import { refuseImage } from '@chapterhouse/domain/files/image-refusals';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { Settings } from '../../platform/settings/settings.js';
import { SETTINGS } from '../../platform/settings/settings-token.js';
import { imageName } from './image-name.js';
import { ImagesRepository } from './images.repository.js';

export interface ImportedImage {
  /** New, as whoever imports gave it. */
  id: string;
  name: string;
  content: Uint8Array;
}

/** Pictures that come with an import, inside of its transaction: as many as there is room for, and looked at as all others. */
@Injectable()
export class ImportedImages {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImagesRepository) private readonly images: ImagesRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Bytes that the organization has left. */
  async room(tx: Tx): Promise<number> {
    return Math.max(0, this.settings.imageQuota - (await this.images.total(tx)));
  }

  /** @param by whom it is of @throws the refusals of images */
  async store(tx: Tx, { id, name, content }: ImportedImage, by: string): Promise<void> {
    const facts = imageFacts(content);
    if (facts === null || facts.width * facts.height === 0 || facts.width * facts.height > MOST_IMAGE_PIXELS)
      throw new Error('Pictures of imports are looked at before.');
    if (content.byteLength > MOST_IMAGE_BYTES) throw refuseImage('IMAGE_TOO_LARGE', { limit: MOST_IMAGE_BYTES });
    const digest = createHash('sha256').update(content).digest('hex');
    const row = { id, name: imageName(name, facts.type), size: content.byteLength, digest, ...facts };
    await this.images.lockTotal(tx);
    if ((await this.room(tx)) < row.size) throw refuseImage('IMAGE_QUOTA', { limit: this.settings.imageQuota });
    await this.images.insert(tx, row, content, by);
    await this.events.append(tx, {
      name: 'image.uploaded',
      subjectType: 'Image',
      subjectId: row.id,
      subjectVersion: 1,
      payload: { changes: [{ field: 'image', from: null, to: row.name }] },
    });
  }

  /** The digests of images, SHA-256 in hexadecimal, by id. */
  async digests(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; digest: string }>(
      `select id, encode(digest, 'hex') as digest from images where organization_id = $1 and id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
    return new Map(rows.map(({ id, digest }) => [id, digest]));
  }

  content(tx: Tx, id: string): Promise<Buffer | undefined> {
    return this.images.content(tx, id);
  }
}
