import { artifactProblems } from '@chapterhouse/domain/communities/artifact-fields';
import { refuseArtifact } from '@chapterhouse/domain/communities/artifact-refusals';
import { artifactKeyOf } from '@chapterhouse/domain/communities/artifact-state';
import {
  movedPage,
  type PagePlace,
  type PlacedPage,
  withoutPage,
  withPage,
} from '@chapterhouse/domain/communities/page-order';
import type { Refusal } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import { type ArtifactCall, unlessRefused } from '../artifacts/artifact-transaction.js';
import { refuseProblems } from '../communities/community-permission.js';
import { DraftsRepository } from './drafts.repository.js';
import { withMovedLinks } from './moved-links.js';
import { type OpenedDraft, refuseKind, WriteDraft } from './write-draft.js';

/** The tree of a playbook's draft. */
@Injectable()
export class ArrangePages {
  constructor(
    @Inject(WriteDraft) private readonly writing: WriteDraft,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
  ) {}

  /** Behind all others of its parent, unless `place` says otherwise. */
  add(call: ArtifactCall, artifactId: string, title: string, place: PagePlace): Promise<string> {
    return this.arrange(call, 'addPage', artifactId, (pages) => {
      refuseProblems(artifactProblems({ pageTitle: title }));
      return withPage(pages, { id: newId(), title }, place);
    });
  }

  /** With all below it; links of the other pages follow. */
  move(call: ArtifactCall, artifactId: string, path: string, place: PagePlace): Promise<string> {
    return this.arrange(call, 'movePage', artifactId, (pages) => movedPage(pages, path, place));
  }

  /** Its path stays: links go on leading to it. */
  rename(call: ArtifactCall, artifactId: string, path: string, title: string): Promise<string> {
    return this.arrange(call, 'renamePage', artifactId, (pages) => {
      refuseProblems(artifactProblems({ pageTitle: title }));
      if (!pages.some((page) => page.path === path)) return refuseArtifact('PAGE_GONE', { path });
      return pages.map((page) => (page.path === path ? { ...page, title } : page));
    });
  }

  /** With all below it. */
  remove(call: ArtifactCall, artifactId: string, path: string): Promise<string> {
    return this.arrange(call, 'removePage', artifactId, (pages) => withoutPage(pages, path));
  }

  private arrange(
    call: ArtifactCall,
    operation: string,
    artifactId: string,
    arranged: (pages: PlacedPage[]) => PlacedPage[] | Refusal,
  ): Promise<string> {
    return this.writing.write(call, operation, artifactId, async (opened) => {
      // A page that is called otherwise is fine for every kind; more than one is a playbook.
      if (operation !== 'renamePage') refuseKind(opened, 'PLAYBOOK');
      const { tx, viewer, at } = opened;
      const before = await this.drafts.pages(tx, [artifactId]);
      const after = unlessRefused(arranged(before));
      await this.drafts.arrange(tx, artifactId, { before, after }, { by: viewer.personId, at });
      await this.relink(opened, before, after);
      await this.writing.touched(opened, 'draft.pages-arranged', null);
      return artifactId;
    });
  }

  /** Pages that stand elsewhere now are still found from where they are named. */
  private async relink(
    { tx, row, viewer, at }: OpenedDraft,
    before: readonly PlacedPage[],
    after: readonly PlacedPage[],
  ): Promise<void> {
    const paths = new Map(before.map(({ id, path }) => [id, path]));
    if (!after.some(({ id, path }) => (paths.get(id) ?? path) !== path)) return;
    const pages = (await this.drafts.texts(tx, row.id)).map(({ id, path, body }) => ({
      id,
      before: paths.get(id) ?? path,
      after: path,
      body,
    }));
    const relinked = await withMovedLinks(pages, artifactKeyOf(row.number));
    await this.drafts.writeTexts(tx, row.id, relinked, { personId: viewer.personId, at });
  }
}
