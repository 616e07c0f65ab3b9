import type { Place } from '@chapterhouse/domain/actor';
import type { DecisionScope } from '@chapterhouse/domain/decisions/delegation-cell';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';

/** A row of any of the three tables, or the organization; `parent_id` is the area's product, the team's area. */
export interface ScopeRow {
  kind: ScopeKind;
  id: string;
  parent_id: string | null;
  name: string;
  archived: boolean;
}

export interface TreeScope extends DecisionScope {
  name: string;
}

export type ScopeChain = readonly [TreeScope, ...TreeScope[]];

/** What contains a scope of the kind. */
const ABOVE: Record<ScopeKind, ScopeKind | null> = {
  TEAM: 'AREA',
  AREA: 'PRODUCT',
  PRODUCT: 'ORGANIZATION',
  ORGANIZATION: null,
};

/** Where decisions are made: an organization with its products, areas and teams. Ids are the database's. */
export class ScopeTree {
  private readonly rows: ReadonlyMap<string, ScopeRow>;

  constructor(rows: readonly ScopeRow[]) {
    this.rows = new Map(rows.map((row) => [keyOf(row), row]));
  }

  /** Undefined for what is none of this organization, or of another kind. */
  find(scope: DecisionScope): TreeScope | undefined {
    const row = this.rows.get(keyOf(scope));
    return row && scopeOf(row);
  }

  /** The scope itself, then what contains it; the organization is last. */
  chain(scope: DecisionScope): ScopeChain {
    const row = this.rows.get(keyOf(scope));
    if (!row) throw new Error('A decision is made in a scope of its organization.');
    const above: TreeScope[] = [];
    for (let next = this.above(row); next !== undefined; next = this.above(next)) above.push(scopeOf(next));
    return [scopeOf(row), ...above];
  }

  /** Of a team the team itself; else those below that are not archived. */
  teamIds(scope: DecisionScope): string[] {
    if (scope.kind === 'TEAM') return [scope.id];
    return [...this.rows.values()]
      .filter((row) => row.kind === 'TEAM' && !row.archived && this.isWithin(row, scope))
      .map(({ id }) => id);
  }

  /** Whether the first lies in the second, or is it. */
  isWithin(scope: DecisionScope, other: DecisionScope): boolean {
    return this.chain(scope).some(({ kind, id }) => kind === other.kind && id === other.id);
  }

  /** For permission: the ids by kind. */
  place(scope: DecisionScope): Place {
    const ids = new Map(this.chain(scope).map(({ kind, id }) => [kind, id]));
    return { teamId: ids.get('TEAM'), areaId: ids.get('AREA'), productId: ids.get('PRODUCT') };
  }

  private above({ kind, parent_id: id }: ScopeRow): ScopeRow | undefined {
    const parent = ABOVE[kind];
    return parent === null || id === null ? undefined : this.rows.get(keyOf({ kind: parent, id }));
  }
}

function keyOf({ kind, id }: DecisionScope): string {
  return `${kind} ${id}`;
}

function scopeOf({ kind, id, name }: ScopeRow): TreeScope {
  return { kind, id, name };
}

/** With today's date where the organization is, for what is archived by then. */
export const SCOPE_ROWS = `
  select 'ORGANIZATION' as kind, organization_id as id, null::uuid as parent_id, name, false as archived
    from organizations where organization_id = $1
  union all select 'PRODUCT', id, organization_id, name, false from products where organization_id = $1
  union all select 'AREA', id, product_id, name, coalesce(archived_on <= $2::date, false) from areas where organization_id = $1
  union all select 'TEAM', id, area_id, name, coalesce(archived_on <= $2::date, false) from teams where organization_id = $1`;
