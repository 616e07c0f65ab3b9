import type { AgendaEntry } from '@chapterhouse/domain/chapters/triage-agenda';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { type PageArgs, pageByMoment } from '../../../platform/graphql/page-key.js';
import { keyOfRef, type OccurrenceRef } from '../../cadences/public.js';
import type { ChapterRow } from '../chapter-row.js';
import { ChaptersRepository } from '../chapters.repository.js';
import { HandOver } from './hand-over.js';
import { ItemTitlesRead } from './item-titles.read.js';
import { currentOf, type SessionRow, type SessionState } from './session-row.js';
import { SessionsRepository } from './sessions.repository.js';
import { TriageAgendaRead } from './triage-agenda.read.js';
import { type TriageItem, triageItemOf, type TriageSession, triageSessionOf } from './triage.graphql.js';

/** A page that knows what it is a page of: the total is counted only for those who ask. */
export interface SessionPage extends Connection<TriageSession> {
  chapterId: string;
}

/** Looking at sessions: everybody of the organization may. */
@Injectable()
export class TriageService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ChaptersRepository) private readonly chapters: ChaptersRepository,
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(TriageAgendaRead) private readonly agendas: TriageAgendaRead,
    @Inject(ItemTitlesRead) private readonly titles: ItemTitlesRead,
    @Inject(HandOver) private readonly handing: HandOver,
  ) {}

  /** What would be talked about now. @throws NOT_FOUND */
  agenda(viewer: Viewer, chapterId: string): Promise<AgendaEntry[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const chapter = await this.chapters.byId(tx, viewer.today, chapterId);
      if (!chapter) throw refusePlatform('NOT_FOUND', {});
      return this.agendas.agenda(tx, viewer, chapter);
    });
  }

  /** Those of nobody here are missing. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, TriageSession>> {
    const found = await this.read(viewer, (tx) => this.sessions.byIds(tx, ids));
    return new Map(found.map((session) => [session.loaded.session.id, session]));
  }

  /** By the chapter's id. */
  async running(viewer: Viewer, chapterIds: readonly string[]): Promise<Map<string, TriageSession>> {
    const found = await this.read(viewer, (tx) => this.sessions.running(tx, chapterIds));
    return new Map(found.map((session) => [session.loaded.session.chapter_id, session]));
  }

  /** By `keyOfRef`. */
  async ofOccurrences(viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, TriageSession>> {
    const found = await this.read(viewer, (tx) => this.sessions.ofOccurrences(tx, refs));
    return new Map(
      found.flatMap((session) => {
        const ref = occurrenceOf(session.loaded.session);
        return ref ? [[keyOfRef(ref), session] as const] : [];
      }),
    );
  }

  /** The latest one first. @throws INVALID_INPUT for a page or cursor that is none */
  async ofChapter(viewer: Viewer, { id }: ChapterRow, args: PageArgs): Promise<SessionPage> {
    const page = pageByMoment(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.sessions.page(tx, id, page);
      const states = await this.sessions.states(tx, rows, this.clock.now().getTime());
      const byRow = new Map(states.map((state) => [state.session, state]));
      const nodeOf = (row: SessionRow): TriageSession => triageSessionOf(found(byRow.get(row)));
      return { ...toConnection(page, rows, 0, (row) => [row.started_at, row.id], nodeOf), chapterId: id };
    });
  }

  total(viewer: Viewer, { chapterId }: SessionPage): Promise<number> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.sessions.count(tx, chapterId));
  }

  async itemsByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, TriageItem>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.sessions.itemsByIds(tx, ids));
    const now = this.clock.now().getTime();
    return new Map(rows.map((row) => [row.id, triageItemOf(row, now)]));
  }

  /** By the action's id: in which item it was promised. */
  async itemsOfActions(viewer: Viewer, actionIds: readonly string[]): Promise<Map<string, TriageItem>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const itemIds = await this.sessions.itemsOfPromises(tx, actionIds);
      const rows = await this.sessions.itemsByIds(tx, [...new Set(itemIds.values())]);
      const now = this.clock.now().getTime();
      const items = new Map(rows.map((row) => [row.id, triageItemOf(row, now)]));
      return new Map(
        [...itemIds].flatMap(([actionId, itemId]) => {
          const item = items.get(itemId);
          return item ? [[actionId, item] as const] : [];
        }),
      );
    });
  }

  /** By the item's id: the teams that the impediment hits. */
  async teamsOfItems(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string[]>> {
    const items = ids.map((id) => ({ id }));
    const titles = await this.database.transaction(scopeOf(viewer), (tx) => this.titles.of(tx, items));
    return new Map([...titles].map(([id, { teamIds }]) => [id, teamIds]));
  }

  /** What the policy looks at that the session itself does not say. */
  standing(viewer: Viewer, { session, items }: SessionState): Promise<{ facilitatorAway: boolean; ownsItem: boolean }> {
    const current = currentOf(items);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const titles = await this.titles.of(tx, current ? [current] : []);
      const ownsItem = current !== undefined && titles.get(current.id)?.ownerId === viewer.personId;
      return { ...(await this.handing.away(tx, session, this.clock.now().getTime())), ownsItem };
    });
  }

  private read(viewer: Viewer, find: (tx: Tx) => Promise<SessionRow[]>): Promise<TriageSession[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const now = this.clock.now().getTime();
      return (await this.sessions.states(tx, await find(tx), now)).map(triageSessionOf);
    });
  }
}

/** The database's; null: held outside of any series. */
export function occurrenceOf({
  cadence_id: cadenceId,
  original_start: originalStart,
}: SessionRow): OccurrenceRef | null {
  return cadenceId === null || originalStart === null ? null : { cadenceId, originalStart };
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Every row of the page is an object.');
  return value;
}
