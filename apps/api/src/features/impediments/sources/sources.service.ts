import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import type { SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { refuseField, refuseProblems } from '../refuse-problems.js';
import { type Source, sourceOf, type SourceRow } from './sources.graphql.js';
import { SourcesRepository } from './sources.repository.js';
import { typedText } from '../typed-text.js';

@Injectable()
export class SourcesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SourcesRepository) private readonly sources: SourcesRepository,
  ) {}

  /** Up to 50 by name, for choosing one while raising. */
  async search(viewer: Viewer, text: string): Promise<Source[]> {
    if (!can(viewer.actor, 'impediment:view').allowed) return [];
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.sources.search(tx, text));
    return rows.map(sourceOf);
  }

  async find(viewer: Viewer, id: string): Promise<Source | undefined> {
    const row = await this.database.transaction(scopeOf(viewer), (tx) => this.sources.byId(tx, id));
    return row && sourceOf(row);
  }

  /**
   * The source that was chosen, or the one of that name, created when nobody has named it yet.
   * @throws NOT_FOUND; INVALID_INPUT when both are given, or the new one lacks a name
   */
  async chosen(
    tx: Tx,
    sourceId: string | null,
    newSource: { name: string; kind: SourceKind } | null,
  ): Promise<SourceRow | null> {
    if (sourceId !== null && newSource !== null)
      refuseField('newSource', 'Choose a source or name a new one, not both.');
    if (newSource !== null) {
      const named = { name: typedText(newSource.name), kind: newSource.kind };
      refuseProblems({ newSource: named });
      const [source] = await this.sources.ensure(tx, [named]);
      return source ?? null;
    }
    if (sourceId === null) return null;
    const source = await this.sources.byId(tx, sourceId);
    if (!source) throw refusePlatform('NOT_FOUND', {});
    return source;
  }
}
