import type { DecisionScope, DelegationCell, FrozenDelegation } from './delegation-cell.js';
import { LEVEL_RULES } from './delegation-levels.js';

/** What a scope's board says itself, apart from what it inherits. */
export interface BoardCells {
  scope: DecisionScope;
  cells: readonly DelegationCell[];
}

/** A cell with the scope whose board has it. */
export interface PlacedCell {
  cell: DelegationCell;
  scope: DecisionScope;
}

/**
 * What counts in a scope for each decision area that has a cell here or above: the nearest wins.
 * @param chain boards of the scope itself, then of what contains it; scopes without a board are left out
 */
export function cellsThatCount(chain: readonly BoardCells[]): Map<string, PlacedCell> {
  const nearest = new Map<string, PlacedCell>();
  for (const { scope, cells } of chain)
    for (const cell of cells) if (!nearest.has(cell.decisionAreaId)) nearest.set(cell.decisionAreaId, { cell, scope });
  return nearest;
}

/** What a decision is made by from now on; null: nobody delegated it. */
export function frozen(chain: readonly BoardCells[], decisionAreaId: string | null): FrozenDelegation | null {
  const placed = decisionAreaId === null ? undefined : cellsThatCount(chain).get(decisionAreaId);
  if (!placed) return null;
  const { level, delegate, vetoHours, answerHours } = placed.cell;
  return { level, delegate, scope: placed.scope, vetoHours: LEVEL_RULES[level].veto ? vetoHours : 0, answerHours };
}
