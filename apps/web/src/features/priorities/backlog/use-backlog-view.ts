import { useAddressView } from '../../../platform/page/use-address-view';
import { PRODUCT_PARAMETER } from '../use-product';
import { type BacklogFilter, type BacklogView, readBacklog, writeBacklog } from './backlog-filter';

const write = (view: BacklogView, before: URLSearchParams) => writeBacklog(view, before.get(PRODUCT_PARAMETER));

/** What the backlog shows, as the address says it. */
export function useBacklogView() {
  const { view, change, latest } = useAddressView(readBacklog, write);
  const narrow = (part: Partial<BacklogFilter>) => change({ filter: { ...latest().filter, ...part } });
  return { view, change, narrow };
}
