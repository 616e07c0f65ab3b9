import type { FieldProblem } from '../refusal.js';
import { ITEM_KIND_TITLES, ITEM_KINDS, type ItemKind } from './item-fields.js';

export const CAPACITY_MEASURES = ['POINTS', 'ITEMS'] as const;
export type CapacityMeasure = (typeof CAPACITY_MEASURES)[number];

/** Of an area, of a kind over the product, or of a kind within an area. Percent, up to two decimals. */
export interface CapacityTarget {
  areaId: string | null;
  kind: ItemKind | null;
  share: number;
}

/** What the order holds of one kind in one area; null: of no area. */
export interface HeldCapacity {
  areaId: string | null;
  kind: ItemKind;
  items: number;
  points: number;
  /** Without a size: counted as items only. */
  unsized: number;
}

export interface CapacityRow {
  areaId: string | null;
  kind: ItemKind | null;
  target: number | null;
  /** Percent of what the order holds; of a cell, of what it holds of the area. */
  held: number;
  items: number;
  points: number;
  unsized: number;
}

export interface Capacity {
  areas: CapacityRow[];
  kinds: CapacityRow[];
  cells: CapacityRow[];
}

/** @param areaIds in the order in which they are shown; items of no area come last, where there are any */
export function capacityOf(
  held: readonly HeldCapacity[],
  targets: readonly CapacityTarget[],
  areaIds: readonly string[],
  measure: CapacityMeasure,
): Capacity {
  const places = [...areaIds, ...(held.some(({ areaId }) => areaId === null) ? [null] : [])];
  const amount = (row: Sum): number => (measure === 'POINTS' ? row.points : row.items);
  const all = sum(held);
  const rowOf = (areaId: string | null, kind: ItemKind | null, own: Sum, of: Sum): CapacityRow => ({
    areaId,
    kind,
    target: targets.find((target) => target.areaId === areaId && target.kind === kind)?.share ?? null,
    held: amount(of) === 0 ? 0 : (amount(own) / amount(of)) * 100,
    ...own,
  });
  const ofArea = (areaId: string | null): HeldCapacity[] => held.filter((row) => row.areaId === areaId);
  const ofKind = (rows: readonly HeldCapacity[], kind: ItemKind): Sum => sum(rows.filter((row) => row.kind === kind));
  return {
    // No target is of no area: without an area and a kind it would be of everything.
    areas: places.map((areaId) => rowOf(areaId, null, sum(ofArea(areaId)), all)),
    kinds: ITEM_KINDS.map((kind) => rowOf(null, kind, ofKind(held, kind), all)),
    cells: places.flatMap((areaId) =>
      ITEM_KINDS.map((kind) => {
        const own = ofArea(areaId);
        const row = rowOf(areaId, kind, ofKind(own, kind), sum(own));
        return areaId === null ? { ...row, target: null } : row;
      }),
    ),
  };
}

/** What is wrong with these targets together, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function capacityProblems(targets: readonly CapacityTarget[]): FieldProblem[] {
  const problem = problemWith(targets);
  return problem === null ? [] : [{ field: 'targets', problem }];
}

function problemWith(targets: readonly CapacityTarget[]): string | null {
  if (targets.some(({ areaId, kind }) => areaId === null && kind === null)) return 'Name an area, a kind, or both.';
  if (targets.some(({ share }) => !(share >= 0 && share <= 100))) return 'A share is between 0 and 100 percent.';
  if (targets.some(({ share }) => Math.abs(share * 100 - Math.round(share * 100)) > 1e-6))
    return 'A share has at most two decimals.';
  if (new Set(targets.map(keyOf)).size < targets.length) return 'Give each area and kind one share only.';
  if (total(targets.filter(({ kind }) => kind === null)) > FULL) return 'The areas together have at most 100 percent.';
  for (const areaId of new Set(targets.map((target) => target.areaId)))
    if (total(targets.filter((target) => target.areaId === areaId && target.kind !== null)) > FULL)
      return areaId === null
        ? 'The kinds together have at most 100 percent.'
        : 'The kinds of an area together have at most 100 percent.';
  return null;
}

/** Which targets differ, and how: those that are new or have another share, and those that are there no more. */
export function changedTargets(
  before: readonly CapacityTarget[],
  after: readonly CapacityTarget[],
): { set: CapacityTarget[]; gone: CapacityTarget[] } {
  const [was, is] = [before, after].map((targets) => new Map(targets.map((target) => [keyOf(target), target])));
  return {
    set: after.filter((target) => was?.get(keyOf(target))?.share !== target.share),
    gone: before.filter((target) => is?.has(keyOf(target)) !== true),
  };
}

/** "Payments: debt", for people. */
export function capacityTargetWords({ kind }: CapacityTarget, areaName: string | null): string {
  return [areaName, kind && ITEM_KIND_TITLES[kind]].filter((word) => word !== null).join(': ');
}

type Sum = Pick<HeldCapacity, 'items' | 'points' | 'unsized'>;

/** Shares of two decimals add up to a little more or less. */
const FULL = 100.000_001;

function total(targets: readonly CapacityTarget[]): number {
  return targets.reduce((all, { share }) => all + share, 0);
}

function keyOf({ areaId, kind }: CapacityTarget): string {
  return `${areaId ?? ''} ${kind ?? ''}`;
}

function sum(rows: readonly HeldCapacity[]): Sum {
  return rows.reduce(
    (all, { items, points, unsized }) => ({
      items: all.items + items,
      points: all.points + points,
      unsized: all.unsized + unsized,
    }),
    { items: 0, points: 0, unsized: 0 },
  );
}
