import { chapterProblems } from '@chapterhouse/domain/chapters/chapter-fields';
import type { ChapterEvent } from '@chapterhouse/domain/chapters/chapter-events';
import { canOnChapter } from '@chapterhouse/domain/chapters/chapter-policy';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { violatedConstraint } from '../../platform/database/constraint.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { excerpt } from '../../platform/graphql/typed-text.js';
import { permit, refuseField } from './chapter-permission.js';
import type { ChapterRow } from './chapter-row.js';
import { type Chapter, chapterOf } from './chapters.graphql.js';
import { type ChapterColumns, ChaptersRepository } from './chapters.repository.js';

/** Ids are the database's; `areaId` null: of the organization. */
export interface FoundedChapter extends ChapterColumns {
  areaId: string | null;
}

export interface ChapterCall {
  viewer: Viewer;
  id: string;
  version: number;
  idempotencyKey: string | null | undefined;
}

/** Founding a chapter and saying what it is for. */
@Injectable()
export class ChangeChapter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ChaptersRepository) private readonly chapters: ChaptersRepository,
  ) {}

  /** @throws NOT_FOUND for an area of nobody here, FORBIDDEN, INVALID_INPUT, also where there is one already */
  async create(viewer: Viewer, given: FoundedChapter, idempotencyKey: string | null | undefined): Promise<Chapter> {
    try {
      return await this.database.transaction(scopeOf(viewer), (tx) =>
        idempotently(tx, idempotencyKey, 'chapter:create', given, () => this.createIn(tx, viewer, given)),
      );
    } catch (error) {
      if (violatedConstraint(error) !== 'chapters_one_per_scope') throw error;
      return refuseField('scopeId', 'There is a chapter here already; its members are those of the area.');
    }
  }

  private async createIn(tx: Tx, viewer: Viewer, given: FoundedChapter): Promise<Chapter> {
    const place = given.areaId === null ? {} : await this.placeOfArea(tx, given.areaId);
    const verdict = canOnChapter(viewer.actor, 'chapter:create', { place, isMember: false });
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'chapter:create', reason: verdict.reason });
    refuseProblems(given);
    const id = newId();
    await this.chapters.insert(tx, { ...given, id, at: viewer.now.toISOString() });
    await this.append(tx, 'chapter.created', id, 1, changesOf(null, given));
    return this.read(tx, viewer, id);
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT */
  edit({ viewer, id, version, idempotencyKey }: ChapterCall, given: Partial<ChapterColumns>): Promise<Chapter> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'chapter:edit', { id, version, ...given }, async () => {
        const row = await this.chapters.forUpdate(tx, viewer.today, id);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        permit(viewer, 'chapter:edit', row);
        if (row.version !== version) throw conflict(row);
        refuseProblems(given);
        const changes = changesOf(row, given);
        if (changes.length === 0) return chapterOf(row);
        const after = await this.chapters.update(tx, row, given);
        if (after === undefined) throw conflict(row);
        await this.append(tx, 'chapter.edited', id, after, changes);
        return this.read(tx, viewer, id);
      }),
    );
  }

  private async placeOfArea(tx: Tx, areaId: string): Promise<{ areaId: string; productId: string }> {
    const area = await tx.one<{ product_id: string }>(
      'select product_id from areas where organization_id = $1 and id = $2',
      [tx.organizationId, areaId],
    );
    if (!area) throw refusePlatform('NOT_FOUND', {});
    return { areaId, productId: area.product_id };
  }

  private async read(tx: Tx, viewer: Viewer, id: string): Promise<Chapter> {
    const row = await this.chapters.byId(tx, viewer.today, id);
    if (!row) throw new Error('A chapter was written and is not there.');
    return chapterOf(row);
  }

  private append(tx: Tx, name: ChapterEvent, id: string, version: number, changes: FieldChange[]): Promise<void> {
    const of = { subjectType: 'Chapter', subjectId: id, subjectVersion: version };
    return this.events.append(tx, { name, ...of, payload: { changes, chapterId: id } });
  }
}

function refuseProblems(given: Partial<ChapterColumns>): void {
  const fields = chapterProblems(given);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

function conflict(row: ChapterRow): Error {
  const { row: _, ...current } = chapterOf(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}

function changesOf(before: ChapterColumns | null, after: Partial<ChapterColumns>): FieldChange[] {
  return (['name', 'purpose'] as const).flatMap((field) => {
    const [from, to] = [before?.[field] ?? '', after[field]];
    return to === undefined || from === to ? [] : [{ field, from: excerpt(from), to: excerpt(to) }];
  });
}
