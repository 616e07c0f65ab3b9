import type { DecisionEvent, DecisionPayload } from '../decisions/decision-events.js';
import { type InboxReason, weaknessOf } from './inbox-reasons.js';
import type { Told } from './inbox-rules.js';

/** What happened to a decision, as far as it matters to whom it is told. */
export interface ToldDecisionEvent extends Partial<DecisionPayload> {
  name: string;
  /** Null when nobody did it: time, a job. */
  actorId: string | null;
}

/** Who has to do with a decision, after the event. */
export interface DecisionAudience {
  proposedById: string | null;
  decidedById: string | null;
  decisionMakerIds: readonly string[];
  /** Who is to be informed of it, as it says itself. */
  informedIds: readonly string[];
}

/** Whom the event itself names, and whom the decision does. */
type Part = 'asked' | 'told' | 'proposer' | 'decider' | 'makers' | 'informed';

/** For which reason an event is told to whom; none to nobody. An event without a line here does not compile. */
const TELLS: Record<DecisionEvent, readonly [InboxReason, ...Part[]][]> = {
  'decision.proposed': [['ASKED', 'asked']],
  'decision.edited': [['ASKED', 'asked']],
  'decision.answered': [['TOLD', 'told']],
  'decision.accepted': [['TOLD', 'told', 'proposer', 'informed']],
  'decision.rejected': [['TOLD', 'told', 'proposer']],
  'decision.withdrawn': [['TOLD', 'told', 'proposer']],
  'decision.vetoed': [
    ['VETOED', 'told'],
    ['TOLD', 'informed'],
  ],
  'decision.superseded': [['TOLD', 'told', 'proposer', 'decider', 'informed']],
  'decision.reinstated': [['TOLD', 'told', 'proposer', 'decider', 'informed']],
  'decision.reverted': [['TOLD', 'told', 'proposer', 'decider', 'informed']],
  'decision.amended': [['TOLD', 'told', 'proposer', 'decider', 'makers', 'informed']],
  'decision.revisit-set': [],
  'decision.answer-overdue': [
    ['ASKED', 'asked'],
    ['TOLD', 'told'],
  ],
  'decision.veto-ended': [['TOLD', 'told']],
  'decision.revisit-due': [['REVISIT', 'told']],
  'decision.linked': [],
  'decision.unlinked': [],
};

/** The events of decisions that somebody is told of. */
export const TOLD_DECISION_EVENTS: readonly string[] = Object.entries(TELLS)
  .filter(([, tells]) => tells.length > 0)
  .map(([name]) => name);

/** One entry per person, for the strongest reason; nobody is told what they did themselves. */
export function toldOfDecision(event: ToldDecisionEvent, audience: DecisionAudience): Told[] {
  const strongest = new Map<string, InboxReason>();
  const tells = isDecisionEvent(event.name) ? TELLS[event.name] : [];
  for (const [reason, ...parts] of tells)
    for (const personId of parts.flatMap((part) => peopleOf(part, event, audience))) {
      const known = strongest.get(personId);
      if (personId === event.actorId || (known && weaknessOf(known) <= weaknessOf(reason))) continue;
      strongest.set(personId, reason);
    }
  return [...strongest].map(([personId, reason]) => ({ personId, reason }));
}

function isDecisionEvent(name: string): name is DecisionEvent {
  return Object.hasOwn(TELLS, name);
}

function peopleOf(part: Part, event: ToldDecisionEvent, audience: DecisionAudience): readonly string[] {
  const one = (id: string | null): string[] => (id === null ? [] : [id]);
  switch (part) {
    case 'asked':
      return event.asked ?? [];
    case 'told':
      return event.told ?? [];
    case 'proposer':
      return one(audience.proposedById);
    case 'decider':
      return one(audience.decidedById);
    case 'makers':
      return audience.decisionMakerIds;
    case 'informed':
      return audience.informedIds;
  }
}
