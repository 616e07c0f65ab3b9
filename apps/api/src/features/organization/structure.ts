import type { Place } from '@chapterhouse/domain/actor';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import type { AreaRow } from './area.graphql.js';
import type { OrganizationRow } from './organization.graphql.js';
import type { ProductRow } from './product.graphql.js';
import { roleScopeObject, type RoleScope } from './role-scope.graphql.js';
import type { TeamRow } from './team.graphql.js';

/** A row of any of the three tables; `parent_id` is the area's product, the team's area. */
export interface StructureRow {
  kind: 'PRODUCT' | 'AREA' | 'TEAM';
  id: string;
  parent_id: string;
  name: string;
  purpose: string;
  archived_on: string | null;
  version: number;
}

/** An organization's products, areas and teams, archived ones too, in the order of their names. Ids are the database's. */
export class Structure {
  readonly products = new Map<string, ProductRow>();
  readonly areas = new Map<string, AreaRow>();
  readonly teams = new Map<string, TeamRow>();

  constructor(
    readonly organization: OrganizationRow,
    rows: StructureRow[],
  ) {
    for (const { kind, parent_id, ...row } of rows) {
      if (kind === 'PRODUCT') this.products.set(row.id, row);
      else if (kind === 'AREA') this.areas.set(row.id, { ...row, product_id: parent_id });
      else this.teams.set(row.id, { ...row, area_id: parent_id });
    }
  }

  areasOf(productId: string): AreaRow[] {
    return [...this.areas.values()].filter((area) => area.product_id === productId);
  }

  teamsOf(areaId: string): TeamRow[] {
    return [...this.teams.values()].filter((team) => team.area_id === areaId);
  }

  /** What an id of a scope stands for; undefined when it is none of this organization. */
  kindOf(scopeId: string): ScopeKind | undefined {
    if (this.teams.has(scopeId)) return 'TEAM';
    if (this.areas.has(scopeId)) return 'AREA';
    if (this.products.has(scopeId)) return 'PRODUCT';
    return scopeId === this.organization.organization_id ? 'ORGANIZATION' : undefined;
  }

  /** The scope with what contains it. */
  placeOf(kind: ScopeKind, id: string): Place {
    if (kind === 'TEAM') {
      const areaId = this.teams.get(id)?.area_id;
      return { teamId: id, areaId, productId: this.areas.get(areaId ?? '')?.product_id };
    }
    if (kind === 'AREA') return { areaId: id, productId: this.areas.get(id)?.product_id };
    return kind === 'PRODUCT' ? { productId: id } : {};
  }

  scope(kind: ScopeKind, id: string): RoleScope {
    const row = this.teams.get(id) ?? this.areas.get(id) ?? this.products.get(id) ?? this.organization;
    return roleScopeObject(kind, id, row.name);
  }
}

/** Not archived yet on the day. */
export function standing(row: { archived_on: string | null }, day: string): boolean {
  return row.archived_on === null || day < row.archived_on;
}
