import { DECISION_EVENT_WORDS, type DecisionEvent } from '@chapterhouse/domain/decisions/decision-events';
import { IMPEDIMENT_EVENT_WORDS, type ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import { DEPENDENCY_EVENT_WORDS, type DependencyEvent } from '@chapterhouse/domain/priorities/dependency-events';
import type { InboxEntryFactsFragment, InboxReason } from '../../generated/graphql';
import { can } from '../../platform/session/can';
import { commentHash } from '../impediments/public';

/** Why it reached you. */
export const REASON_WORDS: Record<InboxReason, string> = {
  MENTIONED: 'You were mentioned',
  ASSIGNED: 'It is yours now',
  OWNER: 'You own it',
  WATCHING: 'You watch it',
  RAISED_BY_YOU: 'You raised it',
  YOUR_TEAM: 'It affects your team',
  ASKED: 'It waits for you',
  TOLD: 'You are to hear of it',
  VETOED: 'You took part in it',
  REVISIT: 'Its day to be looked at again has come',
  DEPENDENCY_ASKED: 'Your answer is waited for',
  DEPENDENCY_ANSWERED: 'You asked for it',
  DEPENDENCY_DUE: 'The time to answer is over',
};

/** Until when this person may veto what the entry tells of, as ISO text; null: not, or not any more. */
export function vetoUntil({ decision }: Pick<InboxEntryFactsFragment, 'decision'>): string | null {
  if (decision === null || decision.state !== 'ACCEPTED' || !can(decision, 'decision:veto')) return null;
  return decision.flow.vetoEndsAt;
}

/** What an entry is about, as its link says it; null when it is gone. */
export function aboutOf({
  impediment,
  decision,
  dependency,
}: InboxEntryFactsFragment): { key: string; title: string } | null {
  if (dependency) return { key: dependency.key, title: `for ${dependency.consumer.key} ${dependency.consumer.title}` };
  return decision ?? impediment;
}

/** What it was about, once it is gone. */
export function goneWords(event: string): string {
  if (event.startsWith('decision.')) return 'A decision that is gone';
  return event.startsWith('dependency.') ? 'A dependency that is gone' : 'An impediment that is gone';
}

/** Where it is dealt with: who is asked by a brief answers it where nothing else is in the way. */
export function addressOf(entry: InboxEntryFactsFragment, key: string): string {
  const { event, reason, commentId, decision, dependency } = entry;
  if (dependency !== null) return `/dependencies/${key}`;
  if (decision !== null) return `/decisions/${key}`;
  const asked = event === ('impediment.brief-sent' satisfies ImpedimentEvent) && reason === 'MENTIONED';
  if (asked) return `/asked-of-me#${key}`;
  return `/impediments/${key}${commentId === null ? '' : commentHash(commentId)}`;
}

const isEvent = (event: string): event is ImpedimentEvent => Object.hasOwn(IMPEDIMENT_EVENT_WORDS, event);
const isDecisionEvent = (event: string): event is DecisionEvent => Object.hasOwn(DECISION_EVENT_WORDS, event);
const isDependencyEvent = (event: string): event is DependencyEvent => Object.hasOwn(DEPENDENCY_EVENT_WORDS, event);

function eventWords(event: string): string {
  if (isDependencyEvent(event)) return DEPENDENCY_EVENT_WORDS[event];
  if (isDecisionEvent(event)) return DECISION_EVENT_WORDS[event];
  return isEvent(event) ? IMPEDIMENT_EVENT_WORDS[event] : 'changed it';
}

/** "Ana Roth commented" or "Ana Roth gave it an owner, and 11 more". */
export function sentenceOf({ actor, event, count }: InboxEntryFactsFragment): string {
  const more = count > 1 ? `, and ${count - 1} more` : '';
  return `${actor?.name ?? 'Chapterhouse'} ${eventWords(event)}${more}`;
}
