import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A playbook that came from a folder. */
export interface PlaybookSource extends Record<string, unknown> {
  artifactId: string;
  /** That keeps it: a name of a folder is its own. */
  communityId: string;
  source: string;
  folder: string;
}

/** One that came from a folder, and is not in the archive. */
export interface KnownPlaybook extends Record<string, unknown> {
  artifactId: string;
  source: string;
  /** `A-5` */
  key: string;
  title: string;
  communityId: string;
  communityName: string;
  /** Whether its community is. */
  isClosed: boolean;
}

/** A page of it as it came, and what the import made of that. */
export interface SourcePage {
  id: string;
  file: string | null;
  /** The file's text, as it was. */
  text: string;
  path: string;
  title: string;
  body: string;
  position: number;
  /** Ours -> as the file writes it. */
  addresses: Record<string, string>;
}

/** What goes out with the pages: a picture, or a text that orders them. */
export type SourceFile = { file: string; imageId: string; text: null } | { file: string; imageId: null; text: string };

/** Where playbooks came from. Whoever writes holds the artifact. */
@Injectable()
export class PlaybookSourcesRepository {
  known(tx: Tx, source: string | null): Promise<KnownPlaybook[]> {
    return tx.query<KnownPlaybook>(KNOWN, [tx.organizationId, source]);
  }

  of(tx: Tx, artifactId: string): Promise<PlaybookSource | undefined> {
    return tx.one<PlaybookSource>(`${SOURCES} and artifact_id = $2`, [tx.organizationId, artifactId]);
  }

  /** Until the transaction ends nobody else changes it, nor closes its community. What is read after it is younger. */
  async hold(tx: Tx, artifactId: string): Promise<void> {
    const values = [tx.organizationId, artifactId];
    await tx.run('select 1 from artifacts where organization_id = $1 and id = $2 for no key update', values);
    await tx.run(
      `select 1 from communities
        where organization_id = $1 and id = (select community_id from artifacts where organization_id = $1 and id = $2)
          for share`,
      values,
    );
  }

  async pages(tx: Tx, artifactId: string): Promise<SourcePage[]> {
    return tx.query<SourcePage & Record<string, unknown>>(
      `select page_id as id, file, convert_from(content, 'UTF8') as text, path, title, body, position, addresses
         from playbook_pages where organization_id = $1 and artifact_id = $2 order by path`,
      [tx.organizationId, artifactId],
    );
  }

  async files(tx: Tx, artifactId: string): Promise<SourceFile[]> {
    return tx.query<SourceFile & Record<string, unknown>>(
      `select file, image_id as "imageId", convert_from(content, 'UTF8') as text
         from playbook_files where organization_id = $1 and artifact_id = $2 order by file`,
      [tx.organizationId, artifactId],
    );
  }

  /** The number that the next artifact gets: nobody else gets one until the transaction ends. */
  async nextNumber(tx: Tx): Promise<number> {
    const row = await tx.one<{ next: number }>(
      `insert into artifact_counters as c (organization_id) values ($1)
       on conflict (organization_id) do update set last_number = c.last_number returning last_number + 1 as next`,
      [tx.organizationId],
    );
    if (row === undefined) throw new Error('A counter that is held is there.');
    return row.next;
  }

  /** A playbook in the archive keeps its files, and leaves the name of its folder to the next one of its community. */
  async leaveNameOf(tx: Tx, communityId: string, source: string): Promise<void> {
    await tx.run(
      `update playbook_sources s set source = left(s.source, 150) || ' (A-' || a.number || ', archived)'
         from artifacts a
        where s.organization_id = $1 and s.community_id = $2 and s.source = $3
          and a.organization_id = s.organization_id and a.id = s.artifact_id and a.archived_at is not null`,
      [tx.organizationId, communityId, source],
    );
  }

  /** All of it anew: what the next folder is compared with. */
  async save(
    tx: Tx,
    { artifactId, communityId, source, folder }: PlaybookSource,
    pages: readonly SourcePage[],
    files: readonly SourceFile[],
    at: string,
  ): Promise<void> {
    await tx.run(
      `insert into playbook_sources (organization_id, artifact_id, community_id, source, folder, imported_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (organization_id, artifact_id) do update
         set source = excluded.source, folder = excluded.folder, imported_at = excluded.imported_at`,
      [tx.organizationId, artifactId, communityId, source, folder, at],
    );
    for (const table of ['playbook_pages', 'playbook_files'])
      await tx.run(`delete from ${table} where organization_id = $1 and artifact_id = $2`, [
        tx.organizationId,
        artifactId,
      ]);
    await inBatches(
      pages,
      async (batch) => {
        const rows = batch.map(({ text, ...page }) => ({ ...page, content: hex(text) }));
        await tx.run(ADD_PAGES, [tx.organizationId, artifactId, JSON.stringify(rows)]);
      },
      50,
    );
    await inBatches(files, async (batch) => {
      const rows = batch.map(({ text, ...file }) => ({ ...file, content: text === null ? null : hex(text) }));
      await tx.run(ADD_FILES, [tx.organizationId, artifactId, JSON.stringify(rows)]);
    });
  }
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}

const SOURCES = `
  select artifact_id as "artifactId", community_id as "communityId", source, folder from playbook_sources where organization_id = $1`;

const KNOWN = `
  select a.id as "artifactId", s.source, 'A-' || a.number as key, a.title, c.id as "communityId", c.name as "communityName",
         c.closed_at is not null as "isClosed"
    from playbook_sources s
    join artifacts a on a.organization_id = s.organization_id and a.id = s.artifact_id and a.archived_at is null
    join communities c on c.organization_id = s.organization_id and c.id = s.community_id
   where s.organization_id = $1 and ($2::text is null or s.source = $2)
   order by s.source, a.number limit 200`;

const ADD_PAGES = `
  insert into playbook_pages (organization_id, artifact_id, page_id, file, content, path, title, body, position, addresses)
  select $1, $2, g.id, g.file, decode(g.content, 'hex'), g.path, g.title, g.body, g.position, g.addresses
    from jsonb_to_recordset($3::jsonb) as g(id uuid, file text, content text, path text, title text, body text,
      position int, addresses jsonb)`;

const ADD_FILES = `
  insert into playbook_files (organization_id, artifact_id, file, image_id, content)
  select $1, $2, g.file, g."imageId", decode(g.content, 'hex')
    from jsonb_to_recordset($3::jsonb) as g(file text, "imageId" uuid, content text)`;
