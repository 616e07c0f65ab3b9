import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { type Label, labelOf } from './labels.graphql.js';
import { LabelsRepository } from './labels.repository.js';

@Injectable()
export class LabelsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LabelsRepository) private readonly labels: LabelsRepository,
  ) {}

  /** Up to 100 for choosing, the most used first. */
  async search(viewer: Viewer, text: string): Promise<Label[]> {
    if (!can(viewer.actor, 'impediment:view').allowed) return [];
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.labels.search(tx, text));
    return rows.map(labelOf);
  }

  async find(viewer: Viewer, id: string): Promise<Label | undefined> {
    const row = await this.database.transaction(scopeOf(viewer), (tx) => this.labels.byId(tx, id));
    return row && labelOf(row);
  }
}
