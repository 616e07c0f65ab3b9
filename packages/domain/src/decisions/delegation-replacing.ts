import { DECISION_STATE_TITLES, type DecisionState } from './decision-state.js';
import { type FlowFacts, mayAccept, mayVeto } from './delegation-flow.js';

/** A decision that another one is to replace, in force or not any more, with the people as of now. */
export interface ReplacedDecision {
  key: string;
  state: DecisionState;
  /** What replaced it meanwhile, if anything did. */
  replacedBy: { key: string; inForce: boolean } | null;
  /** By its own delegation, as it was frozen. */
  facts: FlowFacts;
  /** Milliseconds; null where it never could be vetoed. */
  vetoEndsAt: number | null;
}

/**
 * Who may put another decision in its place now: whoever may accept it. While it can still be vetoed only who may veto it,
 * else replacing it would be the way around.
 */
export function mayReplace(replaced: ReplacedDecision): { personIds: string[]; words: string } {
  const { facts } = replaced;
  if (!isOpenToVeto(replaced)) return mayAccept(facts);
  return { personIds: mayVeto(facts), words: facts.accountable.party.words };
}

/** Why somebody who accepts the other one may not replace this one now. */
export interface ReplacingRefused {
  key: string;
  /** Milliseconds; null: it is not a matter of time. */
  until: number | null;
  mayReplace: { personIds: string[]; words: string };
  /** As a sentence. */
  words: string;
}

/** Of those in force that are to be replaced the ones that this person may not replace now. @param timeZone of the moment that is told */
export function replacingRefused(
  replaced: readonly ReplacedDecision[],
  personId: string,
  timeZone: string,
): ReplacingRefused[] {
  return replaced.flatMap((one) => {
    if (isGone(one)) return [];
    const may = mayReplace(one);
    if (may.personIds.includes(personId)) return [];
    const until = isOpenToVeto(one) ? one.vetoEndsAt : null;
    const words =
      until === null
        ? `It replaces ${one.key}: only ${may.words} may do that.`
        : `It replaces ${one.key}, which can be vetoed until ${momentOf(until, timeZone)}: before that only ${may.words} may replace it.`;
    return [{ key: one.key, until, mayReplace: may, words }];
  });
}

/** Of those that are to be replaced the ones that are not in force, as sentences: there is nothing to replace. */
export function replacingInVain(replaced: readonly ReplacedDecision[]): string[] {
  return replaced.filter(isGone).map(({ key, state, replacedBy }) => {
    const what = replacedBy ? `replaced by ${replacedBy.key}` : DECISION_STATE_TITLES[state].toLowerCase();
    const instead = replacedBy?.inForce ? `replace ${replacedBy.key} instead` : 'take that out of it';
    return `It is to replace ${key}, which is not in force (${what}): ${instead}, or withdraw it.`;
  });
}

/** Whether it is not in force, so that there is nothing to replace. */
export function isGone({ state }: ReplacedDecision): boolean {
  return state !== 'ACCEPTED';
}

/** Whether it can be vetoed still. */
export function isOpenToVeto({ facts, vetoEndsAt }: ReplacedDecision): boolean {
  return vetoEndsAt !== null && facts.now < vetoEndsAt;
}

function momentOf(moment: number, timeZone: string): string {
  const at = new Date(moment);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at);
  return `${day}, ${time} (${timeZone})`;
}
