import { refusePlatform } from '@chapterhouse/domain/refusal';
import { canOnSprint } from '@chapterhouse/domain/sprints/sprint-policy';
import { Inject, Injectable } from '@nestjs/common';
import { OrganizationReferences } from '../organization/public.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { type Connection, readPage, toConnection } from '../../platform/graphql/connection.js';
import { type Sprint, sprintOf } from './sprints.graphql.js';
import { type SprintKey, SprintsRepository } from './sprints.repository.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** As PostgreSQL writes the day of what has none. */
const NO_DAY = 'infinity';

/** Sprints for screens. */
@Injectable()
export class SprintsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SprintsRepository) private readonly sprints: SprintsRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** Latest first; those without a day before all others. @throws NOT_FOUND for a team of nobody here, INVALID_INPUT */
  async ofTeam(
    viewer: Viewer,
    teamId: string,
    first: number | null | undefined,
    after: string | null | undefined,
  ): Promise<Connection<Sprint>> {
    mayView(viewer);
    const page = readPage(first, after, 2);
    const key = page.after && keyOf(page.after);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if (!(await this.organization.placeOfTeamIn(tx, teamId))) throw refusePlatform('NOT_FOUND', {});
      const rows = await this.sprints.ofTeam(tx, teamId, key, page.limit);
      const total = await this.sprints.countOf(tx, teamId);
      return toConnection(page, rows, total, (row) => [row.first_day, row.id], sprintOf);
    });
  }

  async find(viewer: Viewer, id: string): Promise<Sprint | undefined> {
    mayView(viewer);
    const row = await this.database.transaction(scopeOf(viewer), (tx) => this.sprints.byId(tx, id));
    return row && sprintOf(row);
  }
}

/** @throws FORBIDDEN */
export function mayView(viewer: Viewer): void {
  const verdict = canOnSprint(viewer.actor, 'sprint:view', {});
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'sprint:view', reason: verdict.reason });
}

function keyOf([day = '', id = '']: string[]): SprintKey {
  if (UUID.test(id) && (day === NO_DAY || (DAY.test(day) && !Number.isNaN(Date.parse(day))))) return [day, id];
  const problem = 'This is no cursor of this list; start again without it.';
  throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'after', problem }] });
}
