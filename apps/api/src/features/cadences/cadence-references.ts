import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { OrganizationReferences } from '../organization/public.js';
import { refuseField } from './refuse-cadence.js';

/** A scope in which meetings are planned, with what it lies in. */
export interface ScopeHere {
  scope_kind: ScopeKind;
  id: string;
  product_id: string | null;
  area_id: string | null;
  team_id: string | null;
}

/** What series point to: whether it is here. Ids are the database's. */
@Injectable()
export class CadenceReferences {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  /** @throws NOT_FOUND; INVALID_INPUT for an archived one */
  async scope(tx: Tx, kind: ScopeKind, id: string, today: string): Promise<ScopeHere> {
    const row = await tx.one<ScopeHere & { name: string; archived_on: string | null } & Record<string, unknown>>(
      SCOPES[kind],
      [tx.organizationId, id],
    );
    if (!row) throw refusePlatform('NOT_FOUND', {});
    if (row.archived_on !== null && row.archived_on <= today)
      refuseField('scopeId', `${row.name} is archived; choose another scope.`);
    return row;
  }

  /** Before anything else is looked at: people of nobody here look like people of nowhere. @throws NOT_FOUND */
  async known(tx: Tx, viewer: Viewer, personIds: readonly string[] = []): Promise<void> {
    const distinct = [...new Set(personIds)];
    if (distinct.length === 0) return;
    const people = await this.organization.peopleIn(tx, distinct, viewer.today);
    if (people.size < distinct.length) throw refusePlatform('NOT_FOUND', {});
  }

  /** Names of people, by id. @throws NOT_FOUND for somebody who is nobody here; INVALID_INPUT for who has left */
  async people(tx: Tx, viewer: Viewer, ids: readonly string[], field: string): Promise<Map<string, string>> {
    const distinct = [...new Set(ids)];
    if (distinct.length === 0) return new Map();
    const people = await this.organization.peopleIn(tx, distinct, viewer.today);
    if (people.size < distinct.length) throw refusePlatform('NOT_FOUND', {});
    const left = [...people.values()].find(({ deactivatedAt }) => deactivatedAt !== null);
    if (left) refuseField(field, `${left.name} is not here any more; choose somebody else.`);
    return new Map([...people].map(([id, { name }]) => [id, name]));
  }

  /** Whoever they are by now. @throws NOT_FOUND for somebody who is nobody here */
  async here(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<void> {
    const distinct = [...new Set(ids)];
    if ((await this.names(tx, viewer, distinct)).size < distinct.length) throw refusePlatform('NOT_FOUND', {});
  }

  /** As `people`, whoever they are by now: for words about what was. */
  async names(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
    const people = await this.organization.peopleIn(tx, [...new Set(ids)], viewer.today);
    return new Map([...people].map(([id, { name }]) => [id, name]));
  }
}

const SCOPES: Record<ScopeKind, string> = {
  ORGANIZATION: `
    select 'ORGANIZATION' as scope_kind, organization_id as id, name, null as archived_on, null as product_id, null as area_id,
           null as team_id from organizations where organization_id = $1 and organization_id = $2`,
  PRODUCT: `
    select 'PRODUCT' as scope_kind, id, name, archived_on, id as product_id, null as area_id, null as team_id
      from products where organization_id = $1 and id = $2`,
  AREA: `
    select 'AREA' as scope_kind, id, name, archived_on, product_id, id as area_id, null as team_id
      from areas where organization_id = $1 and id = $2`,
  TEAM: `
    select 'TEAM' as scope_kind, t.id, t.name, t.archived_on, a.product_id, t.area_id, t.id as team_id
      from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
     where t.organization_id = $1 and t.id = $2`,
};
