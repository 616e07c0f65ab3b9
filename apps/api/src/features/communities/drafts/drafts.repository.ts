import type { PlacedPage } from '@chapterhouse/domain/communities/page-order';
import type { ChecklistStep } from '@chapterhouse/domain/communities/version-content';
import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { DraftChangeRow, DraftPageRow, DraftRow, DraftTextRow, NewDraft } from './draft-row.js';

/** Drafts and their pages. Whoever writes holds the artifact. */
@Injectable()
export class DraftsRepository {
  ofArtifacts(tx: Tx, artifactIds: readonly string[]): Promise<DraftRow[]> {
    return tx.query<DraftRow>(
      `select id, artifact_id, revision, based_on, checklist, mermaid, what_changed, updated_at, updated_by
         from artifact_drafts where organization_id = $1 and artifact_id = any($2::uuid[])`,
      [tx.organizationId, artifactIds],
    );
  }

  async of(tx: Tx, artifactId: string): Promise<DraftRow | undefined> {
    return (await this.ofArtifacts(tx, [artifactId]))[0];
  }

  /** Without their texts, in no order. */
  pages(tx: Tx, artifactIds: readonly string[]): Promise<DraftPageRow[]> {
    return tx.query<DraftPageRow>(
      `select ${PAGE} from artifact_draft_pages where organization_id = $1 and artifact_id = any($2::uuid[])`,
      [tx.organizationId, artifactIds],
    );
  }

  texts(tx: Tx, artifactId: string): Promise<DraftTextRow[]> {
    return tx.query<DraftTextRow>(
      `select ${PAGE}, body from artifact_draft_pages where organization_id = $1 and artifact_id = $2`,
      [tx.organizationId, artifactId],
    );
  }

  /** Pages that differ from what the drafts are based on, without their texts; those that are gone in their order. */
  changes(tx: Tx, artifactIds: readonly string[]): Promise<DraftChangeRow[]> {
    return tx.query<DraftChangeRow>(CHANGES, [tx.organizationId, artifactIds]);
  }

  text(tx: Tx, artifactId: string, path: string): Promise<DraftTextRow | undefined> {
    return tx.one<DraftTextRow>(
      `select ${PAGE}, body from artifact_draft_pages where organization_id = $1 and artifact_id = $2 and path = $3`,
      [tx.organizationId, artifactId, path],
    );
  }

  textById(tx: Tx, artifactId: string, id: string): Promise<DraftTextRow | undefined> {
    return tx.one<DraftTextRow>(
      `select ${PAGE}, body from artifact_draft_pages where organization_id = $1 and artifact_id = $2 and id = $3`,
      [tx.organizationId, artifactId, id],
    );
  }

  async authors(tx: Tx, artifactId: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      'select person_id from artifact_draft_authors where organization_id = $1 and artifact_id = $2 order by since, person_id',
      [tx.organizationId, artifactId],
    );
    return rows.map(({ person_id: person }) => person);
  }

  async begin(tx: Tx, draft: NewDraft): Promise<void> {
    await tx.run(BEGIN, [tx.organizationId, JSON.stringify({ ...draft, pages: undefined })]);
    await this.addPages(tx, draft.artifactId, draft.pages, draft);
  }

  /** One change more, by whom: the revision after it. */
  async touch(tx: Tx, artifactId: string, by: { authorIds: readonly string[]; at: string }): Promise<number> {
    const [personId = null] = by.authorIds;
    const touched = await tx.one<{ revision: number }>(
      `update artifact_drafts set revision = revision + 1, updated_at = greatest(updated_at, $3), updated_by = $4
        where organization_id = $1 and artifact_id = $2 returning revision`,
      [tx.organizationId, artifactId, by.at, personId],
    );
    if (!touched) throw new Error('A draft that is changed is there.');
    await this.addAuthors(tx, artifactId, by.authorIds, by.at);
    return touched.revision;
  }

  async addAuthors(tx: Tx, artifactId: string, personIds: readonly string[], at: string): Promise<void> {
    await tx.run(
      `insert into artifact_draft_authors (organization_id, artifact_id, person_id, since)
       select $1, $2, person, $4 from unnest($3::uuid[]) as person on conflict do nothing`,
      [tx.organizationId, artifactId, personIds, at],
    );
  }

  /** The version of the page after it. */
  async writeText(tx: Tx, page: DraftPageRow, body: string, by: { personId: string; at: string }): Promise<number> {
    const written = await tx.one<{ version: number }>(
      `update artifact_draft_pages set body = $4, version = version + 1, updated_at = $5, updated_by = $6
        where organization_id = $1 and artifact_id = $2 and id = $3 returning version`,
      [tx.organizationId, page.artifactId, page.id, body, by.at, by.personId],
    );
    if (!written) throw new Error('A page that is held is there.');
    return written.version;
  }

  /** Several at once, each one version more. */
  async writeTexts(
    tx: Tx,
    artifactId: string,
    texts: readonly { id: string; body: string }[],
    by: { personId: string; at: string },
  ): Promise<void> {
    await inBatches(
      texts,
      async (batch) => {
        await tx.run(
          `update artifact_draft_pages p set body = g.body, version = p.version + 1, updated_at = $4, updated_by = $5
             from jsonb_to_recordset($3::jsonb) as g(id uuid, body text)
            where p.organization_id = $1 and p.artifact_id = $2 and p.id = g.id`,
          [tx.organizationId, artifactId, JSON.stringify(batch), by.at, by.personId],
        );
      },
      100,
    );
  }

  async writeChecklist(tx: Tx, artifactId: string, steps: readonly ChecklistStep[]): Promise<void> {
    await tx.run('update artifact_drafts set checklist = $3 where organization_id = $1 and artifact_id = $2', [
      tx.organizationId,
      artifactId,
      JSON.stringify(steps),
    ]);
  }

  async writeTree(tx: Tx, artifactId: string, mermaid: string): Promise<void> {
    await tx.run('update artifact_drafts set mermaid = $3 where organization_id = $1 and artifact_id = $2', [
      tx.organizationId,
      artifactId,
      mermaid,
    ]);
  }

  /** Not a change of what is reviewed: the revision stays. */
  async sayWhatChanged(tx: Tx, artifactId: string, words: string): Promise<void> {
    await tx.run('update artifact_drafts set what_changed = $3 where organization_id = $1 and artifact_id = $2', [
      tx.organizationId,
      artifactId,
      words,
    ]);
  }

  /** From one tree to another: pages that are new, stand elsewhere, are called otherwise, or are gone. */
  async arrange(
    tx: Tx,
    artifactId: string,
    trees: { before: readonly PlacedPage[]; after: readonly PlacedPage[] },
    by: { by: string | null; at: string },
  ): Promise<void> {
    const known = new Map(trees.before.map((page) => [page.id, page]));
    const left = new Set(trees.after.map(({ id }) => id));
    const gone = trees.before.flatMap(({ id }) => (left.has(id) ? [] : [id]));
    if (gone.length > 0)
      await tx.run(
        'delete from artifact_draft_pages where organization_id = $1 and artifact_id = $2 and id = any($3::uuid[])',
        [tx.organizationId, artifactId, gone],
      );
    const changed = trees.after.filter((page) => {
      const was = known.get(page.id);
      return was !== undefined && isOtherwise(was, page);
    });
    if (changed.length > 0) await tx.run(ARRANGE, [tx.organizationId, artifactId, JSON.stringify(changed)]);
    const added = trees.after.filter(({ id }) => !known.has(id)).map((page) => ({ ...page, body: '' }));
    await this.addPages(tx, artifactId, added, by);
  }

  /** It is published or discarded: pages and authors go with it. */
  async end(tx: Tx, artifactId: string): Promise<void> {
    await tx.run('delete from artifact_drafts where organization_id = $1 and artifact_id = $2', [
      tx.organizationId,
      artifactId,
    ]);
  }

  private async addPages(
    tx: Tx,
    artifactId: string,
    pages: readonly (PlacedPage & { body: string })[],
    { by, at }: { by: string | null; at: string },
  ): Promise<void> {
    await inBatches(
      pages,
      async (batch) => {
        await tx.run(ADD_PAGES, [tx.organizationId, artifactId, JSON.stringify(batch), at, by]);
      },
      100,
    );
  }
}

function isOtherwise(was: PlacedPage, is: PlacedPage): boolean {
  return (
    was.parentId !== is.parentId ||
    was.slug !== is.slug ||
    was.path !== is.path ||
    was.title !== is.title ||
    was.position !== is.position
  );
}

const PAGE = `id, artifact_id as "artifactId", parent_id as "parentId", slug, path, title, position, version`;

const CHANGES = `
  select d.artifact_id, p.id, p.path, p.title, b.path as was_path, null::int as position,
         case when b.page_id is null then 'ADDED' when (b.body, b.title) <> (p.body, p.title) then 'CHANGED'
              else 'MOVED' end as kind
    from artifact_drafts d
    join artifact_draft_pages p on p.organization_id = d.organization_id and p.artifact_id = d.artifact_id
    left join artifact_version_pages b
      on b.organization_id = d.organization_id and b.version_id = d.based_on and b.page_id = p.id
   where d.organization_id = $1 and d.artifact_id = any($2::uuid[])
     and (b.page_id is null or (b.body, b.title, b.path) <> (p.body, p.title, p.path))
   union all
  select d.artifact_id, b.page_id, b.path, b.title, null, b.position, 'REMOVED'
    from artifact_drafts d
    join artifact_version_pages b on b.organization_id = d.organization_id and b.version_id = d.based_on
   where d.organization_id = $1 and d.artifact_id = any($2::uuid[])
     and not exists (select from artifact_draft_pages p where p.organization_id = d.organization_id
                        and p.artifact_id = d.artifact_id and p.id = b.page_id)
   order by position nulls first`;

const BEGIN = `
  insert into artifact_drafts (organization_id, id, artifact_id, based_on, checklist, mermaid, begun_at, updated_at, updated_by)
  select $1, g.id, g."artifactId", g."basedOn", g.checklist, g.mermaid, g.at, g.at, g.by
    from jsonb_to_record($2::jsonb) as g(id uuid, "artifactId" uuid, "basedOn" uuid, checklist jsonb, mermaid text,
      at timestamptz, by uuid)`;

const ADD_PAGES = `
  insert into artifact_draft_pages (organization_id, artifact_id, id, parent_id, slug, path, title, position, body,
      updated_at, updated_by)
  select $1, $2, g.id, g."parentId", g.slug, g.path, g.title, g.position, g.body, $4, $5
    from jsonb_to_recordset($3::jsonb) as g(id uuid, "parentId" uuid, slug text, path text, title text, position int,
      body text)`;

const ARRANGE = `
  update artifact_draft_pages p
     set parent_id = g."parentId", slug = g.slug, path = g.path, title = g.title, position = g.position
    from jsonb_to_recordset($3::jsonb) as g(id uuid, "parentId" uuid, slug text, path text, title text, position int)
   where p.organization_id = $1 and p.artifact_id = $2 and p.id = g.id`;
