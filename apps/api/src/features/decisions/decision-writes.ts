import type { DecisionKind, DecisionPersonPart, DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import type { DecisionScope, FrozenDelegation } from '@chapterhouse/domain/decisions/delegation-cell';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { insertLinks, type NewLink } from './links/decision-links.repository.js';

/** Columns that a use case may set; the names are the table's. Moments are ISO text. */
export interface DecisionColumns {
  kind: DecisionKind;
  state: DecisionState;
  scope_kind: ScopeKind;
  product_id: string | null;
  area_id: string | null;
  team_id: string | null;
  decision_area_id: string | null;
  title: string;
  words: DecisionWords;
  delegation: FrozenDelegation | null;
  revisit_on: string | null;
  decided_by: string | null;
  decided_at: string | null;
  veto_ends_at: string | null;
  vetoed_by: string | null;
  vetoed_for: string | null;
  vetoed_at: string | null;
  veto_reason: string;
  superseded_by: string | null;
  revert_reason: string;
  close_reason: string;
}

export interface NamedPerson {
  part: DecisionPersonPart;
  /** Null: only the name is known. */
  personId: string | null;
  name: string;
}

/** A decision as it is proposed. */
export interface NewDecision {
  id: string;
  kind: DecisionKind;
  scope: DecisionScope;
  decisionAreaId: string | null;
  title: string;
  words: DecisionWords;
  delegation: FrozenDelegation | null;
  revisitOn: string | null;
  proposedBy: string | null;
  /** ISO text. */
  proposedAt: string;
  people: readonly NamedPerson[];
  supersedes: readonly string[];
  links: readonly NewLink[];
}

@Injectable()
export class DecisionWrites {
  /**
   * Takes the next number and inserts the decision with all that hangs on it. Everybody else who proposes in this
   * organization waits from here until the commit: call it late.
   */
  async insert(tx: Tx, decision: NewDecision): Promise<void> {
    await tx.run(INSERT, [tx.organizationId, JSON.stringify({ ...decision, ...placeColumns(decision.scope) })]);
    await this.replacePeople(tx, decision.id, decision.people);
    await this.replaceSupersedes(tx, decision.id, decision.supersedes);
    await insertLinks(
      tx,
      [{ decisionId: decision.id, links: decision.links }],
      decision.proposedBy,
      decision.proposedAt,
    );
  }

  /** The new version; undefined when the version is stale or there is no such decision. */
  async update(
    tx: Tx,
    row: { id: string; version: number },
    changes: Partial<DecisionColumns>,
    at: string,
  ): Promise<number | undefined> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 5}`);
    const updated = await tx.one<{ version: number }>(
      `update decisions set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $4)'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, row.id, row.version, at, ...columns.map(([, value]) => value)],
    );
    return updated?.version;
  }

  /** Something was added beside its own fields: it counts as recent, while their version stays. */
  async touch(tx: Tx, id: string, at: string): Promise<void> {
    await tx.run('update decisions set updated_at = greatest(updated_at, $3) where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
      at,
    ]);
  }

  async replacePeople(tx: Tx, decisionId: string, people: readonly NamedPerson[]): Promise<void> {
    await tx.run('delete from decision_people where organization_id = $1 and decision_id = $2', [
      tx.organizationId,
      decisionId,
    ]);
    await tx.run(
      `insert into decision_people (organization_id, decision_id, part, position, person_id, name)
       select $1, $2, p.part, row_number() over () - 1, p."personId", p.name
         from jsonb_to_recordset($3::jsonb) as p(part text, "personId" uuid, name text)`,
      [tx.organizationId, decisionId, JSON.stringify(people)],
    );
  }

  async replaceSupersedes(tx: Tx, decisionId: string, ids: readonly string[]): Promise<void> {
    await tx.run('delete from decision_supersedes where organization_id = $1 and decision_id = $2', [
      tx.organizationId,
      decisionId,
    ]);
    await tx.run(
      `insert into decision_supersedes (organization_id, decision_id, superseded_id)
       select $1, $2, distinct_id from (select distinct unnest($3::uuid[]) as distinct_id) as given`,
      [tx.organizationId, decisionId, ids],
    );
  }
}

/** Where a scope stands in the row. */
export function placeColumns({
  kind,
  id,
}: DecisionScope): Pick<DecisionColumns, 'scope_kind' | 'product_id' | 'area_id' | 'team_id'> {
  return {
    scope_kind: kind,
    product_id: kind === 'PRODUCT' ? id : null,
    area_id: kind === 'AREA' ? id : null,
    team_id: kind === 'TEAM' ? id : null,
  };
}

const INSERT = `
  with counted as (
    insert into decision_counters as c (organization_id, last_number) values ($1, 1)
    on conflict (organization_id) do update set last_number = c.last_number + 1 returning last_number
  )
  insert into decisions (organization_id, id, number, kind, state, scope_kind, product_id, area_id, team_id, decision_area_id,
      title, words, delegation, revisit_on, proposed_by, proposed_at, updated_at)
  select $1, g.id, c.last_number, g.kind, 'PROPOSED', g.scope_kind, g.product_id, g.area_id, g.team_id, g."decisionAreaId",
         g.title, g.words, nullif(g.delegation, 'null'::jsonb), g."revisitOn", g."proposedBy", g."proposedAt", g."proposedAt"
    from counted c, jsonb_to_record($2::jsonb) as g(id uuid, kind text, scope_kind text, product_id uuid, area_id uuid,
      team_id uuid, "decisionAreaId" uuid, title text, words jsonb, delegation jsonb, "revisitOn" date, "proposedBy" uuid,
      "proposedAt" timestamptz)`;
