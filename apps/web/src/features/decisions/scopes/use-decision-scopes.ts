import { useQuery } from '@apollo/client/react';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { useMemo } from 'react';
import type { DecisionScopesQuery } from '../../../generated/graphql';
import { DECISION_SCOPES } from './decision-scopes.operations';

/** A place where decisions are made, with those that contain it. */
export type KnownScope = {
  kind: ScopeKind;
  id: string;
  name: string;
  /** What it is, and of what: "Team of Checkout". */
  detail: string;
  /** The next wider ones, the nearest first; the organization is last. */
  above: readonly KnownScope[];
};

/** All of them, from the widest to the narrowest; empty until they are known. */
export function useDecisionScopes(): { scopes: readonly KnownScope[]; loading: boolean; error: unknown } {
  const { data, loading, error } = useQuery(DECISION_SCOPES);
  const scopes = useMemo(() => (data ? knownScopes(data) : []), [data]);
  return { scopes, loading, error };
}

export function knownScopes({ organization }: DecisionScopesQuery): KnownScope[] {
  const whole: KnownScope = {
    kind: 'ORGANIZATION',
    id: organization.id,
    name: organization.name,
    detail: 'Organization',
    above: [],
  };
  const products = organization.products.map(({ id, name, areas }) => ({
    scope: { kind: 'PRODUCT', id, name, detail: 'Product', above: [whole] } satisfies KnownScope,
    areas,
  }));
  const areas = products.flatMap(({ scope: product, areas: held }) =>
    held.map(({ id, name, teams }) => ({
      scope: {
        kind: 'AREA',
        id,
        name,
        detail: `Area of ${product.name}`,
        above: [product, whole],
      } satisfies KnownScope,
      teams,
    })),
  );
  const teams = areas.flatMap(({ scope: area, teams: held }) =>
    held.map(({ id, name }): KnownScope => ({
      kind: 'TEAM',
      id,
      name,
      detail: `Team of ${area.name}`,
      above: [area, ...area.above],
    })),
  );
  return [whole, ...products.map(({ scope }) => scope), ...areas.map(({ scope }) => scope), ...teams];
}
