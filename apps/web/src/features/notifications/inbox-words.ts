import { IMPEDIMENT_EVENT_WORDS, type ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import type { InboxEntryFactsFragment, InboxReason } from '../../generated/graphql';
import { commentHash } from '../impediments/public';

/** Why it reached you. */
export const REASON_WORDS: Record<InboxReason, string> = {
  MENTIONED: 'You were mentioned',
  ASSIGNED: 'It is yours now',
  OWNER: 'You own it',
  WATCHING: 'You watch it',
  RAISED_BY_YOU: 'You raised it',
  YOUR_TEAM: 'It affects your team',
};

/** Where it is dealt with: who is asked by a brief answers it where nothing else is in the way. */
export function addressOf({ event, reason, commentId }: InboxEntryFactsFragment, key: string): string {
  const asked = event === ('impediment.brief-sent' satisfies ImpedimentEvent) && reason === 'MENTIONED';
  if (asked) return `/asked-of-me#${key}`;
  return `/impediments/${key}${commentId === null ? '' : commentHash(commentId)}`;
}

const isEvent = (event: string): event is ImpedimentEvent => Object.hasOwn(IMPEDIMENT_EVENT_WORDS, event);

/** "Ana Roth commented" or "Ana Roth gave it an owner, and 11 more". */
export function sentenceOf({ actor, event, count }: InboxEntryFactsFragment): string {
  const words = isEvent(event) ? IMPEDIMENT_EVENT_WORDS[event] : 'changed it';
  const more = count > 1 ? `, and ${count - 1} more` : '';
  return `${actor?.name ?? 'Chapterhouse'} ${words}${more}`;
}
