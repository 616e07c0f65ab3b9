import type { ArtifactEvent } from '../communities/artifact-events.js';
import type { ArtifactUseEvent } from '../communities/artifact-use-events.js';
import type { CommunityEvent } from '../communities/community-events.js';
import type { FieldChange } from '../event-payload.js';
import type { InboxReason } from './inbox-reasons.js';

/** Which entries an event deals with: what they asked for is done, or not to be done any more. */
export interface Settlement {
  reasons: readonly InboxReason[];
  /** What the entries' own events are about: the same as this event, or the artifact that it names. */
  about: 'SUBJECT' | 'ARTIFACT';
  /** Only those of whoever did it: others still have to. */
  ofActorOnly: boolean;
}

type SettlingEvent = CommunityEvent | ArtifactEvent | ArtifactUseEvent;

const ofEverybody = (about: Settlement['about'], ...reasons: InboxReason[]): Settlement => ({
  reasons,
  about,
  ofActorOnly: false,
});
const VERDICT: Settlement = { reasons: ['REVIEW_ASKED'], about: 'ARTIFACT', ofActorOnly: true };

const SETTLES: Partial<Record<SettlingEvent, Settlement>> = {
  'review.approved': VERDICT,
  'review.changes-asked': VERDICT,
  // Asked anew, only who is asked now has to look.
  'review.asked': ofEverybody('ARTIFACT', 'REVIEW_ASKED'),
  'review.withdrawn': ofEverybody('ARTIFACT', 'REVIEW_ASKED'),
  'draft.discarded': ofEverybody('ARTIFACT', 'REVIEW_ASKED'),
  'artifact.published': ofEverybody('ARTIFACT', 'REVIEW_ASKED', 'REVIEW_DUE'),
  'artifact.archived': ofEverybody('ARTIFACT', 'REVIEW_ASKED', 'REVIEW_DUE'),
  'artifact.edited': ofEverybody('ARTIFACT', 'REVIEW_DUE'),
  'proposal.taken': ofEverybody('SUBJECT', 'PROPOSAL_MADE'),
  'proposal.declined': ofEverybody('SUBJECT', 'PROPOSAL_MADE'),
  'proposal.withdrawn': ofEverybody('SUBJECT', 'PROPOSAL_MADE'),
  'adoption.edited': ofEverybody('SUBJECT', 'ADOPTION_BEHIND'),
  'adoption.ended': ofEverybody('SUBJECT', 'ADOPTION_BEHIND'),
  'idea.trial-started': ofEverybody('SUBJECT', 'TRIAL_DUE'),
  'idea.trial-ended': ofEverybody('SUBJECT', 'TRIAL_DUE'),
  'idea.adopted': ofEverybody('SUBJECT', 'TRIAL_DUE'),
  'idea.dropped': ofEverybody('SUBJECT', 'TRIAL_DUE'),
};

/** Of these only a change of this field deals with anything. */
const BY_FIELD: Partial<Record<SettlingEvent, string>> = {
  'artifact.edited': 'reviewDueOn',
  'adoption.edited': 'version',
};

/** Null: nothing that was asked for is dealt with by it. */
export function settledInCommunity(event: {
  name: string;
  changes?: readonly FieldChange[] | undefined;
}): Settlement | null {
  if (!isSettling(event.name)) return null;
  const field = BY_FIELD[event.name];
  if (field !== undefined && !event.changes?.some((change) => change.field === field)) return null;
  return SETTLES[event.name] ?? null;
}

function isSettling(name: string): name is SettlingEvent {
  return Object.hasOwn(SETTLES, name);
}
