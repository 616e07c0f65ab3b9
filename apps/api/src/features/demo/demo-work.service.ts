import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { BacklogItemsRepository } from '../priorities/public.js';
import { SprintHistory } from '../sprints/public.js';
import type { DemoWork } from './demo-work.js';

/** Writes what the teams of the demo work on. Before the impediments, which name the items that they block. */
@Injectable()
export class DemoWorkService {
  constructor(
    @Inject(BacklogItemsRepository) private readonly items: BacklogItemsRepository,
    @Inject(SprintHistory) private readonly sprints: SprintHistory,
  ) {}

  /** @param teams the database's ids, by the story's numbers */
  async write(tx: Tx, work: DemoWork, teams: readonly string[]): Promise<void> {
    const teamOf = (team: number): string => {
      const id = teams[team];
      if (id === undefined) throw new RangeError(`The story names team ${team} of ${teams.length}.`);
      return id;
    };
    await this.items.upsert(
      tx,
      work.items.map(({ key, team, ...item }) => {
        return { ...item, id: newId(), externalKey: key, type: 'Story', teamId: teamOf(team), parentKey: null };
      }),
    );
    await this.sprints.insert(
      tx,
      work.sprints.map(({ team, ...sprint }) => ({ ...sprint, teamId: teamOf(team) })),
    );
  }
}
