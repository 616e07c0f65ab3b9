import { useQuery } from '@apollo/client/react';
import { VIEWER_PLACES } from './planning.operations';
import type { PlannedProduct } from './use-product';

/**
 * The products in which the viewer holds a role today: in them, in one of their areas or of their teams.
 * @param asked false: nobody needs to know
 */
export function useOwnProducts(products: readonly PlannedProduct[], asked: boolean) {
  const { data, loading } = useQuery(VIEWER_PLACES, { skip: !asked });
  const places = new Set(data?.viewer?.person.assignments.map(({ scope }) => scope.id));
  const own = products.filter(
    ({ id, areas }) =>
      places.has(id) || areas.some((area) => places.has(area.id) || area.teams.some((team) => places.has(team.id))),
  );
  return { own, loading: asked && loading };
}
