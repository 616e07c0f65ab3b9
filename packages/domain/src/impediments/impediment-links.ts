import type { Refusal } from '../refusal.js';
import { refuseImpediment } from './impediment-refusals.js';

/**
 * Why an impediment cannot become a duplicate of another, or null when it can.
 *
 * @param chain ids from the other one along "duplicate of", the other one first.
 */
export function refuseDuplicate(impedimentId: string, chain: readonly string[]): Refusal | null {
  if (chain[0] === impedimentId) return refuseImpediment('DUPLICATE_OF_ITSELF', {});
  return chain.includes(impedimentId) ? refuseImpediment('DUPLICATE_CYCLE', {}) : null;
}

/** Why a team cannot be taken off an impediment, or null when it can. */
export function refuseTeamRemoval(raisingTeamId: string, teamId: string): Refusal | null {
  return teamId === raisingTeamId ? refuseImpediment('RAISING_TEAM_STAYS', {}) : null;
}
