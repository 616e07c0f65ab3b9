import type { ActionEvent } from '../cadences/action-events.js';
import type { CadenceEvent, OccurrenceEvent } from '../cadences/cadence-events.js';
import type { MeetingEvent } from '../cadences/meeting-events.js';
import { type InboxReason, weaknessOf } from './inbox-reasons.js';
import type { Told } from './inbox-rules.js';

/** What happened to a meeting, an action or a triage session, as far as it matters to whom it is told. */
export interface ToldMeetingEvent {
  name: string;
  /** Null when nobody did it: time, a job. */
  actorId: string | null;
  /** Whom the event itself names. */
  asked: readonly string[];
  told: readonly string[];
  /** Of one date: who is invited to it, or facilitates it. */
  invited: readonly string[];
}

type Part = 'asked' | 'told' | 'invited';
type Tells = readonly [InboxReason, Part][];

/** For which reason an event is told to whom; none to nobody. An event without a line here does not compile. */
const OF_ACTIONS: Record<ActionEvent, Tells> = {
  'action.added': [['ACTION_GIVEN', 'asked']],
  'action.edited': [['ACTION_GIVEN', 'asked']],
  'action.completed': [],
  'action.dropped': [],
  'action.reopened': [['ACTION_GIVEN', 'asked']],
  'action.due': [['ACTION_DUE', 'told']],
  'action.overdue': [['ACTION_DUE', 'told']],
};

/** Of a series the event itself names whom other times, or its end, concern. */
const OF_SERIES: Record<CadenceEvent, Tells> = {
  'cadence.created': [],
  'cadence.edited': [['MEETING_CHANGED', 'told']],
  'cadence.split': [['MEETING_CHANGED', 'told']],
  'cadence.ended': [['MEETING_CHANGED', 'told']],
};

const OF_MEETINGS: Record<OccurrenceEvent | MeetingEvent, Tells> = {
  'occurrence.edited': [],
  // Who was to facilitate it before, too.
  'occurrence.moved': [
    ['MEETING_CHANGED', 'invited'],
    ['MEETING_CHANGED', 'told'],
  ],
  'occurrence.cancelled': [
    ['MEETING_CHANGED', 'invited'],
    ['MEETING_CHANGED', 'told'],
  ],
  'occurrence.skipped': [],
  // It takes place after all, or when it was to at first.
  'occurrence.restored': [['MEETING_CHANGED', 'invited']],
  'occurrence.notes-written': [],
  'occurrence.answered': [],
  'occurrence.attendance-recorded': [],
  'occurrence.outcome-added': [],
  'occurrence.outcome-removed': [],
  'occurrence.facilitation-near': [['FACILITATES', 'told']],
};

const TELLS: Readonly<Record<string, Tells>> = {
  ...OF_ACTIONS,
  ...OF_SERIES,
  ...OF_MEETINGS,
  'triage-session.ended': [['TRIAGE_SUMMARY', 'told']],
};

/** The events of meetings, actions and triage sessions that somebody is told of. */
export const TOLD_MEETING_EVENTS: readonly string[] = Object.entries(TELLS)
  .filter(([, tells]) => tells.length > 0)
  .map(([name]) => name);

/** The promise is kept or not to be kept any more: entries that ask for it are dealt with. */
export const SETTLING_ACTION_EVENTS: readonly string[] = ['action.completed', 'action.dropped'] satisfies ActionEvent[];

/** Why an entry asks for what was promised. */
export const ASKING_ACTION_REASONS: readonly InboxReason[] = ['ACTION_DUE', 'ACTION_GIVEN'];

/** Whether who is invited must be known to tell of it. */
export function tellsInvited(name: string): boolean {
  return (TELLS[name] ?? []).some(([, part]) => part === 'invited');
}

/** One entry per person, for the strongest reason; nobody is told what they did themselves. */
export function toldOfMeeting(event: ToldMeetingEvent): Told[] {
  const strongest = new Map<string, InboxReason>();
  for (const [reason, part] of Object.hasOwn(TELLS, event.name) ? (TELLS[event.name] ?? []) : [])
    for (const personId of event[part]) {
      const known = strongest.get(personId);
      if (personId === event.actorId || (known && weaknessOf(known) <= weaknessOf(reason))) continue;
      strongest.set(personId, reason);
    }
  return [...strongest].map(([personId, reason]) => ({ personId, reason }));
}
