import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import {
  type ActionItem,
  actionOf,
  ActionsRepository,
  type Occurrence,
  OccurrenceObjects,
  type OccurrenceRef,
} from '../../cadences/public.js';

/** Dates and actions around chapters and their sessions. Ids are the database's. */
@Injectable()
export class ChapterMeetingsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OccurrenceObjects) private readonly occurrenceObjects: OccurrenceObjects,
    @Inject(ActionsRepository) private readonly actions: ActionsRepository,
  ) {}

  /** By `keyOfRef`. */
  occurrences(viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, Occurrence>> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.occurrenceObjects.byRefs(tx, viewer, refs));
  }

  /** By chapter, the one due first first. */
  openActionsOf(viewer: Viewer, chapterIds: readonly string[]): Promise<Map<string, ActionItem[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.actions.ofChapters(tx, chapterIds);
      return new Map(chapterIds.map((id) => [id, rows.filter((row) => row.chapter_id === id).map(actionOf)]));
    });
  }

  async actionsByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ActionItem>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.actions.byIds(tx, ids));
    return new Map(rows.map((row) => [row.id, actionOf(row)]));
  }
}
