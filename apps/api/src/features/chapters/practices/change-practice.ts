import { practiceProblems, type PracticeInput } from '@chapterhouse/domain/chapters/chapter-fields';
import type { ChapterEvent } from '@chapterhouse/domain/chapters/chapter-events';
import type { ChapterAction } from '@chapterhouse/domain/chapters/chapter-policy';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { Done, DONE, OrganizationReferences } from '../../organization/public.js';
import { permit, refuseField } from '../chapter-permission.js';
import type { ChapterRow } from '../chapter-row.js';
import { ChaptersRepository } from '../chapters.repository.js';
import { type Practice, practiceOf, type PracticeRow } from './practices.graphql.js';
import { type PracticeColumns, PracticesRepository } from './practices.repository.js';

/** What somebody gave; the artifact by its key, A-5: null is none. */
export interface GivenPractice {
  title: string;
  words: string;
  url: string | null;
  artifactKey: string | null;
}

/** Ids are the database's. */
export interface SharedPractice extends GivenPractice {
  chapterId: string;
  teamId: string | null;
}

export interface PracticeCall {
  viewer: Viewer;
  id: string;
  version?: number;
  input: object;
  idempotencyKey: string | null | undefined;
}

/** Sharing what works, saying it better, taking it back, and saying thank you. */
@Injectable()
export class ChangePractice {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ChaptersRepository) private readonly chapters: ChaptersRepository,
    @Inject(PracticesRepository) private readonly practices: PracticesRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @throws NOT_FOUND for a chapter or team of nobody here, FORBIDDEN, INVALID_INPUT */
  share(viewer: Viewer, given: SharedPractice, idempotencyKey: string | null | undefined): Promise<Practice> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'practice:share', given, async () => {
        permit(viewer, 'practice:share', await this.chapter(tx, viewer, given.chapterId));
        if (given.teamId !== null && !(await this.organization.placeOfTeamIn(tx, given.teamId)))
          throw refusePlatform('NOT_FOUND', {});
        refuseProblems(given);
        const [id, at] = [newId(), viewer.now.toISOString()];
        const { artifactKey, ...words } = given;
        const columns = { ...words, artifactId: await this.artifactOf(tx, artifactKey) };
        await this.practices.insert(tx, { ...columns, id, sharedBy: viewer.personId, at });
        await this.append(tx, 'practice.shared', { id, chapter_id: given.chapterId }, 1, changesOf(null, given));
        return this.read(tx, viewer, id);
      }),
    );
  }

  /** What is not given stays; an empty address takes it off. @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT */
  edit(call: PracticeCall, { artifactKey, ...given }: Partial<GivenPractice>): Promise<Practice> {
    return this.change(call, 'practice:edit', async (tx, row) => {
      refuseProblems(given);
      const artifactId = artifactKey === undefined ? row.artifact_id : await this.artifactOf(tx, artifactKey);
      const after = { title: row.title, words: row.words, url: row.url, ...given, artifactId };
      const changes = changesOf(row, after);
      if (artifactId !== row.artifact_id) changes.push({ field: 'artifact', from: null, to: artifactKey ?? null });
      if (changes.length > 0)
        await this.append(tx, 'practice.edited', row, await this.practices.update(tx, row, after), changes);
      return this.read(tx, call.viewer, row.id);
    });
  }

  /** Removing it again changes nothing. @throws NOT_FOUND, FORBIDDEN */
  remove(call: PracticeCall): Promise<Done> {
    return this.change(call, 'practice:remove', async (tx, row) => {
      if (row.removed_at !== null) return DONE;
      const version = await this.practices.remove(tx, row, call.viewer.now.toISOString());
      await this.append(tx, 'practice.removed', row, version, [{ field: 'title', from: row.title, to: null }]);
      return DONE;
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN */
  thank(call: PracticeCall, thank: boolean): Promise<Practice> {
    return this.change(call, 'practice:thank', async (tx, row) => {
      const { personId } = call.viewer;
      if (await this.practices.thank(tx, row.id, personId, thank)) {
        const [from, to] = [row.thanks, row.thanks + (thank ? 1 : -1)].map(String);
        await this.append(tx, 'practice.thanked', row, row.version, [
          { field: 'thanks', from: from ?? null, to: to ?? null },
        ]);
      }
      return this.read(tx, call.viewer, row.id);
    });
  }

  private change<T extends object>(
    call: PracticeCall,
    action: ChapterAction,
    step: (tx: Tx, row: PracticeRow) => Promise<T>,
  ): Promise<T> {
    const { viewer, id, version, input, idempotencyKey } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, action, { id, version, ...input }, async () => {
        const row = await this.practices.forUpdate(tx, viewer.personId, id);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        const chapter = await this.chapter(tx, viewer, row.chapter_id);
        permit(viewer, action, chapter, { isOwn: row.shared_by === viewer.personId });
        if (row.removed_at !== null && action !== 'practice:remove') throw refusePlatform('NOT_FOUND', {});
        if (version !== undefined && version !== row.version) throw conflict(row);
        return step(tx, row);
      }),
    );
  }

  /** @throws INVALID_INPUT */
  private async artifactOf(tx: Tx, key: string | null): Promise<string | null> {
    if (key === null) return null;
    const number = /^A-?([1-9]\d{0,8})$/iu.exec(key)?.[1];
    const id = number === undefined ? undefined : await this.practices.artifactNumbered(tx, Number(number));
    return id ?? refuseField('artifactKey', `There is no ${key} here; look at its key again.`);
  }

  private async chapter(tx: Tx, { today }: Viewer, id: string): Promise<ChapterRow> {
    const chapter = await this.chapters.byId(tx, today, id);
    if (!chapter) throw refusePlatform('NOT_FOUND', {});
    return chapter;
  }

  private async read(tx: Tx, { personId }: Viewer, id: string): Promise<Practice> {
    const row = await this.practices.byId(tx, personId, id);
    if (!row) throw new Error('A practice was written and is not there.');
    return practiceOf(row);
  }

  private append(
    tx: Tx,
    name: ChapterEvent,
    { id, chapter_id: chapterId }: Pick<PracticeRow, 'id' | 'chapter_id'>,
    version: number,
    changes: FieldChange[],
  ): Promise<void> {
    const of = { subjectType: 'Practice', subjectId: id, subjectVersion: version };
    return this.events.append(tx, { name, ...of, payload: { changes, chapterId } });
  }
}

function refuseProblems(given: PracticeInput): void {
  const fields = practiceProblems(given);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

function conflict(row: PracticeRow): Error {
  const { chapterId: _, sharedById: __, teamId: ___, artifactId: ____, ...current } = practiceOf(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}

type Words = Pick<PracticeColumns, 'title' | 'words' | 'url'>;

function changesOf(before: Words | null, after: Words): FieldChange[] {
  return (['title', 'words', 'url'] as const).flatMap((field) => {
    const [from, to] = [before?.[field] ?? '', after[field] ?? ''];
    return from === to ? [] : [{ field, from: excerpt(from), to: excerpt(to) }];
  });
}
