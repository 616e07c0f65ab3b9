import type { ChapterEvent, ChapterPayload } from '@chapterhouse/domain/chapters/chapter-events';
import type { ChapterAction, ChapterFacts } from '@chapterhouse/domain/chapters/chapter-policy';
import { refuseChapter } from '@chapterhouse/domain/chapters/chapter-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { permit } from '../chapter-permission.js';
import type { ChapterRow } from '../chapter-row.js';
import { ChaptersRepository } from '../chapters.repository.js';
import type { ItemRow, SessionRow, SessionState } from './session-row.js';
import { SessionWrites } from './session-writes.js';
import { SessionsRepository } from './sessions.repository.js';
import { type TriageSession, triageSessionOf } from './triage.graphql.js';

/** What every mutation of a session that runs is asked with; ids as in the database. */
export interface TriageCall {
  viewer: Viewer;
  /** Of the session, or of one of its items. */
  of: { sessionId: string } | { itemId: string };
  /** Of the session's own fields; absent where it stays as it is. */
  version?: number;
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** The session as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedTriage {
  tx: Tx;
  viewer: Viewer;
  chapter: ChapterRow;
  state: SessionState;
  session: SessionRow;
  /** ISO text of now, and in milliseconds. */
  at: string;
  now: number;
}

/** The same, of a mutation of one item. */
export interface OpenedItem extends OpenedTriage {
  item: ItemRow;
}

/** What a use case did; `counts`: it changed the session's own fields, so its version is one more. */
export interface TriageOutcome extends ChapterPayload {
  event: ChapterEvent;
  counts?: boolean;
}

/** One change of a session; undefined when there was nothing to change: no event then. */
export type TriageStep = (opened: OpenedTriage) => Promise<TriageOutcome | undefined>;
export type ItemStep = (opened: OpenedItem) => Promise<TriageOutcome | undefined>;

/** What a rule looks at beside the session itself. */
export type FactsAbout = (opened: OpenedTriage) => Promise<Partial<ChapterFacts>> | Partial<ChapterFacts>;

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, on the record. */
@Injectable()
export class TriageTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ChaptersRepository) private readonly chapters: ChaptersRepository,
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
  ) {}

  /**
   * A repetition with the same key does nothing and answers the session as it is by now.
   * @throws NOT_FOUND, FORBIDDEN, TRIAGE_ENDED, CONFLICT, and what the step refuses
   */
  change(call: TriageCall, action: ChapterAction, step: TriageStep, about?: FactsAbout): Promise<TriageSession> {
    const { viewer, of, version, input, idempotencyKey } = call;
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const { id } = await idempotently(tx, idempotencyKey, action, { ...of, version, ...input }, async () => {
        const opened = await this.open(tx, call, action, about);
        const outcome = await step(opened);
        if (outcome) await this.record(opened, outcome);
        return { id: opened.session.id };
      });
      return triageSessionOf(await this.read(tx, id));
    });
  }

  /** As `change`, of the item that the call names. */
  changeItem(call: TriageCall, action: ChapterAction, step: ItemStep, about?: FactsAbout): Promise<TriageSession> {
    return this.change(call, action, (opened) => step({ ...opened, item: itemOf(call, opened.state) }), about);
  }

  /** Puts on the record what happened in a session. */
  async record({ tx, viewer, session, at }: OpenedTriage, outcome: TriageOutcome): Promise<void> {
    const { event, counts, ...payload } = outcome;
    if (session.facilitator_id === viewer.personId)
      await this.writes.update(tx, session.id, { facilitator_seen_at: at });
    await this.events.append(tx, {
      name: event,
      subjectType: 'TriageSession',
      subjectId: session.id,
      subjectVersion: session.version + (counts === true ? 1 : 0),
      payload: { ...payload, chapterId: session.chapter_id },
    });
  }

  async read(tx: Tx, id: string): Promise<SessionState> {
    const [session] = await this.sessions.byIds(tx, [id]);
    const [state] = session ? await this.sessions.states(tx, [session], this.clock.now().getTime()) : [];
    if (!state) throw refusePlatform('NOT_FOUND', {});
    return state;
  }

  private async open(tx: Tx, call: TriageCall, action: ChapterAction, about?: FactsAbout): Promise<OpenedTriage> {
    const { viewer, of, version } = call;
    const id = 'sessionId' in of ? of.sessionId : await this.sessions.sessionOfItem(tx, of.itemId);
    const session = id === undefined ? undefined : await this.sessions.lock(tx, id);
    const chapter = session && (await this.chapters.byId(tx, viewer.today, session.chapter_id));
    if (!session || !chapter) throw refusePlatform('NOT_FOUND', {});
    const now = viewer.now.getTime();
    const [state] = await this.sessions.states(tx, [session], now);
    if (!state) throw refusePlatform('NOT_FOUND', {});
    const opened = { tx, viewer, chapter, session, state, at: viewer.now.toISOString(), now };
    permit(viewer, action, chapter, { facilitatorId: session.facilitator_id, ...(await about?.(opened)) });
    if (session.state === 'ENDED') throw refuseChapter('TRIAGE_ENDED', {});
    if (version !== undefined && version !== session.version) throw conflict(session);
    return opened;
  }
}

function itemOf({ of }: TriageCall, { items }: SessionState): ItemRow {
  const item = 'itemId' in of ? items.find(({ id }) => id === of.itemId) : undefined;
  if (!item) throw refusePlatform('NOT_FOUND', {});
  return item;
}

/** What somebody is told who acts on a version that is no more. */
function conflict({ id, version, state, facilitator_id: facilitatorId }: SessionRow): Error {
  const current = {
    id: globalId('TriageSession', id),
    version,
    state,
    facilitator: { id: globalId('Person', facilitatorId) },
  };
  return refusePlatform('CONFLICT', { currentVersion: version, current });
}
