import { type DependencyState, OPEN_DEPENDENCY_STATES, sideToAnswer } from './dependency-state.js';
import { isOpenItem, type ItemState } from './item-state.js';

export const DEPENDENCY_CONFLICTS = [
  'TOO_LATE',
  'RANKED_BELOW',
  'DONE_WITHOUT_DELIVERY',
  'ITEM_DROPPED',
  'DONE_WITHOUT_IT',
  'UNANSWERED',
] as const;
export type DependencyConflict = (typeof DEPENDENCY_CONFLICTS)[number];

export const DEPENDENCY_CONFLICT_TITLES: Record<DependencyConflict, string> = {
  TOO_LATE: 'Too late',
  RANKED_BELOW: 'Ranked below',
  DONE_WITHOUT_DELIVERY: 'Done without delivery',
  ITEM_DROPPED: 'Item dropped',
  DONE_WITHOUT_IT: 'Done without it',
  UNANSWERED: 'Unanswered',
};

/** An item as far as it matters to whoever waits for it. */
export interface DependencyItemFacts {
  key: string;
  state: ItemState;
  /** In the one order of its product, 1 first; null: not in it. */
  position: number | null;
  productId: string;
}

/** Days YYYY-MM-DD. */
export interface DependencyFacts {
  state: DependencyState;
  neededBy: string;
  promisedFor: string | null;
  /** Milliseconds; null: nobody is waited for. */
  answerDueAt: number | null;
  consumer: DependencyItemFacts;
  /** Null: only the team is known. */
  provider: DependencyItemFacts | null;
  /** Who provides, in words: a team, an area. */
  providedBy: string;
  /** Who needs it, in words. */
  neededFor: string;
}

/** What is wrong between the two sides, by what is known of both. @param now milliseconds */
export function conflictsOf(facts: DependencyFacts, now: number): DependencyConflict[] {
  return DEPENDENCY_CONFLICTS.filter((conflict) => holds(conflict, facts, now));
}

/** One sentence per conflict, in their order. */
export function conflictWords(facts: DependencyFacts, conflicts: readonly DependencyConflict[]): string[] {
  return conflicts.map((conflict) => wordsOf(conflict, facts));
}

/**
 * The item that ended so that nothing can be promised any more, the consumer's first: what needs it is done or dropped, or
 * what provides it is dropped. Null: both go on, or it is done.
 */
export function endedEnd<Item extends { state: ItemState }>({
  consumer,
  provider,
}: {
  consumer: Item;
  provider: Item | null;
}): Item | null {
  if (!isOpenItem(consumer.state)) return consumer;
  return provider?.state === 'DROPPED' ? provider : null;
}

/** Whether somebody's time to answer is over. */
export function isUnanswered(
  { state, answerDueAt }: Pick<DependencyFacts, 'state' | 'answerDueAt'>,
  now: number,
): boolean {
  return sideToAnswer(state) !== null && answerDueAt !== null && now >= answerDueAt;
}

function holds(conflict: DependencyConflict, facts: DependencyFacts, now: number): boolean {
  const { state, neededBy, promisedFor, consumer, provider } = facts;
  const isOpen = OPEN_DEPENDENCY_STATES.includes(state);
  switch (conflict) {
    case 'TOO_LATE':
      return state === 'COMMITTED' && promisedFor !== null && promisedFor > neededBy;
    case 'RANKED_BELOW':
      return isOpen && provider !== null && isBelow(provider, consumer);
    case 'DONE_WITHOUT_DELIVERY':
      return state === 'COMMITTED' && provider?.state === 'DONE';
    case 'ITEM_DROPPED':
      return isOpen && (consumer.state === 'DROPPED' || provider?.state === 'DROPPED');
    case 'DONE_WITHOUT_IT':
      return isOpen && consumer.state === 'DONE';
    case 'UNANSWERED':
      return endedEnd(facts) === null && isUnanswered(facts, now);
  }
}

/** Positions of two products say nothing about one another. */
function isBelow(one: DependencyItemFacts, other: DependencyItemFacts): boolean {
  if (one.position === null || other.position === null || one.productId !== other.productId) return false;
  return one.position > other.position;
}

function wordsOf(conflict: DependencyConflict, facts: DependencyFacts): string {
  const { consumer, provider, neededBy, promisedFor } = facts;
  switch (conflict) {
    case 'TOO_LATE':
      return `Promised for ${promisedFor ?? ''}, but needed by ${neededBy}.`;
    case 'RANKED_BELOW':
      return `${provider?.key ?? ''} stands at ${provider?.position ?? ''} in the order, behind ${consumer.key} at ${consumer.position ?? ''} that needs it.`;
    case 'DONE_WITHOUT_DELIVERY':
      return `${provider?.key ?? ''} is done, but nobody said that it was delivered to ${consumer.key}.`;
    case 'ITEM_DROPPED':
      return droppedWords(facts);
    case 'DONE_WITHOUT_IT':
      return `${consumer.key} is done without it: withdraw it, or say that it was delivered.`;
    case 'UNANSWERED':
      return facts.state === 'REQUESTED'
        ? `${facts.providedBy} did not answer in time.`
        : `${facts.neededFor} did not answer the day that was proposed instead in time.`;
  }
}

function droppedWords({ consumer, provider }: DependencyFacts): string {
  if (consumer.state === 'DROPPED') return `${consumer.key}, which needed it, is dropped: withdraw it.`;
  return `${provider?.key ?? ''} is dropped: another item has to provide it for ${consumer.key}, or nobody does.`;
}
