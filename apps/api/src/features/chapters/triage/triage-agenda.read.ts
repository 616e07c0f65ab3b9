import { type AgendaEntry, triageAgenda } from '@chapterhouse/domain/chapters/triage-agenda';
import { CATEGORY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { WorkingDays } from '@chapterhouse/domain/organization/working-days';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { TriageFactsRead } from '../../impediments/public.js';
import type { ChapterRow } from '../chapter-row.js';
import { ChapterActionsRead } from './chapter-actions.read.js';
import { SessionsRepository } from './sessions.repository.js';

/** The level of the ladder at which chapters work: Scrum of Scrums. */
const CHAPTER_LEVEL = 2;
/** What counts as new where there was no session yet. */
const FIRST_TIME = 14 * 24 * 3_600_000;

/** What the chapter would talk about now; a fixed number of statements. */
@Injectable()
export class TriageAgendaRead {
  constructor(
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(TriageFactsRead) private readonly impediments: TriageFactsRead,
    @Inject(ChapterActionsRead) private readonly actions: ChapterActionsRead,
  ) {}

  async agenda(tx: Tx, viewer: Viewer, chapter: ChapterRow): Promise<AgendaEntry[]> {
    const now = viewer.now.getTime();
    const last = await this.sessions.lastEnded(tx, chapter.id);
    const lastSessionAt = last === null ? null : Date.parse(last);
    const facts = await this.impediments.facts(tx, {
      areaId: chapter.area_id,
      now,
      since: lastSessionAt ?? now - FIRST_TIME,
      sharedFromLevel: CHAPTER_LEVEL,
    });
    const counted = WorkingDays.of(facts.calendar);
    return triageAgenda({
      impediments: facts.impediments,
      answers: facts.answers,
      recurrences: facts.recurrences.map((recurrence) => ({
        ...recurrence,
        category: CATEGORY_TITLES[recurrence.category],
      })),
      actions: await this.actions.openOf(tx, chapter.id),
      lastSessionAt,
      chapterLevel: CHAPTER_LEVEL,
      now,
      today: viewer.today,
      workingDays: (from, to) => counted.between(from, to),
    });
  }
}
