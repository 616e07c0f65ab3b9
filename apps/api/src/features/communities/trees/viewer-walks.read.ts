import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { type Walk, walkOf } from './walk.graphql.js';
import { WalksRepository } from './walks.repository.js';

/** Where somebody goes on with a tree that they walked on another device: their own walks only. */
@Injectable()
export class ViewerWalksRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WalksRepository) private readonly walks: WalksRepository,
  ) {}

  /** The last of each. @param artifactIds the database's */
  async lastOf(viewer: Viewer, artifactIds: readonly string[]): Promise<Map<string, Walk>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) =>
      this.walks.lastOf(tx, viewer.personId, artifactIds),
    );
    return new Map(
      rows.map((row) => [row.artifact_id, walkOf(row, row.steps, readDecisionTree(row.mermaid).tree)] as const),
    );
  }
}
