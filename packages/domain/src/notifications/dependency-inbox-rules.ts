import type { DependencyEvent, DependencyPayload } from '../priorities/dependency-events.js';
import { type InboxReason, weaknessOf } from './inbox-reasons.js';
import type { Told } from './inbox-rules.js';

/** What happened to a dependency, as far as it matters to whom it is told: the event names them. */
export interface ToldDependencyEvent extends Partial<DependencyPayload> {
  name: string;
  /** Null when nobody did it: time, a job. */
  actorId: string | null;
}

/** For which reason an event is told to whom. An event without a line here does not compile. */
const TELLS: Record<DependencyEvent, readonly [InboxReason, 'asked' | 'told'][]> = {
  'dependency.requested': [['DEPENDENCY_ASKED', 'asked']],
  // What is needed changed before it was answered: another question.
  'dependency.edited': [
    ['DEPENDENCY_ASKED', 'asked'],
    ['TOLD', 'told'],
  ],
  'dependency.committed': [['DEPENDENCY_ANSWERED', 'told']],
  'dependency.countered': [
    ['DEPENDENCY_ASKED', 'asked'],
    ['DEPENDENCY_ANSWERED', 'told'],
  ],
  'dependency.counter-accepted': [['DEPENDENCY_ANSWERED', 'told']],
  'dependency.declined': [['DEPENDENCY_ANSWERED', 'told']],
  'dependency.asked-again': [['DEPENDENCY_ASKED', 'asked']],
  'dependency.delivered': [['DEPENDENCY_ANSWERED', 'told']],
  'dependency.withdrawn': [['TOLD', 'told']],
  'dependency.impediment-raised': [['TOLD', 'told']],
  'dependency.item-dropped': [['TOLD', 'told']],
  'dependency.consumer-done': [['TOLD', 'told']],
  // What was asked before the end is read by then: it is asked again.
  'dependency.item-reopened': [
    ['DEPENDENCY_ASKED', 'asked'],
    ['TOLD', 'told'],
  ],
  'dependency.answer-due': [
    ['DEPENDENCY_DUE', 'asked'],
    ['DEPENDENCY_DUE', 'told'],
  ],
};

/** The events of dependencies that somebody is told of. */
export const TOLD_DEPENDENCY_EVENTS: readonly string[] = Object.keys(TELLS);

/** What the one side was asked is answered, or not asked any more: entries that ask are dealt with. */
export const SETTLING_DEPENDENCY_EVENTS: readonly string[] = [
  'dependency.committed',
  'dependency.countered',
  'dependency.counter-accepted',
  'dependency.declined',
  'dependency.asked-again',
  'dependency.withdrawn',
  'dependency.item-dropped',
  'dependency.consumer-done',
] satisfies DependencyEvent[];

/** Why an entry asks for an answer. */
export const ASKING_DEPENDENCY_REASONS: readonly InboxReason[] = ['DEPENDENCY_ASKED', 'DEPENDENCY_DUE'];

/** One entry per person, for the strongest reason; nobody is told what they did themselves. */
export function toldOfDependency(event: ToldDependencyEvent): Told[] {
  const strongest = new Map<string, InboxReason>();
  for (const [reason, part] of isDependencyEvent(event.name) ? TELLS[event.name] : [])
    for (const personId of event[part] ?? []) {
      const known = strongest.get(personId);
      if (personId === event.actorId || (known && weaknessOf(known) <= weaknessOf(reason))) continue;
      strongest.set(personId, reason);
    }
  return [...strongest].map(([personId, reason]) => ({ personId, reason }));
}

function isDependencyEvent(name: string): name is DependencyEvent {
  return Object.hasOwn(TELLS, name);
}
