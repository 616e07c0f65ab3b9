import type { SprintState } from '@chapterhouse/domain/sprints/sprint-fields';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { changesBetween } from './sprint-changes.js';
import type { SprintNumbers } from './sprint-row.js';
import { SprintsRepository } from './sprints.repository.js';

/** A sprint as if somebody had recorded it on its first day; ids are the database's. */
export interface HistoricSprint extends SprintNumbers {
  teamId: string;
  name: string;
  goal: string;
  state: SprintState;
  startsOn: string;
}

/** Many sprints at once, as if they had been recorded by hand: the demo. */
@Injectable()
export class SprintHistory {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(SprintsRepository) private readonly sprints: SprintsRepository,
  ) {}

  async insert(tx: Tx, given: readonly HistoricSprint[]): Promise<void> {
    const written = given.map(({ teamId, name, goal, state, ...byHand }) => {
      return { id: newId(), teamId, name, goal, state, imported: false, editedByHand: [], byHand };
    });
    await this.sprints.insert(tx, written);
    await this.events.append(
      tx,
      ...written.map(({ id, name, goal, state, byHand }) => ({
        name: 'sprint.recorded',
        subjectType: 'Sprint',
        subjectId: id,
        subjectVersion: 1,
        at: `${byHand.startsOn}T00:00:00.000Z`,
        payload: { changes: changesBetween(null, { name, goal, state, ...byHand }) },
      })),
    );
  }
}
