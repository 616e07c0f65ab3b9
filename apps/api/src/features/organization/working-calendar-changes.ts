import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { OrganizationRow } from './organization.graphql.js';

/** From `now` on the organization works by another calendar; what is before was lived by the one before. */
export interface WorkingCalendarChange {
  before: WorkingCalendar;
  after: WorkingCalendar;
  now: Date;
}

/** What follows from it, in the transaction of the change itself. Answers how many clocks run out at another moment. */
export type WorkingCalendarConsequence = (tx: Tx, change: WorkingCalendarChange) => Promise<number>;

/** Features whose clocks follow the working calendar register here what another one means to them. */
@Injectable()
export class WorkingCalendarChanges {
  private readonly consequences: WorkingCalendarConsequence[] = [];

  register(consequence: WorkingCalendarConsequence): void {
    this.consequences.push(consequence);
  }

  /** How many clocks it moved; none when only a holiday's name is another one. */
  async apply(tx: Tx, before: OrganizationRow, after: OrganizationRow, now: Date): Promise<number> {
    const change = { before: calendarOf(before), after: calendarOf(after), now };
    if (JSON.stringify(change.before) === JSON.stringify(change.after)) return 0;
    let moved = 0;
    for (const consequence of this.consequences) moved += await consequence(tx, change);
    return moved;
  }
}

export function calendarOf(row: OrganizationRow): WorkingCalendar {
  return {
    timeZone: row.time_zone,
    workingDays: row.working_days,
    startHour: row.working_day_starts,
    endHour: row.working_day_ends,
    holidays: row.holidays,
  };
}
