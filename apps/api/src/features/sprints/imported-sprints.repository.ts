import type { SprintState } from '@chapterhouse/domain/sprints/sprint-fields';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { KeptField } from './sprint-row.js';

/** A sprint as a file tells it; moments as ISO text, ids are the database's. */
export interface ImportedSprint {
  id: string;
  teamId: string;
  name: string;
  goal: string;
  state: SprintState;
  startsAt: string | null;
  endsAt: string | null;
  completedAt: string | null;
}

/** What is here already. */
export interface PresentSprint {
  id: string;
  team_id: string;
  name: string;
  goal: string;
  state: SprintState;
  starts_at: string | null;
  ends_at: string | null;
  completed_at: string | null;
  edited_by_hand: KeptField[];
  /** Somebody said by hand that something was done. */
  says_done: boolean;
  removed: boolean;
}

/** Sprints as imports write them, some hundred to a statement. */
@Injectable()
export class ImportedSprintsRepository {
  /** Removed ones too. @param hold until the transaction ends */
  async present(tx: Tx, sprints: readonly { id: string }[], hold: boolean): Promise<Map<string, PresentSprint>> {
    const rows = await tx.query<PresentSprint & Record<string, unknown>>(
      `select id, team_id, name, goal, state, starts_at, ends_at, completed_at, edited_by_hand,
              coalesce(done_items, 0) > 0 or coalesce(done_points, 0) > 0 as says_done, removed_at is not null as removed
         from sprints where organization_id = $1 and id = any($2::uuid[]) order by id${hold ? ' for no key update' : ''}`,
      [tx.organizationId, sprints.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The later ones last; names in lower case. */
  names(tx: Tx, teamIds: readonly string[]): Promise<{ id: string; team_id: string; name: string }[]> {
    return tx.query<{ id: string; team_id: string; name: string }>(
      `select id, team_id, lower(name) as name from sprints
        where organization_id = $1 and team_id = any($2::uuid[]) and removed_at is null order by starts_at nulls first, id`,
      [tx.organizationId, teamIds],
    );
  }

  async insert(tx: Tx, sprints: readonly ImportedSprint[]): Promise<void> {
    if (sprints.length > 0) await tx.run(INSERT, [tx.organizationId, JSON.stringify(sprints)]);
  }

  async update(tx: Tx, sprints: readonly ImportedSprint[]): Promise<void> {
    if (sprints.length > 0) await tx.run(UPDATE, [tx.organizationId, JSON.stringify(sprints)]);
  }
}

const GIVEN = `jsonb_to_recordset($2::jsonb) as n(id uuid, "teamId" uuid, name text, goal text, state text,
    "startsAt" timestamptz, "endsAt" timestamptz, "completedAt" timestamptz)`;

const INSERT = `
  insert into sprints (organization_id, id, team_id, name, goal, state, starts_at, ends_at, completed_at, imported)
  select $1, id, "teamId", name, goal, state, "startsAt", "endsAt", "completedAt", true from ${GIVEN}`;

const UPDATE = `
  update sprints s set team_id = n."teamId", name = n.name, goal = n.goal, state = n.state, starts_at = n."startsAt",
      ends_at = n."endsAt", completed_at = n."completedAt", version = s.version + 1
    from ${GIVEN} where s.organization_id = $1 and s.id = n.id`;
