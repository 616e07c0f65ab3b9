import { type FlowFacts, mayAccept, waitsFor } from './delegation-flow.js';
import { isGone, isOpenToVeto, mayReplace, type ReplacedDecision } from './delegation-replacing.js';

/**
 * Until when a proposed decision waits for somebody, in milliseconds; null: it does not. It waits for an answer of their side;
 * or, once nothing is missing any more, for being decided: by who proposed it, or by whoever may where the proposer may not. What would
 * replace something that is not in force waits for its proposer, to be changed or withdrawn, and for nobody else.
 * @param since when it was proposed, in milliseconds: what waits to be decided is due at once
 * @param replaced what would be replaced by it
 */
export function waitsForUntil(
  facts: FlowFacts,
  personId: string,
  proposedBy: string | null,
  since: number,
  replaced: readonly ReplacedDecision[],
): number | null {
  if (replaced.some(isGone)) return personId === proposedBy ? since : null;
  const due = facts.asks
    .filter(({ answer, side }) => answer === null && isOf(facts, side, personId))
    .map(({ dueAt }) => dueAt);
  if (due.length > 0) return Math.min(...due);
  const deciding = mayDecide(facts, replaced);
  const isTheirs = deciding.includes(personId) && (personId === proposedBy || !deciding.includes(proposedBy ?? ''));
  return isTheirs && waitsFor(facts).length === 0 ? since : null;
}

/**
 * Whoever may accept it and replace all that it would replace. Where nobody is trusted with both it goes nowhere without
 * those who may replace what is in its way; a veto that is open is no way for anybody, only a matter of time.
 */
function mayDecide(facts: FlowFacts, replaced: readonly ReplacedDecision[]): string[] {
  const accepting = mayAccept(facts).personIds;
  const replacing = replaced.map((one) => mayReplace(one).personIds);
  const both = accepting.filter((id) => replacing.every((ids) => ids.includes(id)));
  if (both.length > 0) return both;
  return replaced
    .filter((one, index) => !isOpenToVeto(one) && !accepting.some((id) => replacing[index]?.includes(id)))
    .flatMap((one) => mayReplace(one).personIds);
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
