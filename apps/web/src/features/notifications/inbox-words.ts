import { ACTION_EVENT_WORDS } from '@chapterhouse/domain/cadences/action-events';
import { CADENCE_EVENT_WORDS } from '@chapterhouse/domain/cadences/cadence-events';
import { MEETING_EVENT_WORDS } from '@chapterhouse/domain/cadences/meeting-events';
import { CHAPTER_EVENT_WORDS } from '@chapterhouse/domain/chapters/chapter-events';
import { ARTIFACT_EVENT_WORDS } from '@chapterhouse/domain/communities/artifact-events';
import { ARTIFACT_USE_EVENT_WORDS } from '@chapterhouse/domain/communities/artifact-use-events';
import { COMMUNITY_EVENT_WORDS } from '@chapterhouse/domain/communities/community-events';
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
  REVIEW_ASKED: 'Your review is asked for',
  ARTIFACT_PUBLISHED: 'You watch it, or your team follows it',
  REVIEW_DUE: 'Its day to be looked through again has come',
  PROPOSAL_MADE: 'A change is proposed to what you look after',
  PROPOSAL_ANSWERED: 'You proposed it',
  ADOPTION_BEHIND: 'Your team follows an older version',
  TRIAL_DUE: 'A trial should show something by now',
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
  return decision ?? impediment ?? aboutOfCommunity(entry);
}

/** A community's own is named by its title; the community itself only where nothing in it is meant. */
function aboutOfCommunity(entry: InboxEntryFactsFragment): { key: string; title: string } | null {
  const { artifact, idea, discussion, community } = entry;
  if (artifact) return artifact;
  const titled = idea ?? discussion;
  if (titled) return { key: '', title: titled.title };
  return community && { key: '', title: community.name };
}

/** What it was about, once it is gone. */
export function goneWords(event: string): string {
  if (event.startsWith('decision.')) return 'A decision that is gone';
  if (event.startsWith('occurrence.') || event.startsWith('cadence.')) return 'A meeting that is gone';
  if (event.startsWith('action.')) return 'An action that is gone';
  if (event.startsWith('triage-session.')) return 'A triage session that is gone';
  const ofCommunity = GONE_IN_COMMUNITY[event.split('.')[0] ?? ''];
  if (ofCommunity !== undefined) return ofCommunity;
  return event.startsWith('dependency.') ? 'A dependency that is gone' : 'An impediment that is gone';
}

const GONE_IN_COMMUNITY: Readonly<Record<string, string>> = {
  community: 'A community that is gone',
  discussion: 'A discussion that is gone',
  idea: 'An idea that is gone',
  artifact: 'An artifact that is gone',
  draft: 'A draft that is gone',
  review: 'A review that is gone',
  proposal: 'A proposal that is gone',
  adoption: 'An adoption that is gone',
};

/** Which part of an artifact an entry asks one to look at, by its reason; its beginning when left out. */
const ARTIFACT_PARTS: Partial<Record<InboxReason, string>> = {
  REVIEW_ASKED: '/review',
  PROPOSAL_MADE: '/proposals',
  PROPOSAL_ANSWERED: '/proposals',
  ADOPTION_BEHIND: '/versions',
  ARTIFACT_PUBLISHED: '/versions',
};

function addressInCommunity(entry: InboxEntryFactsFragment): string | null {
  const { event, reason, artifact, idea, discussion, community } = entry;
  if (artifact) {
    const part = ARTIFACT_PARTS[reason] ?? (event.startsWith('review.') ? '/review' : '');
    return `/artifacts/${artifact.key}${part}`;
  }
  if (idea) return `/ideas/${encodeURIComponent(idea.id)}`;
  if (discussion) return `/discussions/${encodeURIComponent(discussion.id)}`;
  return community && `/communities/${encodeURIComponent(community.id)}`;
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
  const inCommunity = entry.impediment === null ? addressInCommunity(entry) : null;
  if (inCommunity !== null) return inCommunity;
  const asked = event === ('impediment.brief-sent' satisfies ImpedimentEvent) && reason === 'MENTIONED';
  if (asked) return `/asked-of-me#${key}`;
  return `/impediments/${key}${commentId === null ? '' : commentHash(commentId)}`;
}

const OTHER_WORDS: Readonly<Record<string, string>> = {
  ...CADENCE_EVENT_WORDS,
  ...MEETING_EVENT_WORDS,
  ...ACTION_EVENT_WORDS,
  ...CHAPTER_EVENT_WORDS,
  ...COMMUNITY_EVENT_WORDS,
  ...ARTIFACT_EVENT_WORDS,
  ...ARTIFACT_USE_EVENT_WORDS,
};

const isEvent = (event: string): event is ImpedimentEvent => Object.hasOwn(IMPEDIMENT_EVENT_WORDS, event);
const isDecisionEvent = (event: string): event is DecisionEvent => Object.hasOwn(DECISION_EVENT_WORDS, event);
const isDependencyEvent = (event: string): event is DependencyEvent => Object.hasOwn(DEPENDENCY_EVENT_WORDS, event);

function eventWords(event: string): string {
  if (isDependencyEvent(event)) return DEPENDENCY_EVENT_WORDS[event];
  if (isDecisionEvent(event)) return DECISION_EVENT_WORDS[event];
  return isEvent(event) ? IMPEDIMENT_EVENT_WORDS[event] : (OTHER_WORDS[event] ?? 'changed it');
}

/** "Ana Roth commented" or "Ana Roth gave it an owner, and 11 more". */
export function sentenceOf({ actor, event, count }: InboxEntryFactsFragment): string {
  const more = count > 1 ? `, and ${count - 1} more` : '';
  return `${actor?.name ?? 'Chapterhouse'} ${eventWords(event)}${more}`;
}
