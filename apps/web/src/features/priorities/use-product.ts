import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { PlanningProductsQuery } from '../../generated/graphql';
import { PLANNING_PRODUCTS } from './planning.operations';
import { useOwnProducts } from './use-own-products';

export type PlannedProduct = PlanningProductsQuery['organization']['products'][number];

/** The search parameter that names the product; left out where there is only one. */
export const PRODUCT_PARAMETER = 'product';
/** What this browser looked at last. */
const REMEMBERED = 'chapterhouse.product';
/** What was chosen here, for as long as this tab is open. */
const CHOSEN = 'chapterhouse.product-chosen';

export type ProductChoice = {
  /** What the screen is about; null while it is not known, or where there is none. */
  product: PlannedProduct | null;
  products: readonly PlannedProduct[];
  loading: boolean;
  error: unknown;
  retry: () => void;
  /** Another product: filters by its predecessor's places leave the address. */
  choose: (id: string) => void;
};

/**
 * The product of a planning screen: the only one there is, else that of the address or of the place that it filters by,
 * else the one chosen in this tab, else one where the viewer holds a role, else the one looked at last, else the first.
 */
export function useProduct(): ProductChoice {
  const { data, loading, error, refetch } = useQuery(PLANNING_PRODUCTS);
  const [params] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const products = data?.organization.products ?? [];
  const asked = params.get(PRODUCT_PARAMETER);
  const find = (id: string | null) => products.find((product) => product.id === id);
  const meant = find(asked) ?? productOfPlace(products, params) ?? find(sessionStorage.getItem(CHOSEN));
  const { own, loading: looking } = useOwnProducts(products, meant === undefined && products.length > 1);
  const last = localStorage.getItem(REMEMBERED);
  const usual = own.find(({ id }) => id === last) ?? own[0] ?? find(last) ?? products[0];
  const product = meant ?? (looking ? undefined : usual) ?? null;
  const shown = product?.id;
  useEffect(() => {
    if (shown !== undefined) localStorage.setItem(REMEMBERED, shown);
  }, [shown]);
  return {
    product,
    products,
    loading: loading || looking,
    error,
    retry: () => void refetch().catch(() => {}),
    choose: (id) => {
      sessionStorage.setItem(CHOSEN, id);
      localStorage.setItem(REMEMBERED, id);
      void navigate({ pathname, search: `?${new URLSearchParams({ [PRODUCT_PARAMETER]: id })}` }, { flushSync: true });
    },
  };
}

function productOfPlace(products: readonly PlannedProduct[], params: URLSearchParams): PlannedProduct | undefined {
  const [place] = (params.get('areas') ?? params.get('teams') ?? '').split(',');
  return products.find(({ areas }) =>
    areas.some(({ id, teams }) => id === place || teams.some((team) => team.id === place)),
  );
}
