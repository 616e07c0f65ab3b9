import { describe, expect, it } from '@jest/globals';
import { DEPENDENCY_EVENT_WORDS } from '../priorities/dependency-events.js';
import { TOLD_DEPENDENCY_EVENTS, toldOfDependency } from './dependency-inbox-rules.js';

const told = (name: string, actorId: string | null = 'actor'): string =>
  toldOfDependency({ name, actorId, asked: ['asked', 'actor'], told: ['told', 'asked', 'actor'] })
    .map(({ personId, reason }) => `${personId} ${reason}`)
    .join(', ');

describe('what is told of dependencies', () => {
  it.each([
    ['dependency.requested', 'asked DEPENDENCY_ASKED'],
    ['dependency.edited', 'asked DEPENDENCY_ASKED, told TOLD'],
    ['dependency.committed', 'told DEPENDENCY_ANSWERED, asked DEPENDENCY_ANSWERED'],
    ['dependency.countered', 'asked DEPENDENCY_ASKED, told DEPENDENCY_ANSWERED'],
    ['dependency.counter-accepted', 'told DEPENDENCY_ANSWERED, asked DEPENDENCY_ANSWERED'],
    ['dependency.declined', 'told DEPENDENCY_ANSWERED, asked DEPENDENCY_ANSWERED'],
    ['dependency.asked-again', 'asked DEPENDENCY_ASKED'],
    ['dependency.delivered', 'told DEPENDENCY_ANSWERED, asked DEPENDENCY_ANSWERED'],
    ['dependency.withdrawn', 'told TOLD, asked TOLD'],
    ['dependency.impediment-raised', 'told TOLD, asked TOLD'],
    ['dependency.item-dropped', 'told TOLD, asked TOLD'],
    ['dependency.consumer-done', 'told TOLD, asked TOLD'],
    ['dependency.item-reopened', 'asked DEPENDENCY_ASKED, told TOLD'],
    ['dependency.answer-due', 'asked DEPENDENCY_DUE, told DEPENDENCY_DUE'],
    ['dependency.something-else', ''],
  ])('%s: %s', (name, expected) => {
    expect(told(name)).toBe(expected);
  });

  it('tells everybody what nobody did', () => {
    expect(told('dependency.answer-due', null)).toContain('actor DEPENDENCY_DUE');
  });

  it('knows every event, and no other', () => {
    expect([...TOLD_DEPENDENCY_EVENTS].toSorted()).toEqual(Object.keys(DEPENDENCY_EVENT_WORDS).toSorted());
  });
});
