import type { FrozenDelegation } from './delegation-cell.js';
import {
  type AskKind,
  type DecisionSide,
  type DelegationLevel,
  LEVEL_RULES,
  type LevelRule,
} from './delegation-levels.js';
import type { SidePeople } from './delegation-people.js';
import { capital, eitherOf, type Party } from './delegation-words.js';

/** How an ask is answered. An objection stands until who gave it, or the same side, consents. */
export const ASK_ANSWERS = ['CONSENTED', 'OBJECTED', 'ADVISED'] as const;
export type AskAnswer = (typeof ASK_ANSWERS)[number];

/** As events and inboxes say it. */
export const ASK_ANSWER_TITLES: Record<AskAnswer, string> = {
  CONSENTED: 'Consented',
  OBJECTED: 'Objected',
  ADVISED: 'Advised',
};

export const ANSWERS_OF_ASK: Record<AskKind, readonly AskAnswer[]> = {
  CONSENT: ['CONSENTED', 'OBJECTED'],
  ADVICE: ['ADVISED'],
};

/** An ask as far as the flow depends on it. */
export interface AskFact {
  kind: AskKind;
  side: DecisionSide;
  /** Milliseconds. */
  dueAt: number;
  answer: AskAnswer | null;
}

/** Who takes part, as of now. */
export interface FlowSide extends SidePeople {
  party: Party;
}

export interface FlowFacts {
  /** As frozen; null: nobody delegated it. */
  delegation: FrozenDelegation | null;
  accountable: FlowSide;
  /** Null exactly where nobody delegated it. */
  delegate: FlowSide | null;
  rationale: string;
  asks: readonly AskFact[];
  /** Milliseconds. */
  now: number;
}

/** Where nobody delegated a decision, the accountable one decides, and there is nobody to tell. */
const UNDELEGATED: LevelRule = { ...LEVEL_RULES.TELL, tells: [] };

export function levelOf(delegation: FrozenDelegation | null): DelegationLevel {
  return delegation?.level ?? 'TELL';
}

export function ruleOf(delegation: FrozenDelegation | null): LevelRule {
  return delegation === null ? UNDELEGATED : LEVEL_RULES[delegation.level];
}

/** Who answers now on the sides of a list, each once, in the order of the sides. */
function peopleOf(facts: FlowFacts, sides: readonly DecisionSide[]): string[] {
  return [...new Set(sides.flatMap((side) => sideOf(facts, side)?.people.map(({ personId }) => personId) ?? []))];
}

function sideOf(
  { accountable, delegate }: Pick<FlowFacts, 'accountable' | 'delegate'>,
  side: DecisionSide,
): FlowSide | null {
  return side === 'ACCOUNTABLE' ? accountable : delegate;
}

/** Who may accept or reject it now. */
export function mayAccept(facts: FlowFacts): { personIds: string[]; words: string } {
  const { mayAccept: sides } = ruleOf(facts.delegation);
  const parties = sides.flatMap((side) => sideOf(facts, side)?.party ?? []);
  return { personIds: peopleOf(facts, sides), words: eitherOf(parties) };
}

/** Working hours in which it may be vetoed once it is accepted; 0: not at all. */
export function vetoHoursOf(delegation: FrozenDelegation | null): number {
  return ruleOf(delegation).veto ? (delegation?.vetoHours ?? 0) : 0;
}

/** Who may veto it while the veto is open. */
export function mayVeto(facts: FlowFacts): string[] {
  return vetoHoursOf(facts.delegation) === 0 ? [] : peopleOf(facts, ['ACCOUNTABLE']);
}

/** Who hears of it once it is accepted. */
export function toldOnceAccepted(facts: FlowFacts): string[] {
  return peopleOf(facts, ruleOf(facts.delegation).tells);
}

/**
 * What stands between it and being accepted, in sentences; empty: nothing. Advice has a time-out, consent has none: what is
 * decided together is not decided by waiting.
 */
export function waitsFor(facts: FlowFacts): string[] {
  const rule = ruleOf(facts.delegation);
  const rationale =
    rule.needsRationale && facts.rationale.trim() === ''
      ? ['Say why: this is sold, not told, so it needs a rationale.']
      : [];
  return [...vacancy(facts), ...rationale, ...rule.asks.flatMap(({ kind, side }) => waitsForAsk(facts, kind, side))];
}

/** That nobody may decide it now, as a sentence; empty where somebody may. */
export function vacancy(facts: FlowFacts): string[] {
  const { personIds, words } = mayAccept(facts);
  if (personIds.length > 0) return [];
  return [`Only ${words} may accept it, and nobody answers for that now.`];
}

function waitsForAsk(facts: FlowFacts, kind: AskKind, side: DecisionSide): string[] {
  const who = sideOf(facts, side);
  if (who === null) return [];
  const ask = facts.asks.find((one) => one.kind === kind && one.side === side);
  if (kind === 'ADVICE') {
    const isOver = ask !== undefined && (ask.answer !== null || ask.dueAt <= facts.now);
    return isOver ? [] : [`${capital(who.party.words)} still ${has(who.party)} time to advise.`];
  }
  if (ask?.answer === 'CONSENTED') return [];
  if (ask?.answer === 'OBJECTED') return [`${capital(who.party.words)} objected; talk, until they consent.`];
  const vacant = who.people.length === 0 ? ' Nobody answers for that now.' : '';
  return [`${capital(who.party.words)} must consent first.${vacant}`];
}

/**
 * Whose consent was given to other words than those that somebody is about to accept: they are saved first, and asked about
 * again. Whoever accepts has consented for their own side.
 */
export function consentsToOtherWords(facts: FlowFacts, by: string): string[] {
  return facts.asks.flatMap(({ kind, side, answer }) => {
    const who = sideOf(facts, side);
    if (kind !== 'CONSENT' || answer !== 'CONSENTED' || who === null) return [];
    if (who.people.some(({ personId }) => personId === by)) return [];
    return [
      `${capital(who.party.words)} consented to other words: edit the decision first, so that they are asked again.`,
    ];
  });
}

/** An answer that was given, as far as it matters to who may give another one. */
export interface GivenAnswer {
  answer: AskAnswer | null;
  by: string | null;
}

/**
 * Whether somebody of the side may answer now: what is open; an objection, by who made it, or by anybody of the side once
 * that one does not answer for it any more; and against a consent that was given, one may still object.
 */
export function mayAnswer(given: GivenAnswer, side: SidePeople, personId: string): boolean {
  const ids = side.people.map((one) => one.personId);
  if (!ids.includes(personId)) return false;
  if (given.answer === 'ADVISED') return false;
  if (given.answer !== 'OBJECTED' || given.by === null) return true;
  return given.by === personId || !ids.includes(given.by);
}

/** Whether another answer of the same ask would change anything: an objection after a consent does, advice twice does not. */
export function changesAnswer(given: GivenAnswer, answer: AskAnswer): boolean {
  return (
    given.answer === null || given.answer === 'OBJECTED' || (given.answer === 'CONSENTED' && answer === 'OBJECTED')
  );
}

function has({ many }: Party): string {
  return many ? 'have' : 'has';
}

/** What is asked when it is proposed, or when its words were edited, by one person. */
export interface AskToMake {
  kind: AskKind;
  side: DecisionSide;
  /** Given at once: whoever proposes or edits has consented for their own side, and advised where they alone are asked. */
  answer: AskAnswer | null;
}

/** @param by who proposes or edits; null: a file did */
export function asksToMake(
  facts: Pick<FlowFacts, 'delegation' | 'accountable' | 'delegate'>,
  by: string | null,
): AskToMake[] {
  return ruleOf(facts.delegation).asks.map(({ kind, side }) => {
    const people = sideOf(facts, side)?.people ?? [];
    const isOwn = people.some(({ personId }) => personId === by);
    if (kind === 'CONSENT') return { kind, side, answer: isOwn ? 'CONSENTED' : null };
    return { kind, side, answer: isOwn && people.length === 1 ? 'ADVISED' : null };
  });
}
