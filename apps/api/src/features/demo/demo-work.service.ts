import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { SprintHistory } from '../sprints/public.js';
import type { DemoWork } from './demo-work.js';

/** Writes the sprints of the demo's teams. */
@Injectable()
export class DemoWorkService {
  constructor(@Inject(SprintHistory) private readonly sprints: SprintHistory) {}

  /** @param teams the database's ids, by the story's numbers */
  async write(tx: Tx, work: DemoWork, teams: readonly string[]): Promise<void> {
    const teamOf = (team: number): string => {
      const id = teams[team];
      if (id === undefined) throw new RangeError(`The story names team ${team} of ${teams.length}.`);
      return id;
    };
    await this.sprints.insert(
      tx,
      work.sprints.map(({ team, ...sprint }) => ({ ...sprint, teamId: teamOf(team) })),
    );
  }
}
