import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';
import {
  contentHash,
  type NewVersion,
  type PageLineRow,
  type VersionRow,
  type WrittenVersionRow,
} from './version-row.js';

/** Published versions: what is read of them, and how they come. Nobody changes one: the database sees to it. */
@Injectable()
export class VersionsRepository {
  byIds(tx: Tx, ids: readonly string[]): Promise<VersionRow[]> {
    return tx.query<VersionRow>(`${versionRows('')} and v.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  /** With their steps and trees: for those of which they are asked for. */
  writtenByIds(tx: Tx, ids: readonly string[]): Promise<WrittenVersionRow[]> {
    return tx.query<WrittenVersionRow>(`${versionRows(WRITTEN)} and v.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  async byId(tx: Tx, id: string): Promise<WrittenVersionRow | undefined> {
    return (await this.writtenByIds(tx, [id]))[0];
  }

  /** What changed in each since the one before. */
  async whatChanged(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; words: string }>(
      'select id, what_changed as words from artifact_versions where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, ids],
    );
    return new Map(rows.map(({ id, words }) => [id, words]));
  }

  /** The latest first. */
  ofArtifacts(tx: Tx, artifactIds: readonly string[]): Promise<VersionRow[]> {
    return tx.query<VersionRow>(`${versionRows('')} and v.artifact_id = any($2::uuid[]) order by v.number desc`, [
      tx.organizationId,
      artifactIds,
    ]);
  }

  byNumber(tx: Tx, artifactId: string, number: number): Promise<WrittenVersionRow | undefined> {
    return tx.one<WrittenVersionRow>(`${versionRows(WRITTEN)} and v.artifact_id = $2 and v.number = $3`, [
      tx.organizationId,
      artifactId,
      number,
    ]);
  }

  /** In reading order, without their texts. */
  lines(tx: Tx, versionIds: readonly string[]): Promise<(PageLineRow & { version_id: string })[]> {
    return tx.query<PageLineRow & { version_id: string }>(
      `select p.version_id, ${PAGE_LINE} from artifact_version_pages p ${PARENT}
        where p.organization_id = $1 and p.version_id = any($2::uuid[]) order by p.version_id, p.position`,
      [tx.organizationId, versionIds],
    );
  }

  /** With their texts, in reading order. */
  async pages(tx: Tx, versionId: string): Promise<VersionPage[]> {
    return tx.query<VersionPage & Record<string, unknown>>(
      `select p.page_id as id, p.parent_id as "parentId", p.path, p.title, p.depth, p.position, p.body
         from artifact_version_pages p where p.organization_id = $1 and p.version_id = $2 order by p.position`,
      [tx.organizationId, versionId],
    );
  }

  page(tx: Tx, versionId: string, path: string): Promise<(PageLineRow & { body: string }) | undefined> {
    return tx.one<PageLineRow & { body: string }>(
      `select ${PAGE_LINE}, p.body from artifact_version_pages p ${PARENT}
        where p.organization_id = $1 and p.version_id = $2 and p.path = $3`,
      [tx.organizationId, versionId, path],
    );
  }

  /** The version with its pages; the artifact counts it afterwards, which seals it. */
  async insert(tx: Tx, version: NewVersion): Promise<void> {
    await tx.run(INSERT, [tx.organizationId, JSON.stringify({ ...version, pages: undefined }), contentHash(version)]);
    await inBatches(
      version.pages,
      async (pages) => {
        await tx.run(INSERT_PAGES, [tx.organizationId, version.id, JSON.stringify(pages)]);
      },
      100,
    );
  }
}

const WRITTEN = ', v.checklist, v.mermaid';

const versionRows = (more: '' | typeof WRITTEN): string => `
  select v.id, v.artifact_id, v.number, v.title, encode(v.content_hash, 'hex') as content_hash, v.published_at,
         v.published_by, v.approved_by, a.kind, a.number as artifact_number${more}
    from artifact_versions v
    join artifacts a on a.organization_id = v.organization_id and a.id = v.artifact_id
   where v.organization_id = $1`;

const PAGE_LINE = `p.page_id as id, p.parent_id, above.path as parent_path, p.path, p.title, p.depth, p.position`;

const PARENT = `
  left join artifact_version_pages above
    on above.organization_id = p.organization_id and above.version_id = p.version_id and above.page_id = p.parent_id`;

const INSERT = `
  insert into artifact_versions (organization_id, id, artifact_id, number, title, what_changed, checklist, mermaid,
      content_hash, published_at, published_by, approved_by)
  select $1, g.id, g."artifactId", g.number, g.title, g."whatChanged", g.checklist, g.mermaid, decode($3, 'hex'),
         g."publishedAt", g."publishedBy", array(select jsonb_array_elements_text(g."approvedBy")::uuid)
    from jsonb_to_record($2::jsonb) as g(id uuid, "artifactId" uuid, number int, title text, "whatChanged" text,
      checklist jsonb, mermaid text, "publishedAt" timestamptz, "publishedBy" uuid, "approvedBy" jsonb)`;

const INSERT_PAGES = `
  insert into artifact_version_pages (organization_id, version_id, page_id, parent_id, path, title, depth, position, body)
  select $1, $2, g.id, g."parentId", g.path, g.title, g.depth, g.position, g.body
    from jsonb_to_recordset($3::jsonb) as g(id uuid, "parentId" uuid, path text, title text, depth int, position int,
      body text)`;
