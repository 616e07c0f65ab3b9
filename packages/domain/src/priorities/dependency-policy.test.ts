import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import { SPECIMEN, specimenActors } from '../permission-row.js';
import {
  canOnDependency,
  DEPENDENCY_ACTIONS,
  type DependencyAction,
  type DependencyPolicyFacts,
  viewerCanOnDependency,
} from './dependency-policy.js';

const CONSUMER: DependencyAction[] = [
  'dependency:request',
  'dependency:edit',
  'dependency:accept-counter',
  'dependency:ask-again',
  'dependency:withdraw',
  'dependency:raise-impediment',
];
const PROVIDER: DependencyAction[] = [
  'dependency:commit',
  'dependency:counter',
  'dependency:decline',
  'dependency:deliver',
];
const NOBODY: Actor = { personId: 'nobody', organizationId: 'house', assignments: [] };
const FACTS: DependencyPolicyFacts = { mayEditConsumer: false, mayEditProvider: false, providerPlace: SPECIMEN.inside };

const allowed = (actor: Actor, facts = FACTS): DependencyAction[] =>
  DEPENDENCY_ACTIONS.filter((action) => canOnDependency(actor, action, facts).allowed);

describe('who may do what', () => {
  it('everybody looks; each side does its own steps and never those of the other', () => {
    expect(allowed(NOBODY)).toEqual(['dependency:view']);
    expect(new Set(allowed(NOBODY, { ...FACTS, mayEditConsumer: true }))).toEqual(
      new Set(['dependency:view', ...CONSUMER]),
    );
    expect(new Set(allowed(NOBODY, { ...FACTS, mayEditProvider: true }))).toEqual(
      new Set(['dependency:view', ...PROVIDER]),
    );
  });

  it('a team that is asked answers by its Product Owner, Scrum Master or Area Product Owner, whoever may edit the item', () => {
    const answering = specimenActors().filter(({ actor }) => allowed(actor).length > 1);
    expect(answering.map(({ role }) => role)).toEqual(['AREA_PRODUCT_OWNER', 'PRODUCT_OWNER', 'SCRUM_MASTER']);
    const elsewhere = { ...FACTS, providerPlace: SPECIMEN.outside };
    for (const { actor } of answering) expect(allowed(actor, elsewhere)).toEqual(['dependency:view']);
  });
});

describe('what a viewer is offered', () => {
  const consumer = { ...FACTS, mayEditConsumer: true };
  const asked = { state: 'REQUESTED', answerDueAt: 1_000, hasImpediment: false, ended: null } as const;
  const offered = (now: number, present: object = {}): DependencyAction[] =>
    viewerCanOnDependency(NOBODY, consumer, { ...asked, ...present }, now);

  it('an impediment once the time is over, and only while there is none', () => {
    expect(offered(999)).toEqual(['dependency:view', 'dependency:edit', 'dependency:withdraw']);
    expect(offered(1_000)).toContain('dependency:raise-impediment');
    expect(offered(1_000, { hasImpediment: true })).not.toContain('dependency:raise-impediment');
    expect(offered(1_000, { state: 'COUNTERED' })).toEqual([
      'dependency:view',
      'dependency:edit',
      'dependency:accept-counter',
      'dependency:ask-again',
      'dependency:withdraw',
    ]);
  });

  it('nothing to promise or to ask once an item ended; but another item in place of one that was dropped', () => {
    const both = { ...consumer, mayEditProvider: true };
    const present = (ended: 'CONSUMER' | 'PROVIDER') => ({ ...asked, answerDueAt: null, ended });
    expect(viewerCanOnDependency(NOBODY, both, present('CONSUMER'), 0)).toEqual([
      'dependency:view',
      'dependency:decline',
      'dependency:withdraw',
    ]);
    expect(viewerCanOnDependency(NOBODY, both, present('PROVIDER'), 0)).toEqual([
      'dependency:view',
      'dependency:commit',
      'dependency:decline',
      'dependency:withdraw',
    ]);
  });

  it('nothing but a look once it is withdrawn', () => {
    const both = { ...consumer, mayEditProvider: true };
    const present = { state: 'WITHDRAWN', answerDueAt: null, hasImpediment: false, ended: null } as const;
    expect(viewerCanOnDependency(NOBODY, both, present, 0)).toEqual(['dependency:view']);
  });
});
