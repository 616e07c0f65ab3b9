import { type DelegationLevel, LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import { workingHours } from '@chapterhouse/domain/decisions/delegation-words';
import type { AskAnswer, AskKind, DecisionFlowFactsFragment } from '../../../generated/graphql';
import { allOf } from '../name-list';

const ASK_TITLES: Record<AskKind, string> = { CONSENT: 'Consent of', ADVICE: 'Advice of' };

export function askTitle(kind: AskKind): string {
  return ASK_TITLES[kind];
}

export const ANSWER_TITLES: Record<AskAnswer, string> = {
  CONSENTED: 'Consented',
  OBJECTED: 'Objected',
  ADVISED: 'Advised',
};

/** Why it is this person who is accountable, where that is not plain. */
export function standInNote({ accountable }: Pick<DecisionFlowFactsFragment, 'accountable'>): string | null {
  const { because, holder, primary } = accountable;
  if (because === 'PRIMARY' || because === 'VACANT' || holder === null || primary === null) return null;
  return because === 'BACKUP'
    ? `${holder.name} answers for ${primary.name}, who is away.`
    : `${holder.name} acts for ${primary.name}.`;
}

const ASK_VERBS: Record<AskKind, string> = { CONSENT: 'Consent or object', ADVICE: 'Advise' };

/** On the button that answers. */
export function askVerb(kind: AskKind): string {
  return ASK_VERBS[kind];
}

export function needsRationale(level: DelegationLevel): boolean {
  return LEVEL_RULES[level].needsRationale;
}

/**
 * Parties that must act and that nobody answers for: no time-out helps, somebody has to be found. Of a proposal and of one
 * that is being written alike.
 */
export function vacancies({
  asks,
  willAsk,
  mayAccept,
  mayAcceptWords,
}: Pick<DecisionFlowFactsFragment, 'asks' | 'willAsk' | 'mayAccept' | 'mayAcceptWords'>): string[] {
  const consents = [...asks.filter(({ answer }) => answer !== 'CONSENTED'), ...willAsk].filter(
    ({ kind, people }) => kind === 'CONSENT' && people.length === 0,
  );
  const deciding = mayAccept.length === 0 ? [mayAcceptWords] : [];
  return [...new Set([...consents.map(({ ofWhom }) => ofWhom), ...deciding])];
}

/** What follows once it is accepted: who is told, how long it may be vetoed, and by whom. */
export function consequencesOf({
  willTell,
  vetoHours,
  accountable,
}: Pick<DecisionFlowFactsFragment, 'willTell' | 'vetoHours' | 'accountable'>): string {
  const told = willTell.length === 0 ? 'Nobody has to be told.' : `${allOf(willTell)} will be told.`;
  if (vetoHours === 0) return `${told} It cannot be vetoed.`;
  const by = accountable.holder === null ? '' : ` by ${accountable.holder.name}`;
  return `${told} It may be vetoed${by} for ${workingHours(vetoHours)} from now.`;
}

/** What follows from having been accepted. */
export function acceptedWords({ vetoHours }: Pick<DecisionFlowFactsFragment, 'vetoHours'>): string {
  return vetoHours === 0 ? 'It is in force.' : `It is in force; it may be vetoed for ${workingHours(vetoHours)}.`;
}
