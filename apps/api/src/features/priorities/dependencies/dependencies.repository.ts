import type { DependencyArrow } from '@chapterhouse/domain/priorities/dependency-cycle';
import { type DependencyState, OPEN_DEPENDENCY_STATES } from '@chapterhouse/domain/priorities/dependency-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DEPENDENCY_COLUMNS, DEPENDENCY_TABLES, type DependencyRow } from './dependency-row.js';

type Row = DependencyRow & Record<string, unknown>;

/** A step of a dependency, as it is written. */
export interface NewStep {
  state: DependencyState;
  byId: string;
  /** ISO text. */
  at: string;
  /** YYYY-MM-DD: needed, promised or proposed. */
  date: string | null;
  words: string;
}

export interface StepRow {
  dependency_id: string;
  state: DependencyState;
  by_id: string;
  at: string;
  date: string | null;
  words: string;
}

/** A dependency as it is asked for. Moments are ISO text, days YYYY-MM-DD. */
export interface NewDependency {
  id: string;
  consumerId: string;
  providerId: string | null;
  providerTeamId: string | null;
  words: string;
  neededBy: string;
  requestedBy: string;
  at: string;
  answerDueAt: string;
}

/** Columns that a use case may set; the names are the table's. */
export interface DependencyChange {
  state: DependencyState;
  words: string;
  provider_id: string | null;
  needed_by: string;
  promised_for: string | null;
  proposed_for: string | null;
  asked_at: string;
  answer_due_at: string | null;
  reminded_at: string | null;
  impediment_id: string | null;
}

@Injectable()
export class DependenciesRepository {
  byId(tx: Tx, id: string): Promise<DependencyRow | undefined> {
    return tx.one<Row>(`${SELECT} and d.id = $2`, [tx.organizationId, id]);
  }

  byNumber(tx: Tx, number: number): Promise<DependencyRow | undefined> {
    return tx.one<Row>(`${SELECT} and d.number = $2`, [tx.organizationId, number]);
  }

  /** In the order of the ids; those that are not there are passed over. */
  byIds(tx: Tx, ids: readonly string[]): Promise<DependencyRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return tx.query<Row>(`${SELECT} and d.id = any($2::uuid[]) order by array_position($2::uuid[], d.id)`, [
      tx.organizationId,
      ids,
    ]);
  }

  /** Locks the dependency until the transaction ends: who comes second sees what the first one did. */
  async forUpdate(tx: Tx, id: string): Promise<DependencyRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.query('select 1 from dependencies where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return this.byId(tx, id);
  }

  /**
   * Whoever adds an arrow between items waits here until the commit of who did before: two that close a circle together
   * would not see one another. Hold it before you look.
   */
  async holdArrows(tx: Tx): Promise<void> {
    await tx.run(
      `insert into dependency_counters (organization_id) values ($1)
       on conflict (organization_id) do update set last_number = dependency_counters.last_number`,
      [tx.organizationId],
    );
  }

  /** Of all that stands between items of the organization. @param exceptId of one that is asked anew, or gets an item */
  openArrows(tx: Tx, exceptId: string | null): Promise<DependencyArrow[]> {
    return tx.query<DependencyArrow & Record<string, unknown>>(
      `select consumer_id as "consumerId", provider_id as "providerId" from dependencies
        where organization_id = $1 and provider_id is not null and state = any($2::text[])
          and id is distinct from $3::uuid order by number`,
      [tx.organizationId, OPEN_DEPENDENCY_STATES, exceptId],
    );
  }

  /** An open one between the same two ends; the arrows are held. */
  twin(
    tx: Tx,
    consumerId: string,
    providerId: string | null,
    teamId: string | null,
    exceptId: string | null,
  ): Promise<TwinRow | undefined> {
    return tx.one<TwinRow & Record<string, unknown>>(
      `select number from dependencies
        where organization_id = $1 and consumer_id = $2 and state = any($5::text[]) and id is distinct from $6::uuid
          and (($3::uuid is not null and provider_id = $3) or ($3::uuid is null and provider_id is null and provider_team_id = $4))
        order by number limit 1`,
      [tx.organizationId, consumerId, providerId, teamId, OPEN_DEPENDENCY_STATES, exceptId],
    );
  }

  /** Takes the next number; the arrows are held. */
  async insert(tx: Tx, asked: NewDependency): Promise<void> {
    await tx.run(INSERT, [tx.organizationId, JSON.stringify(asked)]);
  }

  /** The new version; undefined when the version is stale. */
  async update(
    tx: Tx,
    row: { id: string; version: number },
    changes: Partial<DependencyChange>,
    at: string,
  ): Promise<number | undefined> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 5}`);
    const updated = await tx.one<{ version: number }>(
      `update dependencies set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $4)'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, row.id, row.version, at, ...columns.map(([, value]) => value)],
    );
    return updated?.version;
  }

  /** Comes last of its steps; the dependency is held. */
  async addStep(tx: Tx, dependencyId: string, { state, byId, at, date, words }: NewStep): Promise<void> {
    await tx.run(
      `insert into dependency_steps (organization_id, dependency_id, position, state, by_id, at, date, words)
       select $1, $2, coalesce(max(s.position), 0) + 1, $3, $4, $5, $6, $7
         from dependency_steps s where s.organization_id = $1 and s.dependency_id = $2`,
      [tx.organizationId, dependencyId, state, byId, at, date, words],
    );
  }

  /** The oldest first. */
  steps(tx: Tx, ids: readonly string[]): Promise<StepRow[]> {
    return tx.query<StepRow & Record<string, unknown>>(
      `select dependency_id, state, by_id, at, date, words from dependency_steps
        where organization_id = $1 and dependency_id = any($2::uuid[]) order by dependency_id, position`,
      [tx.organizationId, ids],
    );
  }
}

interface TwinRow {
  number: number;
}

const SELECT = `select ${DEPENDENCY_COLUMNS} from ${DEPENDENCY_TABLES} where d.organization_id = $1`;

const INSERT = `
  with counted as (
    insert into dependency_counters as c (organization_id, last_number) values ($1, 1)
    on conflict (organization_id) do update set last_number = c.last_number + 1 returning last_number
  )
  insert into dependencies (organization_id, id, number, consumer_id, provider_id, provider_team_id, state, words, needed_by,
      requested_by, requested_at, asked_at, answer_due_at, updated_at)
  select $1, g.id, c.last_number, g."consumerId", g."providerId", g."providerTeamId", 'REQUESTED', g.words, g."neededBy",
         g."requestedBy", g.at, g.at, g."answerDueAt", g.at
    from counted c, jsonb_to_record($2::jsonb) as g(id uuid, "consumerId" uuid, "providerId" uuid, "providerTeamId" uuid,
      words text, "neededBy" date, "requestedBy" uuid, at timestamptz, "answerDueAt" timestamptz)`;
