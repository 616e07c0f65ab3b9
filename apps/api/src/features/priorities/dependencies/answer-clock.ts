import { addWorkingHours } from '@chapterhouse/domain/organization/working-calendar';
import { DEPENDENCY_ANSWER_HOURS } from '@chapterhouse/domain/priorities/dependency-fields';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { WorkingCalendarRead } from '../../organization/public.js';

/** Until when somebody who is asked now is to answer, in the organization's working time. */
@Injectable()
export class AnswerClock {
  constructor(@Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead) {}

  /** What is written when it is somebody's turn from now on. */
  async from(tx: Tx, now: Date): Promise<{ asked_at: string; answer_due_at: string; reminded_at: null }> {
    const due = addWorkingHours(now, DEPENDENCY_ANSWER_HOURS, await this.calendars.of(tx));
    return { asked_at: now.toISOString(), answer_due_at: due.toISOString(), reminded_at: null };
  }
}

/** What is written when nobody is waited for any more. */
export const NO_CLOCK = { answer_due_at: null } as const;
