import { TOP_PAGE } from '@chapterhouse/domain/communities/playbook-tree';
import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { ArtifactRow } from '../artifacts/artifact-row.js';
import { type ArtifactCall, ArtifactTransaction, type OpenedArtifact } from '../artifacts/artifact-transaction.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { draftPages, publishedPages } from './draft-content.js';
import type { NewDraft } from './draft-row.js';
import { DraftsRepository } from './drafts.repository.js';

/** How a draft comes to be: empty, from another artifact, or from what is published. */
@Injectable()
export class BeginDraft {
  constructor(
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
  ) {}

  /** The one that is there, or a new one. @returns the artifact's id @throws NOT_FOUND, FORBIDDEN, ... */
  begin(call: ArtifactCall, artifactId: string): Promise<string> {
    return this.transaction.run(
      call,
      'draft:begin',
      async (tx) => {
        const opened = await this.transaction.open(tx, call.viewer, { id: artifactId, action: 'draft:begin' });
        await this.ensure(opened);
        return artifactId;
      },
      async () => artifactId,
    );
  }

  /** As `begin`, of an artifact that is held already. */
  async ensure({ tx, row, viewer, at, record }: OpenedArtifact): Promise<void> {
    if (row.draft_id !== null) return;
    if (row.current_version_id === null) throw new Error('An artifact has a version or a draft.');
    const id = newId();
    const content = await this.publishedContent(tx, row.current_version_id);
    await this.drafts.begin(tx, {
      ...content,
      id,
      artifactId: row.id,
      basedOn: row.current_version_id,
      by: viewer.personId,
      at,
    });
    await record({ event: 'draft.begun', subject: { type: 'ArtifactDraft', id }, version: 1, changes: [] });
  }

  /** Of a new artifact. @param from what it is a copy of; null: it begins empty */
  async first(
    tx: Tx,
    artifact: { id: string; title: string },
    from: ArtifactRow | null,
    by: { personId: string; at: string },
  ): Promise<void> {
    const content = from === null ? emptyContent(artifact.title) : ownContent(await this.contentOf(tx, from));
    await this.drafts.begin(tx, {
      ...content,
      id: newId(),
      artifactId: artifact.id,
      basedOn: null,
      by: by.personId,
      at: by.at,
    });
    await this.drafts.touch(tx, artifact.id, { authorIds: [by.personId], at: by.at });
  }

  private async contentOf(tx: Tx, { id, current_version_id: versionId }: ArtifactRow): Promise<Content> {
    if (versionId !== null) return this.publishedContent(tx, versionId);
    const draft = await this.drafts.of(tx, id);
    if (!draft) throw new Error('An artifact has a version or a draft.');
    const pages = draftPages(publishedPages(await this.drafts.texts(tx, id)));
    return { pages, checklist: draft.checklist, mermaid: draft.mermaid };
  }

  private async publishedContent(tx: Tx, versionId: string): Promise<Content> {
    const version = await this.versions.byId(tx, versionId);
    if (!version) throw new Error('The current version is there.');
    const pages: VersionPage[] = await this.versions.pages(tx, versionId);
    return { pages: draftPages(pages), checklist: version.checklist, mermaid: version.mermaid };
  }
}

type Content = Pick<NewDraft, 'pages' | 'checklist' | 'mermaid'>;

function emptyContent(title: string): Content {
  const page = { id: newId(), parentId: null, slug: TOP_PAGE, path: TOP_PAGE, title, position: 0, body: '' };
  return { pages: [page], checklist: [], mermaid: '' };
}

/** A copy is something of its own: its pages and steps are not those of the other one. */
function ownContent({ pages, checklist, mermaid }: Content): Content {
  const ids = new Map(pages.map(({ id }) => [id, newId()]));
  const own = (id: string): string => ids.get(id) ?? newId();
  return {
    pages: pages.map((page) => ({
      ...page,
      id: own(page.id),
      parentId: page.parentId === null ? null : own(page.parentId),
    })),
    checklist: checklist.map((step) => ({ ...step, id: newId() })),
    mermaid,
  };
}
