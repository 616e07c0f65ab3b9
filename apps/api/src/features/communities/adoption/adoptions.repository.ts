import type { AdoptionFeel } from '@chapterhouse/domain/communities/adoption';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** A team that follows, or followed, a version. Ids are the database's, days YYYY-MM-DD. */
export interface AdoptionRow extends Record<string, unknown> {
  id: string;
  version: number;
  team_id: string;
  artifact_id: string;
  community_id: string;
  number: number;
  version_id: string;
  /** Of the artifact by now. */
  latest: number;
  since: string;
  until: string | null;
  end_reason: string | null;
  feel: AdoptionFeel | null;
  note: string;
  by_id: string;
  nudged_at: string | null;
  team_name: string;
  team_archived_on: string | null;
}

/** Columns that a use case may set. */
export interface AdoptionColumns {
  number: number;
  feel: AdoptionFeel | null;
  note: string;
  until: string | null;
  end_reason: string | null;
  nudged_at: string | null;
}

export interface NewAdoption extends Pick<AdoptionColumns, 'number' | 'feel' | 'note'> {
  id: string;
  teamId: string;
  artifactId: string;
  since: string;
  byId: string;
  /** ISO text of now. */
  at: string;
}

/** Which version a team followed from a day on. */
export interface AdoptionStepRow extends Record<string, unknown> {
  artifact_id: string;
  adoption_id: string;
  number: number;
  since: string;
  until: string | null;
}

@Injectable()
export class AdoptionsRepository {
  byIds(tx: Tx, ids: readonly string[]): Promise<AdoptionRow[]> {
    return tx.query<AdoptionRow>(`${ROWS} and a.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  /** That last, of teams that there are on the day, by the name of the team. @param today YYYY-MM-DD */
  ofArtifacts(tx: Tx, artifactIds: readonly string[], today: string): Promise<AdoptionRow[]> {
    return tx.query<AdoptionRow>(
      `${ROWS} and a.until is null and (t.archived_on is null or t.archived_on > $3::date)
        and a.artifact_id = any($2::uuid[]) order by lower(t.name), a.id`,
      [tx.organizationId, artifactIds, today],
    );
  }

  /** That last, by the title of what is followed. */
  ofTeams(tx: Tx, teamIds: readonly string[]): Promise<AdoptionRow[]> {
    return tx.query<AdoptionRow>(
      `${ROWS} and a.until is null and a.team_id = any($2::uuid[]) order by lower(f.title), a.id`,
      [tx.organizationId, teamIds],
    );
  }

  /** That lasts; locked until the transaction ends. */
  async lastingForUpdate(tx: Tx, artifactId: string, teamIds: readonly string[]): Promise<AdoptionRow[]> {
    const locked = await tx.query<{ id: string }>(
      `select id from adoptions where organization_id = $1 and artifact_id = $2 and team_id = any($3::uuid[]) and until is null
        order by id for no key update`,
      [tx.organizationId, artifactId, teamIds],
    );
    return this.byIds(
      tx,
      locked.map(({ id }) => id),
    );
  }

  async forUpdate(tx: Tx, id: string): Promise<AdoptionRow | undefined> {
    const sql = 'select 1 from adoptions where organization_id = $1 and id = $2 for no key update';
    if ((await tx.run(sql, [tx.organizationId, id])) === 0) return undefined;
    return (await this.byIds(tx, [id]))[0];
  }

  /** @throws by index `adoptions_one_per_team` */
  async insert(tx: Tx, given: NewAdoption): Promise<void> {
    const { id, teamId, artifactId, number, since, feel, note, byId, at } = given;
    await tx.run(
      `insert into adoptions (organization_id, id, team_id, artifact_id, number, since, feel, note, by_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [tx.organizationId, id, teamId, artifactId, number, since, feel, note, byId, at],
    );
    await this.follow(tx, id, number, since);
  }

  /** From that day on it follows the version. */
  async follow(tx: Tx, adoptionId: string, number: number, since: string): Promise<void> {
    await tx.run(
      `insert into adoption_steps (organization_id, adoption_id, position, number, since)
       select $1, $2, coalesce(max(position), 0) + 1, $3, $4 from adoption_steps where organization_id = $1 and adoption_id = $2`,
      [tx.organizationId, adoptionId, number, since],
    );
  }

  /** The new version of a row that is locked. */
  async update(tx: Tx, row: AdoptionRow, changes: Partial<AdoptionColumns>): Promise<number> {
    const { number, feel, note, until, end_reason: reason, nudged_at: nudgedAt } = { ...row, ...changes };
    const updated = await tx.one<{ version: number }>(
      `update adoptions set number = $4, feel = $5, note = $6, until = $7, end_reason = $8, nudged_at = $9, version = version + 1
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, row.id, row.version, number, feel, note, until, reason, nudgedAt],
    );
    if (!updated) throw new Error('A row that is locked is there.');
    return updated.version;
  }

  /** Also of those that ended, in their order: for what was when. An archived team follows nothing from that day on. */
  steps(tx: Tx, artifactIds: readonly string[]): Promise<AdoptionStepRow[]> {
    return tx.query<AdoptionStepRow>(
      `select a.artifact_id, s.adoption_id, s.number, s.since, least(a.until, t.archived_on) as until
         from adoption_steps s
         join adoptions a on a.organization_id = s.organization_id and a.id = s.adoption_id
         join teams t on t.organization_id = a.organization_id and t.id = a.team_id
        where s.organization_id = $1 and a.artifact_id = any($2::uuid[])
        order by s.adoption_id, s.position`,
      [tx.organizationId, artifactIds],
    );
  }
}

/** $1 is the organization. */
const ROWS = `
  select a.id, a.version, a.team_id, a.artifact_id, f.community_id, a.number, v.id as version_id, f.version_count as latest,
         a.since, a.until, a.end_reason, a.feel, a.note, a.by_id, a.nudged_at, t.name as team_name, t.archived_on as team_archived_on
    from adoptions a
    join artifacts f on f.organization_id = a.organization_id and f.id = a.artifact_id
    join artifact_versions v on v.organization_id = a.organization_id and v.artifact_id = a.artifact_id and v.number = a.number
    join teams t on t.organization_id = a.organization_id and t.id = a.team_id
   where a.organization_id = $1`;
