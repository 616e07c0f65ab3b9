import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { PracticeRow } from './practices.graphql.js';

/** Columns that a use case may set. */
export interface PracticeColumns {
  title: string;
  words: string;
  url: string | null;
  /** What a community publishes of it; the database's id. */
  artifactId: string | null;
}

export interface NewPractice extends PracticeColumns {
  id: string;
  chapterId: string;
  sharedBy: string;
  teamId: string | null;
  /** ISO text. */
  at: string;
}

/** Practices; those that were removed only where it says so. `personId` is who looks: whether they said thank you. */
@Injectable()
export class PracticesRepository {
  /** Of chapters, the latest first. */
  ofChapters(tx: Tx, personId: string, chapterIds: readonly string[]): Promise<PracticeRow[]> {
    return tx.query<PracticeRow>(
      `${ROWS} and p.removed_at is null and p.chapter_id = any($3::uuid[]) order by p.shared_at desc, p.id`,
      [tx.organizationId, personId, chapterIds],
    );
  }

  byId(tx: Tx, personId: string, id: string): Promise<PracticeRow | undefined> {
    return tx.one<PracticeRow>(`${ROWS} and p.removed_at is null and p.id = $3`, [tx.organizationId, personId, id]);
  }

  /** Also one that was removed. */
  async forUpdate(tx: Tx, personId: string, id: string): Promise<PracticeRow | undefined> {
    const locked = await tx.run('select 1 from practices where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    if (locked === 0) return undefined;
    return tx.one<PracticeRow>(`${ROWS} and p.id = $3`, [tx.organizationId, personId, id]);
  }

  async insert(tx: Tx, practice: NewPractice): Promise<void> {
    await tx.run(
      `insert into practices (organization_id, id, chapter_id, title, words, url, shared_by, team_id, shared_at, artifact_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.organizationId,
        practice.id,
        practice.chapterId,
        practice.title,
        practice.words,
        practice.url,
        practice.sharedBy,
        practice.teamId,
        practice.at,
        practice.artifactId,
      ],
    );
  }

  /** The new version of a row that is locked. */
  async update(tx: Tx, row: PracticeRow, { title, words, url, artifactId }: PracticeColumns): Promise<number> {
    const updated = await tx.one<{ version: number }>(
      `update practices set title = $3, words = $4, url = $5, artifact_id = $6, version = version + 1
        where organization_id = $1 and id = $2 returning version`,
      [tx.organizationId, row.id, title, words, url, artifactId],
    );
    return updated?.version ?? row.version;
  }

  /** Of what a community publishes, by its number; undefined for one of nobody here. */
  async artifactNumbered(tx: Tx, number: number): Promise<string | undefined> {
    const sql = 'select id from artifacts where organization_id = $1 and number = $2';
    return (await tx.one<{ id: string }>(sql, [tx.organizationId, number]))?.id;
  }

  async remove(tx: Tx, { id, version }: PracticeRow, at: string): Promise<number> {
    await tx.run('update practices set removed_at = $3, version = version + 1 where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
      at,
    ]);
    return version + 1;
  }

  /** Whether that was a change. */
  async thank(tx: Tx, id: string, personId: string, thank: boolean): Promise<boolean> {
    const sql = thank
      ? `insert into practice_thanks (organization_id, practice_id, person_id) values ($1, $2, $3) on conflict do nothing`
      : 'delete from practice_thanks where organization_id = $1 and practice_id = $2 and person_id = $3';
    return (await tx.run(sql, [tx.organizationId, id, personId])) > 0;
  }
}

/** $1 the organization, $2 who looks. */
const ROWS = `
  select p.id, p.chapter_id, p.title, p.words, p.url, p.shared_by, p.team_id, p.artifact_id, p.shared_at, p.removed_at, p.version,
         (select count(*)::int from practice_thanks t where t.organization_id = p.organization_id and t.practice_id = p.id) as thanks,
         exists (select from practice_thanks t where t.organization_id = p.organization_id and t.practice_id = p.id and t.person_id = $2) as thanked
    from practices p where p.organization_id = $1`;
