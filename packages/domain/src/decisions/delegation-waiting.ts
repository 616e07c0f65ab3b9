import { type FlowFacts, mayAccept, waitsFor } from './delegation-flow.js';

/**
 * Until when a proposed decision waits for somebody, in milliseconds; null: it does not. It waits for an answer of their side;
 * or, once nothing is missing any more, for being decided: by who proposed it, or by whoever may where the proposer may not.
 * @param since when it was proposed, in milliseconds: what waits to be decided is due at once
 */
export function waitsForUntil(
  facts: FlowFacts,
  personId: string,
  proposedBy: string | null,
  since: number,
): number | null {
  const due = facts.asks
    .filter(({ answer, side }) => answer === null && isOf(facts, side, personId))
    .map(({ dueAt }) => dueAt);
  if (due.length > 0) return Math.min(...due);
  const deciding = mayAccept(facts).personIds;
  const isTheirs = deciding.includes(personId) && (personId === proposedBy || !deciding.includes(proposedBy ?? ''));
  return isTheirs && waitsFor(facts).length === 0 ? since : null;
}

/** Who is asked when a decision is proposed or changed: those of the open asks, and who decides where the proposer may not. */
export function askedBy(facts: FlowFacts, open: readonly { side: 'ACCOUNTABLE' | 'DELEGATE' }[], by: string): string[] {
  const deciding = mayAccept(facts).personIds;
  const people = open.flatMap(
    ({ side }) => (side === 'ACCOUNTABLE' ? facts.accountable : facts.delegate)?.people ?? [],
  );
  const asked = new Set([...people.map(({ personId }) => personId), ...(deciding.includes(by) ? [] : deciding)]);
  asked.delete(by);
  return [...asked];
}

function isOf(facts: FlowFacts, side: 'ACCOUNTABLE' | 'DELEGATE', personId: string): boolean {
  const people = (side === 'ACCOUNTABLE' ? facts.accountable : facts.delegate)?.people ?? [];
  return people.some((one) => one.personId === personId);
}
