import type { CapacityFactsFragment, CapacityLineFragment, ItemKind } from '../../../../generated/graphql';

export const PAYMENTS = { __typename: 'Area' as const, id: 'area-payments', name: 'Payments' };
export const CUSTOMS = { __typename: 'Area' as const, id: 'area-customs', name: 'Customs' };
const KINDS: readonly ItemKind[] = ['VALUE', 'DEBT', 'DEFECT', 'ENABLER'];

type Targets = {
  areas?: Record<string, number>;
  kinds?: Partial<Record<ItemKind, number>>;
  cells?: Record<string, number>;
};

const line = (changes: Partial<CapacityLineFragment>): CapacityLineFragment => ({
  __typename: 'CapacityRow',
  area: null,
  kind: null,
  target: null,
  held: 25,
  points: 100,
  items: 20,
  unsized: 0,
  ...changes,
});

/** Two areas and what is of none. */
export function capacityOf(
  { areas = {}, kinds = {}, cells = {} }: Targets,
  changes: Partial<CapacityFactsFragment> = {},
): CapacityFactsFragment {
  return {
    __typename: 'ProductCapacity',
    measure: 'POINTS',
    first: null,
    version: 3,
    viewerCan: ['capacity:set', 'capacity:set-area'],
    areas: [
      line({ area: PAYMENTS, target: areas[PAYMENTS.id] ?? null, held: 70, unsized: 2 }),
      line({ area: CUSTOMS, target: areas[CUSTOMS.id] ?? null, held: 20 }),
      line({ held: 10 }),
    ],
    kinds: KINDS.map((kind) => line({ kind, target: kinds[kind] ?? null })),
    cells: [PAYMENTS, CUSTOMS, null].flatMap((area) =>
      KINDS.map((kind) => line({ area, kind, target: cells[`${area?.id}|${kind}`] ?? null })),
    ),
    ...changes,
  };
}
