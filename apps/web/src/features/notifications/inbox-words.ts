import { ACTION_EVENT_WORDS } from '@chapterhouse/domain/cadences/action-events';
import { CADENCE_EVENT_WORDS } from '@chapterhouse/domain/cadences/cadence-events';
import { MEETING_EVENT_WORDS } from '@chapterhouse/domain/cadences/meeting-events';
import { CHAPTER_EVENT_WORDS } from '@chapterhouse/domain/chapters/chapter-events';
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
  FACILITATES: 'It is your turn to facilitate',
  MEETING_CHANGED: 'You are in it',
  ACTION_DUE: 'You promised it',
  ACTION_GIVEN: 'It is yours now',
  TRIAGE_SUMMARY: 'It concerns your chapter or team',
};

/** Until when this person may veto what the entry tells of, as ISO text; null: not, or not any more. */
export function vetoUntil({ decision }: Pick<InboxEntryFactsFragment, 'decision'>): string | null {
  if (decision === null || decision.state !== 'ACCEPTED' || !can(decision, 'decision:veto')) return null;
  return decision.flow.vetoEndsAt;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** What an entry is about, as its link says it, with a key where it has one; null when it is gone. */
export function aboutOf(entry: InboxEntryFactsFragment): { key: string; title: string } | null {
  const { impediment, decision, dependency, occurrence, action, triageSession } = entry;
  if (dependency) return { key: dependency.key, title: `for ${dependency.consumer.key} ${dependency.consumer.title}` };
  // A meeting's action is about what was promised.
  if (action) return { key: '', title: action.title };
  if (occurrence)
    return { key: '', title: `${occurrence.name}, ${DAY.format(new Date(occurrence.localStart.slice(0, 10)))}` };
  if (triageSession) return { key: '', title: `Triage of ${triageSession.chapter.name}` };
  return decision ?? impediment;
}

/** What it was about, once it is gone. */
export function goneWords(event: string): string {
  if (event.startsWith('decision.')) return 'A decision that is gone';
  if (event.startsWith('occurrence.') || event.startsWith('cadence.')) return 'A meeting that is gone';
  if (event.startsWith('action.')) return 'An action that is gone';
  if (event.startsWith('triage-session.')) return 'A triage session that is gone';
  return event.startsWith('dependency.') ? 'A dependency that is gone' : 'An impediment that is gone';
}

/** Where it is dealt with: who is asked by a brief answers it where nothing else is in the way. */
export function addressOf(entry: InboxEntryFactsFragment, key: string): string {
  const { event, reason, commentId, decision, dependency, occurrence, action, triageSession } = entry;
  if (triageSession !== null) return `/triage/${encodeURIComponent(triageSession.id)}`;
  const meeting = action === null ? occurrence : action.occurrence;
  if (meeting !== null) return `/calendar/${encodeURIComponent(meeting.id)}/page`;
  if (action !== null) return '/actions';
  if (dependency !== null) return `/dependencies/${key}`;
  if (decision !== null) return `/decisions/${key}`;
  const asked = event === ('impediment.brief-sent' satisfies ImpedimentEvent) && reason === 'MENTIONED';
  if (asked) return `/asked-of-me#${key}`;
  return `/impediments/${key}${commentId === null ? '' : commentHash(commentId)}`;
}

const MEETING_WORDS: Readonly<Record<string, string>> = {
  ...CADENCE_EVENT_WORDS,
  ...MEETING_EVENT_WORDS,
  ...ACTION_EVENT_WORDS,
  ...CHAPTER_EVENT_WORDS,
};

const isEvent = (event: string): event is ImpedimentEvent => Object.hasOwn(IMPEDIMENT_EVENT_WORDS, event);
const isDecisionEvent = (event: string): event is DecisionEvent => Object.hasOwn(DECISION_EVENT_WORDS, event);
const isDependencyEvent = (event: string): event is DependencyEvent => Object.hasOwn(DEPENDENCY_EVENT_WORDS, event);

function eventWords(event: string): string {
  if (isDependencyEvent(event)) return DEPENDENCY_EVENT_WORDS[event];
  if (isDecisionEvent(event)) return DECISION_EVENT_WORDS[event];
  return isEvent(event) ? IMPEDIMENT_EVENT_WORDS[event] : (MEETING_WORDS[event] ?? 'changed it');
}

/** "Ana Roth commented" or "Ana Roth gave it an owner, and 11 more". */
export function sentenceOf({ actor, event, count }: InboxEntryFactsFragment): string {
  const more = count > 1 ? `, and ${count - 1} more` : '';
  return `${actor?.name ?? 'Chapterhouse'} ${eventWords(event)}${more}`;
}
