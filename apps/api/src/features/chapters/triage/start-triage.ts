import { refuseChapter } from '@chapterhouse/domain/chapters/chapter-refusals';
import { HOURS_AROUND_A_DATE } from '@chapterhouse/domain/chapters/triage-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { violatedConstraint } from '../../../platform/database/constraint.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { type OccurrenceRef, OccurrencesRead, OccurrencesRepository } from '../../cadences/public.js';
import { permit, refuseField } from '../chapter-permission.js';
import type { ChapterRow } from '../chapter-row.js';
import { ChaptersRepository } from '../chapters.repository.js';
import { SessionWrites } from './session-writes.js';
import { SessionsRepository } from './sessions.repository.js';
import { TriageAgendaRead } from './triage-agenda.read.js';
import { TriageTransaction } from './triage-transaction.js';
import { type TriageSession, triageSessionOf } from './triage.graphql.js';

/** Ids are the database's; `occurrence` null: outside of any series. */
export interface TriageToStart {
  chapterId: string;
  occurrence: OccurrenceRef | null;
}

/** Begins a session: the agenda is built and kept, and whoever starts it facilitates. */
@Injectable()
export class StartTriage {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ChaptersRepository) private readonly chapters: ChaptersRepository,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(OccurrencesRepository) private readonly dates: OccurrencesRepository,
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
    @Inject(TriageAgendaRead) private readonly agendas: TriageAgendaRead,
    @Inject(TriageTransaction) private readonly transaction: TriageTransaction,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, TRIAGE_RUNS; INVALID_INPUT for an occurrence of another chapter, cancelled, of another day, or held already */
  async start(viewer: Viewer, given: TriageToStart, idempotencyKey: string | null | undefined): Promise<TriageSession> {
    try {
      return await this.database.transaction(scopeOf(viewer), async (tx) => {
        const { id } = await idempotently(tx, idempotencyKey, 'triage:start', given, async () => ({
          id: await this.startIn(tx, viewer, given),
        }));
        return triageSessionOf(await this.transaction.read(tx, id));
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'triage_sessions_by_occurrence') throw error;
      return refuseField('occurrenceId', 'This one has been held; start without it, or at another occurrence.');
    }
  }

  private async startIn(tx: Tx, viewer: Viewer, { chapterId, occurrence }: TriageToStart): Promise<string> {
    // Locked, so that of two who start at once the second one finds the first one's session.
    const chapter = await this.chapters.forUpdate(tx, viewer.today, chapterId);
    if (!chapter) throw refusePlatform('NOT_FOUND', {});
    permit(viewer, 'triage:start', chapter);
    const [running] = await this.sessions.running(tx, [chapterId]);
    if (running) throw refuseChapter('TRIAGE_RUNS', { sessionId: globalId('TriageSession', running.id) });
    const agenda = await this.agendas.agenda(tx, viewer, chapter);
    const [id, at] = [newId(), viewer.now.toISOString()];
    if (occurrence) await this.open(tx, viewer, chapter, occurrence);
    await this.writes.start(tx, { id, chapterId, occurrence, facilitatorId: viewer.personId, agenda, at });
    await this.events.append(tx, {
      name: 'triage-session.started',
      subjectType: 'TriageSession',
      subjectId: id,
      subjectVersion: 1,
      payload: { changes: [{ field: 'items', from: null, to: String(agenda.length) }], chapterId },
    });
    return id;
  }

  /** The date is the chapter's, takes place about now, and stays what it is though its series changes. */
  private async open(tx: Tx, viewer: Viewer, { id }: ChapterRow, ref: OccurrenceRef): Promise<void> {
    const found = await this.occurrences.byRef(tx, ref);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    if (found.cadence.chapter_id !== id)
      refuseField('occurrenceId', 'Choose an occurrence of this chapter’s cadences.');
    if (found.state === 'CANCELLED') refuseField('occurrenceId', 'This one is cancelled; start without it.');
    if (Math.abs(found.startsAt - viewer.now.getTime()) > HOURS_AROUND_A_DATE * 3_600_000)
      refuseField('occurrenceId', `This one is not within ${HOURS_AROUND_A_DATE} hours; start without it.`);
    await this.dates.opened(tx, ref, viewer.now.toISOString());
  }
}
