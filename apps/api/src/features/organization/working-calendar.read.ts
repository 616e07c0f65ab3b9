import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { StructureRepository } from './structure.repository.js';
import { calendarOf } from './working-calendar-changes.js';

/** When the organization works, as of now: for features that promise working hours. */
@Injectable()
export class WorkingCalendarRead {
  constructor(@Inject(StructureRepository) private readonly structures: StructureRepository) {}

  async of(tx: Tx): Promise<WorkingCalendar> {
    const row = await this.structures.organization(tx);
    if (!row) throw new Error('The organization has no row of its own.');
    return calendarOf(row);
  }
}
