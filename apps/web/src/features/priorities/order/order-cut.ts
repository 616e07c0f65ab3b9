import type { ItemFilter } from '../../../generated/graphql';
import type { Cut } from './known-order';

const NONE = 'none';

/** What is known of the order beyond what a filter lets through. */
export function cutOf(filter: ItemFilter): Cut {
  const given = Object.keys(filter);
  if (given.length === 0) return { kind: 'WHOLE' };
  const areaIds = filter.areaIds?.map(String) ?? null;
  const [only] = areaIds ?? [];
  if (given.length === 1 && areaIds?.length === 1 && only !== undefined && only !== NONE)
    return { kind: 'AREA', areaId: only };
  return { kind: 'PART', areaIds: areaIds?.includes(NONE) ? null : areaIds };
}
