import type { ChecklistStep } from '@chapterhouse/domain/communities/version-content';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';

/** A run of a checklist with the steps of its version. Ids are the database's. */
export interface RunRow extends Record<string, unknown> {
  id: string;
  version: number;
  version_id: string;
  artifact_id: string;
  community_id: string;
  title: string;
  team_id: string | null;
  started_by: string;
  started_at: string;
  ended_at: string | null;
  checklist: ChecklistStep[];
  /** By step; untouched ones are missing. */
  touched: Record<string, TouchedRow>;
}

/** What somebody did about a step. */
export interface TouchedRow {
  done: boolean;
  note: string;
  by: string;
  /** ISO text. */
  at: string;
}

/** What a list is narrowed to. */
export interface RunQuestion {
  teamId: string | null;
  /** Only what this person started, or one of these teams runs. */
  of: { personId: string; teamIds: readonly string[] } | null;
  /** Of any of its versions. */
  artifactId: string | null;
  open: boolean | null;
}

@Injectable()
export class RunsRepository {
  byIds(tx: Tx, ids: readonly string[]): Promise<RunRow[]> {
    return tx.query<RunRow>(`${ROWS} and r.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  async byId(tx: Tx, id: string): Promise<RunRow | undefined> {
    return (await this.byIds(tx, [id]))[0];
  }

  /** The latest first. */
  page(tx: Tx, asked: RunQuestion, page: Page): Promise<RunRow[]> {
    const [at = null, id = null] = page.after ?? [];
    return tx.query<RunRow>(
      `${ROWS} and ${ASKED} and ($7::timestamptz is null or (r.started_at, r.id) < ($7, $8::uuid))
        order by r.started_at desc, r.id desc limit $9`,
      [...askedOf(tx, asked), at, id, page.limit],
    );
  }

  async count(tx: Tx, asked: RunQuestion): Promise<number> {
    const counted = await tx.one<{ count: number }>(
      `select count(*)::int as count from checklist_runs r where r.organization_id = $1 and ${ASKED}`,
      askedOf(tx, asked),
    );
    return counted?.count ?? 0;
  }

  /** The latest of each team, those under way first. */
  ofTeams(tx: Tx, teamIds: readonly string[], most: number): Promise<RunRow[]> {
    return tx.query<RunRow>(
      `${ROWS} and r.id in (
         select l.id from unnest($2::uuid[]) as asked(team_id) cross join lateral (
           select x.id from checklist_runs x where x.organization_id = $1 and x.team_id = asked.team_id
            order by (x.ended_at is null) desc, x.started_at desc, x.id desc limit $3) as l)
        order by (r.ended_at is null) desc, r.started_at desc, r.id desc`,
      [tx.organizationId, teamIds, most],
    );
  }

  /** Locked until the transaction ends. */
  async forUpdate(tx: Tx, id: string): Promise<RunRow | undefined> {
    const sql = 'select 1 from checklist_runs where organization_id = $1 and id = $2 for no key update';
    return (await tx.run(sql, [tx.organizationId, id])) === 0 ? undefined : this.byId(tx, id);
  }

  async insert(
    tx: Tx,
    run: {
      id: string;
      versionId: string;
      stepCount: number;
      title: string;
      teamId: string | null;
      by: string;
      at: string;
    },
  ): Promise<void> {
    await tx.run(
      `insert into checklist_runs (organization_id, id, version_id, step_count, title, team_id, started_by, started_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.organizationId, run.id, run.versionId, run.stepCount, run.title, run.teamId, run.by, run.at],
    );
  }

  /** The new version of a run that is locked. */
  async touch(tx: Tx, runId: string, stepId: string, { done, note, by, at }: TouchedRow): Promise<number> {
    await tx.run(
      `insert into checklist_run_steps (organization_id, run_id, step_id, done, note, by_id, at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (organization_id, run_id, step_id) do update
         set done = excluded.done, note = excluded.note, by_id = excluded.by_id, at = excluded.at`,
      [tx.organizationId, runId, stepId, done, note, by, at],
    );
    return this.next(tx, 'update checklist_runs set version = version + 1', [tx.organizationId, runId]);
  }

  /** The new version of a run that is locked. */
  end(tx: Tx, runId: string, by: string, at: string): Promise<number> {
    const set = 'update checklist_runs set version = version + 1, ended_at = $3, ended_by = $4';
    return this.next(tx, set, [tx.organizationId, runId, at, by]);
  }

  private async next(tx: Tx, update: string, values: unknown[]): Promise<number> {
    const sql = `${update} where organization_id = $1 and id = $2 returning version`;
    const updated = await tx.one<{ version: number }>(sql, values);
    if (!updated) throw new Error('A row that is locked is there.');
    return updated.version;
  }
}

function askedOf(tx: Tx, { teamId, of, open, artifactId }: RunQuestion): unknown[] {
  return [tx.organizationId, teamId, of?.personId ?? null, open, artifactId, of?.teamIds ?? []];
}

/** $2 a team, $3 whose, with $6 their teams, $4 whether under way, $5 of what artifact; each null: all. */
const ASKED = `($2::uuid is null or r.team_id = $2) and ($3::uuid is null or r.started_by = $3 or r.team_id = any($6::uuid[]))
  and ($4::boolean is null or (r.ended_at is null) = $4)
  and ($5::uuid is null or r.version_id in (
    select w.id from artifact_versions w where w.organization_id = $1 and w.artifact_id = $5))`;

/** $1 is the organization. */
const ROWS = `
  select r.id, r.version, r.version_id, v.artifact_id, a.community_id, r.title, r.team_id, r.started_by, r.started_at, r.ended_at,
         v.checklist,
         coalesce((select jsonb_object_agg(s.step_id, jsonb_build_object('done', s.done, 'note', s.note, 'by', s.by_id,
                            'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
                     from checklist_run_steps s where s.organization_id = r.organization_id and s.run_id = r.id), '{}') as touched
    from checklist_runs r
    join artifact_versions v on v.organization_id = r.organization_id and v.id = r.version_id
    join artifacts a on a.organization_id = v.organization_id and a.id = v.artifact_id
   where r.organization_id = $1`;
