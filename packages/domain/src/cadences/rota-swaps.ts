import { presentOn } from './rota-presence.js';
import type { RotaFacts, Turn, TurnSlot } from './rota.js';

/** One turn of a swap: who does it in whose place. */
export interface AgreedTurn {
  on: string;
  does: string;
  for: string;
}

interface AgreedSwaps {
  /** Those to come, by the day that names the turn. */
  agreed: Map<string, AgreedTurn[]>;
  /** Half of a swap took place and the other half cannot: whose turn becomes whose. */
  owed: { from: string; to: string }[];
}

/** A swap holds as a whole: when one of the two can no longer do their part, the other one is as before. */
export function agreedSwaps(facts: RotaFacts, kept: readonly Turn[], slots: readonly TurnSlot[]): AgreedSwaps {
  const agreed = new Map<string, AgreedTurn[]>();
  const owed: AgreedSwaps['owed'] = [];
  // Of several about one turn of one person, the first holds.
  const taken = new Set<string>();
  if (facts.purpose === 'PAIRING') return { agreed, owed };
  for (const change of facts.changes) {
    if (change.kind !== 'SWAP') continue;
    const halves: AgreedTurn[] = [
      { on: change.on, does: change.withPersonId, for: change.personId },
      { on: change.withOn, does: change.personId, for: change.withPersonId },
    ];
    const claims = halves.flatMap(({ on, does, for: other }) => [`${on} ${does}`, `${on} ${other}`]);
    if (claims.some((claim) => taken.has(claim))) continue;
    const standing = halves.map((half) => standingOf(half, facts, kept, slots));
    if (!standing.includes('LOST')) {
      for (const claim of claims) taken.add(claim);
      for (const [index, half] of halves.entries())
        if (standing[index] === 'TO_COME') agreed.set(half.on, [...(agreed.get(half.on) ?? []), half]);
      continue;
    }
    const done = halves[standing.indexOf('DONE')];
    if (done) owed.push({ from: done.for, to: done.does });
  }
  return { agreed, owed };
}

function standingOf(
  half: AgreedTurn,
  facts: RotaFacts,
  kept: readonly Turn[],
  slots: readonly TurnSlot[],
): 'DONE' | 'TO_COME' | 'LOST' {
  const past = kept.find(({ on }) => on === half.on);
  if (past)
    return past.people.some(
      ({ personId, insteadOf, reason }) => reason === 'SWAPPED' && personId === half.does && insteadOf === half.for,
    )
      ? 'DONE'
      : 'LOST';
  const slot = slots.find(({ on }) => on === half.on);
  const possible = slot?.chosenId === null && presentOn(facts, slot.day).includes(half.does);
  return possible ? 'TO_COME' : 'LOST';
}
