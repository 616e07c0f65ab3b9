import type { PageChange } from '@chapterhouse/domain/communities/page-changes';
import { readingOrder } from '@chapterhouse/domain/communities/page-order';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import type { PageLineRow } from '../versions/version-row.js';
import type { DraftChangeRow, DraftTextRow } from './draft-row.js';
import { type ArtifactDraft, draftOf } from './drafts.graphql.js';
import { DraftsRepository } from './drafts.repository.js';

/** Looking at drafts: everybody of the organization may. */
@Injectable()
export class DraftsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
  ) {}

  ofArtifacts(viewer: Viewer, artifactIds: readonly string[]): Promise<Map<string, ArtifactDraft>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.artifacts.byIds(tx, viewer.personId, artifactIds);
      const artifacts = new Map(rows.map((row) => [row.id, row]));
      const drafts = await this.drafts.ofArtifacts(tx, artifactIds);
      return new Map(
        drafts.flatMap((draft) => {
          const of = artifacts.get(draft.artifact_id);
          return of ? [[draft.artifact_id, draftOf(draft, of)] as const] : [];
        }),
      );
    });
  }

  /** @throws NOT_FOUND */
  async of(viewer: Viewer, artifactId: string): Promise<ArtifactDraft> {
    const found = (await this.ofArtifacts(viewer, [artifactId])).get(artifactId);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  /** Pages without their texts, in reading order. */
  lines(viewer: Viewer, artifactIds: readonly string[]): Promise<Map<string, PageLineRow[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const pages = await this.drafts.pages(tx, artifactIds);
      return new Map(
        artifactIds.map((id) => [
          id,
          readingOrder(pages.filter(({ artifactId }) => artifactId === id)).map(
            ({ page, depth, parentPath }, position) => ({
              id: page.id,
              parent_id: page.parentId,
              parent_path: parentPath,
              path: page.path,
              title: page.title,
              depth,
              position,
            }),
          ),
        ]),
      );
    });
  }

  text(viewer: Viewer, artifactId: string, path: string): Promise<DraftTextRow | undefined> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.drafts.text(tx, artifactId, path));
  }

  /** All texts, for what is looked at in all of them. */
  texts(viewer: Viewer, artifactId: string): Promise<DraftTextRow[]> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.drafts.texts(tx, artifactId));
  }

  /** Since what they are based on: pages that are there in reading order, then those that are gone. */
  changed(viewer: Viewer, artifactIds: readonly string[]): Promise<Map<string, PageChange[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const changes = await this.drafts.changes(tx, artifactIds);
      const pages = await this.drafts.pages(tx, artifactIds);
      return new Map(
        artifactIds.map((id) => {
          const own = readingOrder(pages.filter(({ artifactId }) => artifactId === id)).map(({ page }) => page.id);
          const place = new Map(own.map((page, index) => [page, index]));
          const placeOf = (change: DraftChangeRow): number => place.get(change.id) ?? own.length;
          const inOrder = changes
            .filter(({ artifact_id: of }) => of === id)
            .sort((one, other) => placeOf(one) - placeOf(other));
          return [id, inOrder.map(changeOf)];
        }),
      );
    });
  }
}

function changeOf({ kind, path, title, was_path: was }: DraftChangeRow): PageChange {
  return { kind, path, title, wasPath: was === path ? null : was };
}
