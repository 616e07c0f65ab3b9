import type { WalkedStep } from '@chapterhouse/domain/communities/decision-tree-walk';
import { WALK_PAUSE_MINUTES } from '@chapterhouse/domain/communities/decision-tree-walk';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Ids are the database's; nodes are named as in the tree of the version. */
export interface WalkRow extends Record<string, unknown> {
  id: string;
  version_id: string;
  /** Null: nobody's any more. */
  person_id: string | null;
  at_node: string;
  step_count: number;
  finished_at: string | null;
}

/** With the tree of its version. */
export interface LastWalkRow extends WalkRow {
  artifact_id: string;
  mermaid: string;
  steps: WalkedStep[];
}

/** Which walks are counted. */
export interface CountedWalks {
  versionId: string;
  /** Days, half-open, and the zone in which they are meant. */
  from: string;
  endsBefore: string;
  timeZone: string;
  /** ISO text. */
  now: string;
}

export interface WalkSums {
  walks: number;
  finished: number;
  reached: Map<string, number>;
  stopped: Map<string, number>;
  /** By `from to`. */
  taken: Map<string, number>;
}

/** Walks through decision trees. They are counted, and belong to whoever walks; nobody else reads them. */
@Injectable()
export class WalksRepository {
  async byId(tx: Tx, id: string): Promise<WalkRow | undefined> {
    return tx.one<WalkRow>(`${ROWS} and id = $2`, [tx.organizationId, id]);
  }

  /** Locked until the transaction ends. */
  async forUpdate(tx: Tx, id: string): Promise<WalkRow | undefined> {
    return tx.one<WalkRow>(`${ROWS} and id = $2 for no key update`, [tx.organizationId, id]);
  }

  /** The one that the person was on last, of each of the artifacts. */
  lastOf(tx: Tx, personId: string, artifactIds: readonly string[]): Promise<LastWalkRow[]> {
    return tx.query<LastWalkRow>(
      `select distinct on (v.artifact_id) v.artifact_id, v.mermaid, w.id, w.version_id, w.person_id, w.at_node, w.step_count, w.finished_at,
              coalesce((select jsonb_agg(jsonb_build_object('from', s.from_node, 'to', s.to_node) order by s.position)
                          from tree_walk_steps s where s.organization_id = w.organization_id and s.walk_id = w.id), '[]') as steps
         from tree_walks w
         join artifact_versions v on v.organization_id = w.organization_id and v.id = w.version_id
        where w.organization_id = $1 and w.person_id = $2 and v.artifact_id = any($3::uuid[])
        order by v.artifact_id, w.touched_at desc, w.id desc`,
      [tx.organizationId, personId, artifactIds],
    );
  }

  steps(tx: Tx, walkId: string): Promise<(WalkedStep & Record<string, unknown>)[]> {
    return tx.query<WalkedStep & Record<string, unknown>>(
      `select from_node as "from", to_node as "to" from tree_walk_steps
        where organization_id = $1 and walk_id = $2 order by position`,
      [tx.organizationId, walkId],
    );
  }

  async insert(
    tx: Tx,
    walk: { id: string; versionId: string; personId: string; root: string; at: string },
  ): Promise<void> {
    await tx.run(
      `insert into tree_walks (organization_id, id, version_id, person_id, at_node, started_at, touched_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [tx.organizationId, walk.id, walk.versionId, walk.personId, walk.root, walk.at],
    );
  }

  /** One answer further. @param atOutcome whether the walk ends there */
  async advance(tx: Tx, row: WalkRow, { from, to }: WalkedStep, at: string, atOutcome: boolean): Promise<void> {
    await tx.run(
      `insert into tree_walk_steps (organization_id, walk_id, position, from_node, to_node) values ($1, $2, $3, $4, $5)`,
      [tx.organizationId, row.id, row.step_count + 1, from, to],
    );
    await this.move(tx, row, to, row.step_count + 1, at, atOutcome ? at : null);
  }

  /** The last answer is taken back. @param from where it was given */
  async retreat(tx: Tx, row: WalkRow, from: string, at: string): Promise<void> {
    await tx.run('delete from tree_walk_steps where organization_id = $1 and walk_id = $2 and position = $3', [
      tx.organizationId,
      row.id,
      row.step_count,
    ]);
    await this.move(tx, row, from, row.step_count - 1, at, null);
  }

  /** As `walkTotals` of the domain counts. */
  async sums(tx: Tx, { versionId, from, endsBefore, timeZone, now }: CountedWalks, root: string): Promise<WalkSums> {
    const values = [tx.organizationId, versionId, from, endsBefore, timeZone];
    const stood = await tx.query<{ at_node: string; walks: number; finished: number; stopped: number }>(
      `select at_node, count(*)::int as walks, count(finished_at)::int as finished,
              (count(*) filter (where finished_at is null
                 and touched_at < $6::timestamptz - make_interval(mins => ${WALK_PAUSE_MINUTES})))::int as stopped
         from tree_walks w where ${COUNTED} group by at_node`,
      [...values, now],
    );
    const steps = await tx.query<{ from_node: string; to_node: string; taken: number }>(
      `select s.from_node, s.to_node, count(*)::int as taken
         from tree_walks w
         join tree_walk_steps s on s.organization_id = w.organization_id and s.walk_id = w.id
        where ${COUNTED} group by s.from_node, s.to_node`,
      values,
    );
    const walks = stood.reduce((sum, row) => sum + row.walks, 0);
    const reached = new Map(walks > 0 ? [[root, walks]] : []);
    for (const { to_node: to, taken } of steps) reached.set(to, (reached.get(to) ?? 0) + taken);
    return {
      walks,
      finished: stood.reduce((sum, row) => sum + row.finished, 0),
      reached,
      stopped: new Map(stood.map((row) => [row.at_node, row.stopped])),
      taken: new Map(steps.map((row) => [`${row.from_node} ${row.to_node}`, row.taken])),
    };
  }

  private async move(
    tx: Tx,
    { id }: WalkRow,
    node: string,
    stepCount: number,
    at: string,
    finishedAt: string | null,
  ): Promise<void> {
    await tx.run(
      `update tree_walks set at_node = $3, step_count = $4, touched_at = $5, finished_at = $6
        where organization_id = $1 and id = $2`,
      [tx.organizationId, id, node, stepCount, at, finishedAt],
    );
  }
}

const ROWS = `select id, version_id, person_id, at_node, step_count, finished_at from tree_walks where organization_id = $1`;

/** $2 the version, $3 and $4 the days, $5 their zone. */
const COUNTED = `w.organization_id = $1 and w.version_id = $2
  and w.started_at >= $3::date::timestamp at time zone $5 and w.started_at < $4::date::timestamp at time zone $5`;
