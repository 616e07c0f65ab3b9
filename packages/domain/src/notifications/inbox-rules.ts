import type { EventPayload } from '../event-payload.js';
import type { ImpedimentEvent } from '../impediments/impediment-events.js';
import { type InboxReason, weaknessOf } from './inbox-reasons.js';

/** What happened, as far as it matters to whom it is told. */
export interface ToldEvent extends Partial<EventPayload> {
  name: string;
  /** Null when nobody did it: time, a job. */
  actorId: string | null;
}

/** Who has to do with the impediment, after the event. */
export interface InboxAudience {
  ownerId: string | null;
  raisedById: string;
  watcherIds: readonly string[];
  /** Everybody of the teams that this event is news for, see `toldTeamIds`. */
  teamMemberIds: readonly string[];
}

export interface Told {
  personId: string;
  reason: InboxReason;
}

/** Its state, its level, what is said about it: whoever has a part in it hears of that. */
const PARTAKERS: readonly InboxReason[] = ['OWNER', 'RAISED_BY_YOU', 'WATCHING'];

/** For which reasons an event is told, none to nobody. An event without a line here does not compile. */
const REASONS: Record<ImpedimentEvent, readonly InboxReason[]> = {
  'impediment.raised': ['MENTIONED', 'YOUR_TEAM'],
  'impediment.edited': ['MENTIONED', 'OWNER'],
  'impediment.triaged': ['ASSIGNED', ...PARTAKERS],
  'impediment.assigned': ['ASSIGNED', ...PARTAKERS],
  'impediment.started': PARTAKERS,
  'impediment.resolved': PARTAKERS,
  'impediment.closed': PARTAKERS,
  'impediment.declined': PARTAKERS,
  'impediment.marked-duplicate': PARTAKERS,
  'impediment.reopened': PARTAKERS,
  'impediment.level-set': PARTAKERS,
  'impediment.clock-paused': PARTAKERS,
  'impediment.clock-resumed': PARTAKERS,
  // Whoever raised it only while nobody has it, see `peopleFor`: what nobody has is forgotten first.
  'impediment.reminded': ['OWNER', 'RAISED_BY_YOU'],
  'impediment.brief-sent': ['MENTIONED', ...PARTAKERS],
  'impediment.brief-answered': ['MENTIONED', ...PARTAKERS, 'YOUR_TEAM'],
  'impediment.team-added': ['YOUR_TEAM'],
  'impediment.team-removed': [],
  'impediment.commented': ['MENTIONED', ...PARTAKERS],
  'impediment.comment-edited': ['MENTIONED'],
  'impediment.comment-removed': [],
  'impediment.linked': [],
  'impediment.unlinked': [],
  'impediment.labelled': [],
  'impediment.watched': [],
  'impediment.voted': [],
  // All at once, and nothing is asked of anybody.
  'impediment.source-merged': [],
  'impediment.clock-moved': [],
  // Takes away what was told; whoever has read of it is told by the reaction.
  'impediment.undone': [],
};

/** The events that somebody is told of. */
export const REASONS_OF_EVENT: Readonly<Record<string, readonly InboxReason[]>> = Object.fromEntries(
  Object.entries(REASONS).filter(([, reasons]) => reasons.length > 0),
);

/** One entry per person, for the strongest reason; nobody is told what they did themselves. */
export function toldOf(event: ToldEvent, audience: InboxAudience): Told[] {
  const strongest = new Map<string, InboxReason>();
  for (const reason of REASONS_OF_EVENT[event.name] ?? []) {
    for (const personId of peopleFor(reason, event, audience)) {
      const known = strongest.get(personId);
      if (personId === event.actorId || (known && weaknessOf(known) <= weaknessOf(reason))) continue;
      strongest.set(personId, reason);
    }
  }
  return [...strongest].map(([personId, reason]) => ({ personId, reason }));
}

/**
 * Of the affected teams those whose people the event is news for: whom it affects from now on, apart from the team that
 * raised it; all of them when leadership has answered.
 */
export function toldTeamIds(
  { name, changes }: Pick<ToldEvent, 'name' | 'changes'>,
  affectedTeams: readonly { id: string; name: string }[],
): string[] {
  const added = (changes ?? []).filter(({ field, from }) => field === 'affectedTeams' && from === null);
  const told = (team: string): boolean =>
    name === ('impediment.brief-answered' satisfies ImpedimentEvent) || added.some(({ to }) => to === team);
  return affectedTeams.filter((team) => told(team.name)).map(({ id }) => id);
}

const REMINDED = 'impediment.reminded' satisfies ImpedimentEvent;

function peopleFor(reason: InboxReason, event: ToldEvent, audience: InboxAudience): readonly string[] {
  const owner = audience.ownerId === null ? [] : [audience.ownerId];
  switch (reason) {
    case 'MENTIONED':
      return event.mentions ?? [];
    case 'ASSIGNED':
      return changesOwner(event) ? owner : [];
    case 'OWNER':
      return owner;
    case 'RAISED_BY_YOU':
      return event.name === REMINDED && audience.ownerId !== null ? [] : [audience.raisedById];
    case 'WATCHING':
      return audience.watcherIds;
    case 'YOUR_TEAM':
      return audience.teamMemberIds;
    // Of decisions, dependencies and meetings only, see their inbox rules.
    case 'ASKED':
    case 'TOLD':
    case 'VETOED':
    case 'REVISIT':
    case 'DEPENDENCY_ASKED':
    case 'DEPENDENCY_ANSWERED':
    case 'DEPENDENCY_DUE':
    case 'FACILITATES':
    case 'MEETING_CHANGED':
    case 'ACTION_DUE':
    case 'ACTION_GIVEN':
    case 'TRIAGE_SUMMARY':
    case 'REVIEW_ASKED':
    case 'ARTIFACT_PUBLISHED':
    case 'REVIEW_DUE':
    case 'PROPOSAL_MADE':
    case 'PROPOSAL_ANSWERED':
    case 'ADOPTION_BEHIND':
    case 'TRIAL_DUE':
      return [];
  }
}

function changesOwner({ changes }: ToldEvent): boolean {
  return (changes ?? []).some(({ field, from, to }) => field === 'owner' && to !== null && from !== to);
}
