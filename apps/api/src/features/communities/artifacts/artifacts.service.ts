import { artifactNumberOf } from '@chapterhouse/domain/communities/artifact-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { type PageArgs, pageByMoment } from '../../../platform/graphql/page-key.js';
import type { ThingName } from '../../../platform/graphql/thing-names.js';
import type { ArtifactRow } from './artifact-row.js';
import { type Artifact, artifactOf } from './artifacts.graphql.js';
import { type ArtifactQuestion, ArtifactsRepository } from './artifacts.repository.js';

/** Looking at artifacts: everybody of the organization may, also at what is not published yet. */
@Injectable()
export class ArtifactsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
  ) {}

  /** @param key `A-7`, in capitals or not @throws NOT_FOUND */
  byKey(viewer: Viewer, key: string): Promise<Artifact> {
    const number = artifactNumberOf(key);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = number === undefined ? undefined : await this.artifacts.byNumber(tx, viewer.personId, number);
      if (!row) throw refusePlatform('NOT_FOUND', {});
      return artifactOf(row, viewer.today);
    });
  }

  /** By the database's ids; those of nobody here are passed over. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Artifact>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.artifacts.byIds(tx, viewer.personId, ids);
      return new Map(rows.map((row) => [row.id, artifactOf(row, viewer.today)]));
    });
  }

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<Artifact> {
    const found = (await this.byIds(viewer, [id])).get(id);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  /** What those with these numbers are called now, in one statement. */
  names(tx: Tx, numbers: readonly string[]): Promise<ThingName[]> {
    return this.artifacts.names(tx, numbers);
  }

  /** By title; those in the archive last. */
  ofCommunities(viewer: Viewer, communityIds: readonly string[]): Promise<Map<string, Artifact[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.artifacts.ofCommunities(tx, viewer.personId, communityIds);
      const grouped = new Map<string, Artifact[]>(communityIds.map((id) => [id, []]));
      for (const row of rows) grouped.get(row.community_id)?.push(artifactOf(row, viewer.today));
      return grouped;
    });
  }

  /** The latest change first. @throws INVALID_INPUT */
  page(viewer: Viewer, asked: ArtifactQuestion, args: PageArgs): Promise<Connection<Artifact>> {
    const page = pageByMoment(args);
    const { personId, today } = viewer;
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.artifacts.page(tx, personId, today, asked, page);
      const total = await this.artifacts.count(tx, personId, today, asked);
      const keyOf = ({ updated_at: at, id }: ArtifactRow): string[] => [at, id];
      return toConnection(page, rows, total, keyOf, (row) => artifactOf(row, today));
    });
  }
}
