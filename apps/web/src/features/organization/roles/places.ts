import type { Place } from '@chapterhouse/domain/actor';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import type { PlacesQuery } from '../../../generated/graphql';
import type { ScopeRef } from '../dialogs/dialog-request';

/** A place with what contains it, as the shared rules want it. */
export type KnownPlace = ScopeRef & { within: Place; detail: string; viewerCan: readonly string[] };

export const SCOPE_KIND_TITLES: Record<ScopeKind, string> = {
  ORGANIZATION: 'Organization',
  PRODUCT: 'Product',
  AREA: 'Area',
  TEAM: 'Team',
};

/** The organization and all that stands in it, from the widest to the narrowest. */
export function knownPlaces({ organization }: PlacesQuery): KnownPlace[] {
  const { id, name, viewerCan, products } = organization;
  const whole: KnownPlace = { kind: 'ORGANIZATION', id, name, viewerCan, within: {}, detail: 'Organization' };
  const areas = products.flatMap((product) => product.areas.map((area) => ({ product, area })));
  return [
    whole,
    ...products.map((product): KnownPlace => {
      const { id, name, viewerCan } = product;
      return { kind: 'PRODUCT', id, name, viewerCan, within: { productId: id }, detail: 'Product' };
    }),
    ...areas.map(({ product, area: { id, name, viewerCan } }): KnownPlace => {
      const within = { productId: product.id, areaId: id };
      return { kind: 'AREA', id, name, viewerCan, within, detail: 'Area' };
    }),
    ...areas.flatMap(({ product, area }) =>
      area.teams.map(({ id, name, viewerCan }): KnownPlace => {
        const within = { productId: product.id, areaId: area.id, teamId: id };
        return { kind: 'TEAM', id, name, viewerCan, within, detail: `Team of ${area.name}` };
      }),
    ),
  ];
}
