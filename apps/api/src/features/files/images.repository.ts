import type { ImageFacts } from '@chapterhouse/domain/files/image-facts';
import { KEEP_UNUSED_IMAGE_DAYS } from '@chapterhouse/domain/files/image-limits';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** What is known of an image without its bytes. */
export interface ImageRow extends ImageFacts {
  id: string;
  name: string;
  size: number;
  /** SHA-256 in hexadecimal. */
  digest: string;
}

const FACTS = `id, name, type, width, height, size, encode(digest, 'hex') as digest`;

@Injectable()
export class ImagesRepository {
  async insert(tx: Tx, image: ImageRow, content: Uint8Array, by = tx.scope.actorId): Promise<void> {
    await tx.run(
      `insert into images (organization_id, id, name, type, width, height, size, digest, content, uploaded_by)
       values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10)`,
      [
        tx.organizationId,
        image.id,
        image.name,
        image.type,
        image.width,
        image.height,
        image.size,
        image.digest,
        content,
        by,
      ],
    );
  }

  byId(tx: Tx, id: string): Promise<ImageRow | undefined> {
    return tx.one<ImageRow>(`select ${FACTS} from images where organization_id = $1 and id = $2`, [
      tx.organizationId,
      id,
    ]);
  }

  async content(tx: Tx, id: string): Promise<Buffer | undefined> {
    const row = await tx.one<{ content: Buffer }>('select content from images where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
    ]);
    return row?.content;
  }

  /** Bytes of all images of the organization, this transaction's own as well. */
  async total(tx: Tx): Promise<number> {
    const row = await tx.one<{ total: number }>(
      'select coalesce(sum(size), 0)::bigint as total from images where organization_id = $1',
      [tx.organizationId],
    );
    return row?.total ?? 0;
  }

  /** From here to the end of the transaction nobody else of the organization counts: two that fit alone may not fit together. */
  async lockTotal(tx: Tx): Promise<void> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('images:' || $1, 0))`, [tx.organizationId]);
  }

  /** Notes which images are shown and which are not any more. */
  async markShown(tx: Tx, shown: string[]): Promise<void> {
    await tx.run(
      `update images set unused_since = case when id = any($2::uuid[]) then null else now() end
        where organization_id = $1 and (id = any($2::uuid[])) = (unused_since is not null)`,
      [tx.organizationId, shown],
    );
  }

  /** @returns the ids and names of those that are gone now, at most `most`, the longest unused first */
  deleteUnused(tx: Tx, most: number): Promise<{ id: string; name: string }[]> {
    return tx.query(
      `delete from images where organization_id = $1 and id in (
         select id from images where organization_id = $1 and unused_since < now() - make_interval(days => $2)
          order by unused_since limit $3 for update skip locked)
       returning id, name`,
      [tx.organizationId, KEEP_UNUSED_IMAGE_DAYS, most],
    );
  }
}
