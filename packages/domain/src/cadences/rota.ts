import type { AbsenceFact } from '../organization/accountability.js';
import { RotaBalance } from './rota-balance.js';
import { pairsOf } from './rota-pairs.js';
import { presentOn } from './rota-presence.js';
import { agreedSwaps, type AgreedTurn } from './rota-swaps.js';

/** A rota shares recurring work fairly: who facilitates, who reviews, who pairs with whom, who is at the mob's keyboard. */
export const ROTA_PURPOSES = ['FACILITATION', 'CODE_REVIEW', 'PAIRING', 'MOB'] as const;
export type RotaPurpose = (typeof ROTA_PURPOSES)[number];

/**
 * Why it is this person. TURN: they are the next in line. SKIPPED_TO: whoever was, passed it on. SWAPPED: two agreed.
 * CHOSEN: somebody named them. ABSENT_PASSED: whoever was the next in line is away.
 */
export const TURN_REASONS = ['TURN', 'SKIPPED_TO', 'SWAPPED', 'CHOSEN', 'ABSENT_PASSED'] as const;
export type TurnReason = (typeof TURN_REASONS)[number];

export interface RotaMember {
  personId: string;
  /** The day from which they take turns. */
  since: string;
}

/** What people arranged among themselves. SKIP: not this one on that day. SWAP: each does the other's. */
export type RotaChange =
  | { kind: 'SKIP'; on: string; personId: string }
  | { kind: 'SWAP'; on: string; personId: string; withOn: string; withPersonId: string };

export interface RotaFacts {
  purpose: RotaPurpose;
  /** How many take a turn together; of pairs and mobs everybody does. */
  size: number;
  /** In their order, which decides between equals. */
  members: readonly RotaMember[];
  absences: readonly AbsenceFact[];
  changes: readonly RotaChange[];
}

/** A turn to be filled. Days are YYYY-MM-DD. */
export interface TurnSlot {
  /** Names the turn, also when it takes place on another day. */
  on: string;
  /** On which it takes place: who is away then is passed over. */
  day: string;
  /** Whom somebody named for it. */
  chosenId: string | null;
}

export interface TurnPerson {
  personId: string;
  reason: TurnReason;
  /** Who would have been. */
  insteadOf: string | null;
  /** Whose turns it counts among: of a swap the other's. Null: none is counted, they are there anyway. */
  countsFor: string | null;
}

export interface Turn {
  on: string;
  day: string;
  /** In pairs, each two are one; of a mob the first one is at the keyboard. */
  people: TurnPerson[];
  /** Who was there and had a share in it. */
  present: string[];
  /** Of those, who passed it on. */
  skipped: string[];
}

/**
 * Who takes which turn: of those who are there the one with the lowest share so far, then who has waited longest, then by
 * their order. Whoever is away gets no debt meanwhile; whoever is new starts level; who passes a turn on keeps the debt.
 * The same facts give the same turns, and turns that were kept give the same ones after them.
 *
 * @param kept turns of the past, in order: never looked at again, only counted
 * @param slots those after them, in order; up to the last day that a change is about, so that all is known
 */
export function planTurns(facts: RotaFacts, kept: readonly Turn[], slots: readonly TurnSlot[]): Turn[] {
  const balance = new RotaBalance(facts.members);
  for (const turn of kept) balance.record(turn);
  const swaps = agreedSwaps(facts, kept, slots);
  for (const { from, to } of swaps.owed) balance.settle(from, to);
  const taken: Turn[] = [...kept];
  return slots.map((slot) => {
    const turn = turnOf(facts, balance, slot, swaps.agreed.get(slot.on) ?? [], taken);
    balance.record(turn);
    taken.push(turn);
    return turn;
  });
}

function turnOf(
  facts: RotaFacts,
  balance: RotaBalance,
  slot: TurnSlot,
  agreed: readonly AgreedTurn[],
  before: readonly Turn[],
): Turn {
  const { on, day, chosenId } = slot;
  const there = presentOn(facts, day);
  const passed = facts.changes.filter((change) => change.kind === 'SKIP' && change.on === on).map((c) => c.personId);
  const skipped = there.filter((personId) => passed.includes(personId));
  const present =
    chosenId === null || there.includes(chosenId) || !isMember(facts, chosenId) ? there : [...there, chosenId];
  balance.begin(present, on);
  if (facts.purpose === 'PAIRING')
    return { on, day, present, skipped, people: pairsOf(facts.members, present, skipped, before, balance) };
  if (chosenId !== null) {
    const next = inLine(facts, balance, day, there)[0] ?? null;
    const insteadOf = next === chosenId ? null : next;
    const countsFor = isMember(facts, chosenId) ? chosenId : null;
    // Nobody's turn where a guest does it: whoever is next has the next one.
    const shared = countsFor === null ? [] : present;
    return {
      on,
      day,
      present: shared,
      skipped: [],
      people: [{ personId: chosenId, reason: 'CHOSEN', insteadOf, countsFor }],
    };
  }
  const size = facts.purpose === 'MOB' ? 1 : facts.size;
  const people = peopleOf({ facts, balance, day, present, skipped, size, agreed });
  const others = facts.purpose === 'MOB' ? present.filter((id) => !people.some(({ personId }) => personId === id)) : [];
  return { on, day, present, skipped, people: [...people, ...others.map(watching)] };
}

const watching = (personId: string): TurnPerson => ({ personId, reason: 'TURN', insteadOf: null, countsFor: null });

interface Choice {
  facts: RotaFacts;
  balance: RotaBalance;
  day: string;
  present: readonly string[];
  skipped: readonly string[];
  size: number;
  agreed: readonly AgreedTurn[];
}

function peopleOf({ facts, balance, day, present, skipped, size, agreed }: Choice): TurnPerson[] {
  const swapped = agreed.slice(0, size).map(({ does, for: other }): TurnPerson => ({
    personId: does,
    reason: 'SWAPPED',
    insteadOf: other,
    countsFor: other,
  }));
  const settled = new Set(swapped.flatMap(({ personId, insteadOf }) => [personId, insteadOf]));
  const free = (personId: string): boolean => !settled.has(personId);
  const able = balance.inOrder(present).filter((id) => free(id) && !skipped.includes(id));
  const chosen = able.slice(0, Math.max(0, size - swapped.length));
  // Who would be next if nobody were away and nobody had passed it on.
  const expected = inLine(facts, balance, day, present).filter(free).slice(0, chosen.length);
  const missed = expected.filter((id) => !chosen.includes(id));
  return [
    ...swapped,
    ...chosen.map((personId): TurnPerson => {
      const insteadOf = expected.includes(personId) ? null : (missed.shift() ?? null);
      const reason = insteadOf === null ? 'TURN' : skipped.includes(insteadOf) ? 'SKIPPED_TO' : 'ABSENT_PASSED';
      return { personId, reason, insteadOf, countsFor: personId };
    }),
  ];
}

/** Members in line, those who are away too, except where they were passed over a short while ago. */
function inLine({ members }: RotaFacts, balance: RotaBalance, day: string, present: readonly string[]): string[] {
  const begun = members.filter(({ since }) => since <= day).map(({ personId }) => personId);
  return balance.inOrder(begun.filter((id) => present.includes(id) || balance.isDue(id, begun.length)));
}

function isMember({ members }: RotaFacts, personId: string): boolean {
  return members.some((member) => member.personId === personId);
}
