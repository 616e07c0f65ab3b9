import type { FacilitationMode } from '@chapterhouse/domain/cadences/cadence-kinds';
import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Injectable } from '@nestjs/common';
import { violatedConstraint } from '../../platform/database/constraint.js';
import type { Tx } from '../../platform/database/tx.js';

/** Columns that a use case may set; the names are the table's. Days are YYYY-MM-DD. */
export interface CadenceColumns {
  name: string;
  rule: string | null;
  starts_at: LocalDateTime;
  time_zone: string;
  minutes: number;
  place: string;
  agenda: string;
  facilitation: FacilitationMode;
  facilitator_id: string | null;
  roles: readonly Role[];
  ends_before: string | null;
  last_on: string | null;
}

/** A series as it is planned. Ids are the database's, moments ISO text. */
export interface NewCadence extends CadenceColumns {
  id: string;
  kind: string;
  scope_kind: ScopeKind;
  scope_id: string;
  chapter_id: string | null;
  community_id: string | null;
  /** The series that it goes on from, and the first of that line. */
  follows_id: string | null;
  root_id: string;
  created_by: string | null;
  created_at: string;
  person_ids: readonly string[];
}

@Injectable()
export class CadenceWrites {
  /**
   * What followed the series that it follows follows it from now on.
   * @throws NOT_FOUND for a chapter or community of another scope, or of nobody here
   */
  async insert(tx: Tx, cadence: NewCadence): Promise<void> {
    const { scope_kind: kind, scope_id: id } = cadence;
    const place = {
      product_id: kind === 'PRODUCT' ? id : null,
      area_id: kind === 'AREA' ? id : null,
      team_id: kind === 'TEAM' ? id : null,
    };
    try {
      await tx.run(INSERT, [tx.organizationId, JSON.stringify({ ...cadence, ...place })]);
    } catch (error) {
      if (/chapter|community/u.test(violatedConstraint(error) ?? '')) throw refusePlatform('NOT_FOUND', {});
      throw error;
    }
    await this.replacePeople(tx, cadence.id, cadence.person_ids);
  }

  /** The new version; undefined when the version is stale or there is no such series. */
  async update(
    tx: Tx,
    row: { id: string; version: number },
    changes: Partial<CadenceColumns>,
    at: string,
  ): Promise<number | undefined> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 5}`);
    const updated = await tx.one<{ version: number }>(
      `update cadences set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $4)'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, row.id, row.version, at, ...columns.map(([, value]) => value)],
    );
    return updated?.version;
  }

  async replacePeople(tx: Tx, cadenceId: string, personIds: readonly string[]): Promise<void> {
    await tx.run(
      'delete from cadence_people where organization_id = $1 and cadence_id = $2 and person_id <> all($3::uuid[])',
      [tx.organizationId, cadenceId, personIds],
    );
    await tx.run(
      `insert into cadence_people (organization_id, cadence_id, person_id)
       select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
      [tx.organizationId, cadenceId, [...new Set(personIds)]],
    );
  }
}

const INSERT = `
  with given as (
    select * from jsonb_to_record($2::jsonb) as g(id uuid, kind text, name text, scope_kind text, product_id uuid, area_id uuid,
      team_id uuid, chapter_id uuid, community_id uuid, rule text, starts_at timestamp, time_zone text, minutes int, place text,
      agenda text, facilitation text, facilitator_id uuid, roles text[], ends_before date, last_on date, follows_id uuid, root_id uuid,
      created_by uuid, created_at timestamptz)
  ), moved as (
    update cadences c set follows_id = g.id from given g
     where c.organization_id = $1 and c.follows_id = g.follows_id returning 1
  )
  insert into cadences (organization_id, id, kind, name, scope_kind, product_id, area_id, team_id, chapter_id, community_id, rule,
      starts_at, time_zone, minutes, place, agenda, facilitation, facilitator_id, roles, ends_before, last_on, follows_id, root_id,
      created_by, created_at, updated_at)
  select $1, g.id, g.kind, g.name, g.scope_kind, g.product_id, g.area_id, g.team_id, g.chapter_id, g.community_id, g.rule,
         g.starts_at, g.time_zone, g.minutes, g.place, g.agenda, g.facilitation, g.facilitator_id, g.roles, g.ends_before, g.last_on,
         g.follows_id, g.root_id, g.created_by, g.created_at, g.created_at
    from given g where (select count(*) from moved) >= 0`;
