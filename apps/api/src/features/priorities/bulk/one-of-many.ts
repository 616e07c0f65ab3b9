import { ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import { canOnItem, type ItemAction } from '@chapterhouse/domain/priorities/priorities-policy';
import { nextItemStates } from '@chapterhouse/domain/priorities/item-state';
import { readinessOf } from '@chapterhouse/domain/priorities/item-readiness';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { columnsOf, refusedState } from '../items/change-item-state.js';
import { afterEdit } from '../items/item-after.js';
import type { ItemColumns } from '../items/item-changes-told.js';
import { forbiddenLanding } from '../items/item-landing.js';
import { factsOf, type ItemRow, readinessFactsOf } from '../items/item-row.js';
import type { ItemTargets } from '../items/item-targets.read.js';
import type { GivenBulk } from './bulk-edit-items.js';

/** What becomes of one item of many: the columns that are written, or why none are. */
export interface BulkVerdict {
  columns?: Partial<ItemColumns>;
  why?: string;
  /** Of a reason that is a missing right. */
  forbidden?: { action: ItemAction; reason: string };
}

/** @param given the same for all of them @param at ISO text of now */
export function oneOfMany(
  viewer: Viewer,
  row: ItemRow,
  given: GivenBulk,
  targets: ItemTargets,
  { reason, at }: { reason: string; at: string },
): BulkVerdict {
  const { state, ...fields } = given;
  const forbidden = forbiddenOf(viewer, row, given);
  if (forbidden) return { why: forbidden.reason, forbidden };
  // Neither its tier nor its children change here: what is above it now is not looked at.
  const { columns, problems } = afterEdit(row, fields, targets, { parent: null, childTiers: [] });
  const unwanted = forbiddenLanding(viewer, row, columns);
  if (unwanted) return { why: `Where it would go: ${unwanted.reason}`, forbidden: unwanted };
  if (problems.length > 0) return { why: problems.map(({ problem }) => problem).join(' ') };
  const after: ItemRow = { ...row, ...columns };
  if (state === undefined || state === row.state) return Object.keys(columns).length === 0 ? {} : { columns };
  if (refusedState(after, state)) return { why: stateWords(after, state) };
  return { columns: { ...columns, ...columnsOf(state, reason, at) } };
}

function forbiddenOf(viewer: Viewer, row: ItemRow, given: GivenBulk): BulkVerdict['forbidden'] {
  const { state, points, ...others } = given;
  const edits = Object.values(others).some((value) => value !== undefined);
  const asked: ItemAction[] = [
    ...(edits ? (['item:edit'] as const) : []),
    ...(points === undefined ? [] : (['item:size'] as const)),
    ...(state === undefined ? [] : [state === 'DROPPED' ? ('item:drop' as const) : ('item:change-state' as const)]),
  ];
  for (const action of asked) {
    const verdict = canOnItem(viewer.actor, action, factsOf(row));
    if (!verdict.allowed) return { action, reason: verdict.reason };
  }
  return undefined;
}

function stateWords(row: ItemRow, state: ItemRow['state']): string {
  const title = (one: ItemRow['state']): string => ITEM_STATE_TITLES[one].toLowerCase();
  const next = nextItemStates(row.state);
  if (!next.includes(state)) return `It is ${title(row.state)}; from there it goes to ${next.map(title).join(' or ')}.`;
  return `It is not ready: it needs ${readinessOf(readinessFactsOf(row)).missing.join(' and ')}.`;
}
