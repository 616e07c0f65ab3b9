import { currentAssignments } from '@chapterhouse/domain/actor';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { type PageArgs, pageByMoment } from '../../../platform/graphql/page-key.js';
import { type ChecklistRun, checklistRunOf } from './run.graphql.js';
import { RunsRepository } from './runs.repository.js';

/** What a list of runs is asked for; ids are the database's. */
export interface RunsAsked extends PageArgs {
  teamId: string | null;
  artifactId: string | null;
  mine: boolean;
  open: boolean | null;
}

/** Looking at runs: everybody of the organization may. */
@Injectable()
export class RunsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunsRepository) private readonly runs: RunsRepository,
  ) {}

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<ChecklistRun> {
    const row = await this.database.transaction(scopeOf(viewer), (tx) => this.runs.byId(tx, id));
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return checklistRunOf(row);
  }

  /** The latest first. @throws INVALID_INPUT for a page or cursor that is none */
  list(viewer: Viewer, { teamId, artifactId, mine, open, first, after }: RunsAsked): Promise<Connection<ChecklistRun>> {
    const page = pageByMoment({ first, after });
    const teamIds = currentAssignments(viewer.actor).flatMap((held) => held.teamId ?? []);
    const asked = { teamId, artifactId, of: mine ? { personId: viewer.personId, teamIds } : null, open };
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.runs.page(tx, asked, page);
      const total = await this.runs.count(tx, asked);
      return toConnection(page, rows, total, (row) => [row.started_at, row.id], checklistRunOf);
    });
  }

  /** Those under way first, then the latest. @param most of each team */
  async ofTeams(viewer: Viewer, ids: readonly string[], most: number): Promise<Map<string, ChecklistRun[]>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.runs.ofTeams(tx, ids, most));
    return new Map(ids.map((id) => [id, rows.filter((row) => row.team_id === id).map(checklistRunOf)]));
  }
}
