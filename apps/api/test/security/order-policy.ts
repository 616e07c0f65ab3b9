import { AREA, EVERYONE, STALE, type Expectation } from './expectation.js';

/** Who may look at the one order, move in it, and say who gets how much of the capacity. */
export const ORDER_EXPECTATIONS: Record<string, Expectation> = {
  'Query.productOrder': {
    who: EVERYONE,
    variables: (ids) => ({ productId: ids.product, filter: { text: 'item' }, from: 1, count: 5 }),
  },
  'Query.orderMoves': { who: EVERYONE, variables: (ids) => ({ productId: ids.product, itemId: ids.item }) },
  'Query.scoreDisagreements': { who: EVERYONE, variables: (ids) => ({ productId: ids.product, areaId: ids.area }) },
  'Query.productCapacity': { who: EVERYONE, variables: (ids) => ({ productId: ids.product, first: 10 }) },
  // It is there already: nothing moves.
  'Mutation.moveInOrder': {
    who: AREA,
    variables: (ids) => ({ ids: [ids.item], to: { before: ids.epic }, reason: 'Why' }),
  },
  'Mutation.undoOrderMove': { who: 'own', variables: (ids) => ({ id: ids.orderMove }) },
  'Mutation.setCapacityTargets': {
    who: AREA,
    variables: (ids) => ({
      productId: ids.product,
      version: STALE,
      targets: [{ areaId: ids.area, kind: 'DEBT', share: 10 }],
    }),
  },
  'Subscription.orderChanged': { who: EVERYONE, variables: (ids) => ({ productId: ids.product }) },
};
