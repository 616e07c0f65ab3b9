import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { CHAPTER_ROWS, type ChapterRow } from './chapter-row.js';

/** Columns that a use case may set. */
export interface ChapterColumns {
  name: string;
  purpose: string;
}

export interface NewChapter extends ChapterColumns {
  id: string;
  areaId: string | null;
  /** ISO text of now. */
  at: string;
}

@Injectable()
export class ChaptersRepository {
  /** All, by name. @param today YYYY-MM-DD where the organization is */
  all(tx: Tx, today: string): Promise<ChapterRow[]> {
    return tx.query<ChapterRow>(`${CHAPTER_ROWS} order by lower(c.name), c.id`, [tx.organizationId, today]);
  }

  byIds(tx: Tx, today: string, ids: readonly string[]): Promise<ChapterRow[]> {
    return tx.query<ChapterRow>(`${CHAPTER_ROWS} and c.id = any($3::uuid[])`, [tx.organizationId, today, ids]);
  }

  async byId(tx: Tx, today: string, id: string): Promise<ChapterRow | undefined> {
    return (await this.byIds(tx, today, [id]))[0];
  }

  /** Locks it until the transaction ends. */
  async forUpdate(tx: Tx, today: string, id: string): Promise<ChapterRow | undefined> {
    const locked = await tx.run('select 1 from chapters where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return locked === 0 ? undefined : this.byId(tx, today, id);
  }

  /** @throws by constraint `chapters_one_per_scope` */
  async insert(tx: Tx, { id, name, purpose, areaId, at }: NewChapter): Promise<void> {
    await tx.run(
      'insert into chapters (organization_id, id, name, purpose, area_id, created_at) values ($1, $2, $3, $4, $5, $6)',
      [tx.organizationId, id, name, purpose, areaId, at],
    );
  }

  /** The new version; undefined when the version is stale. */
  async update(
    tx: Tx,
    { id, version }: Pick<ChapterRow, 'id' | 'version'>,
    { name, purpose }: Partial<ChapterColumns>,
  ): Promise<number | undefined> {
    const updated = await tx.one<{ version: number }>(
      `update chapters set name = coalesce($4, name), purpose = coalesce($5, purpose), version = version + 1
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, id, version, name ?? null, purpose ?? null],
    );
    return updated?.version;
  }
}
