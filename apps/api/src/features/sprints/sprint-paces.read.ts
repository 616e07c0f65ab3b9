import type { SprintPace } from '@chapterhouse/domain/sprints/throughput';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { paceOf } from './sprint-row.js';
import { SprintsRepository } from './sprints.repository.js';

/** What teams got done, for whoever measures an impediment by it. */
@Injectable()
export class SprintPacesRead {
  constructor(@Inject(SprintsRepository) private readonly sprints: SprintsRepository) {}

  /** All finished sprints of these teams that have dates, in one statement; ids are the database's. */
  async finishedOf(tx: Tx, teamIds: readonly string[]): Promise<SprintPace[]> {
    const rows = await this.sprints.finished(tx, teamIds);
    return rows.flatMap(paceOf);
  }
}
