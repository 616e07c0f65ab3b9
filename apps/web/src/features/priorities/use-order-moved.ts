import { useLiveRefetch } from '../../platform/live/use-live-refetch';
import { ORDER_CHANGED } from './order/order.operations';

/** Asks again for what follows from the order when something moved in it. @param productId null: nothing is followed yet */
export function useOrderMoved(productId: string | null, refetch: () => Promise<unknown>): void {
  useLiveRefetch({
    document: ORDER_CHANGED,
    variables: { productId: productId ?? '' },
    pick: (data) => data.orderChanged,
    following: productId !== null,
    refetch,
  });
}
