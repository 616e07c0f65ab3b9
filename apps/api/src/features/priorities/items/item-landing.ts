import { canOnItem, creationOf, type ItemAction } from '@chapterhouse/domain/priorities/priorities-policy';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { ItemColumns } from './item-changes-told.js';
import { factsOf, type ItemRow } from './item-row.js';

type Placed = Pick<ItemRow, 'tier' | 'product_id' | 'area_id' | 'team_id'>;

/**
 * Another tier, another area or another team is another right, asked where the item lands: whoever may not write an epic
 * makes none of a feature, and nobody puts work before people for whom they may not write it. Taking the team off leaves the
 * item where it is.
 * @returns what the viewer lacks; undefined: nothing
 */
export function forbiddenLanding(
  { actor }: Viewer,
  row: Placed,
  columns: Partial<ItemColumns>,
): { action: ItemAction; reason: string } | undefined {
  const after: Placed = { ...row, ...columns };
  const lands =
    after.tier !== row.tier ||
    after.area_id !== row.area_id ||
    (after.team_id !== row.team_id && after.team_id !== null);
  if (!lands) return undefined;
  const action = creationOf(after.tier);
  const verdict = canOnItem(actor, action, factsOf(after));
  return verdict.allowed ? undefined : { action, reason: verdict.reason };
}
