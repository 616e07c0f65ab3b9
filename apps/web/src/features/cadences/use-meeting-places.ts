import { useQuery } from '@apollo/client/react';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { useMemo } from 'react';
import type { CadenceScopesQuery } from '../../generated/graphql';
import { CADENCE_SCOPES } from './cadences.operations';

/** Where people meet: a place of the organization, a chapter, whose place its meetings have, or a community. */
export type MeetingPlace = {
  kind: ScopeKind;
  /** Of the place of the organization. */
  id: string;
  chapterId: string | null;
  /** Of a community; it has the whole organization's place. */
  communityId?: string | null;
  name: string;
  /** What it is, and of what: "Team of Checkout". */
  detail: string;
};

/** As one text, to choose by. */
export const placeKey = ({
  id,
  chapterId,
  communityId,
}: Pick<MeetingPlace, 'id' | 'chapterId' | 'communityId'>): string => chapterId ?? communityId ?? id;

/** All of them, chapters and communities behind the rest; empty until they are known. */
export function useMeetingPlaces(): { places: readonly MeetingPlace[]; loading: boolean } {
  const { data, loading } = useQuery(CADENCE_SCOPES);
  const places = useMemo(() => (data ? placesOf(data) : []), [data]);
  return { places, loading };
}

export function placesOf({ organization, chapters, communities }: CadenceScopesQuery): MeetingPlace[] {
  const place = (kind: ScopeKind, { id, name }: { id: string; name: string }, detail: string): MeetingPlace => ({
    kind,
    id,
    name,
    detail,
    chapterId: null,
  });
  const products = organization.products;
  const areas = products.flatMap((product) => product.areas.map((area) => ({ area, product })));
  return [
    place('ORGANIZATION', organization, 'Organization'),
    ...products.map((product) => place('PRODUCT', product, 'Product')),
    ...areas.map(({ area, product }) => place('AREA', area, `Area of ${product.name}`)),
    ...areas.flatMap(({ area }) => area.teams.map((team) => place('TEAM', team, `Team of ${area.name}`))),
    ...chapters.map(({ id, name, scope }) => ({
      ...place(scope.kind, { id: scope.id, name }, `Chapter of ${scope.name}`),
      chapterId: id,
    })),
    ...communities.edges.map(({ node: { id, name } }) => ({
      ...place('ORGANIZATION', { id: organization.id, name }, 'Community of practice'),
      communityId: id,
    })),
  ];
}
