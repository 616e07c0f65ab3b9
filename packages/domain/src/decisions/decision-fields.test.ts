import { describe, expect, it } from '@jest/globals';
import { acceptanceProblems, type DecisionInput, DECISION_LIST_LIMIT, decisionProblems } from './decision-fields.js';
import { decisionLinkProblems } from './decision-links.js';

const option = (title: string) => ({ title, description: '', arguments: [] });
const many = <T>(value: T, count: number): T[] => Array.from({ length: count }, () => value);

it.each<[string, number | null, number]>([
  ['', null, 1],
  [' \n', null, 1],
  ['One queue.', null, 0],
  ['', 0, 0],
])('the outcome “%s” with the option %s is accepted with %i problems', (outcome, chosenOption, problems) => {
  expect(acceptanceProblems({ outcome, chosenOption })).toHaveLength(problems);
});

describe('what somebody gives of a decision', () => {
  it.each<[string, DecisionInput]>([
    ['nothing', {}],
    ['a title', { title: 'One queue' }],
    ['a title of as many characters as fit', { title: '🎉'.repeat(300) }],
    ['the last of the options', { options: [option('A'), option('B')], chosenOption: 1 }],
    ['none of the options', { options: [], chosenOption: null }],
    ['a day', { revisitOn: '2031-12-31' }],
    ['never', { revisitOn: null }],
    ['as much as fits', { drivers: many('x', DECISION_LIST_LIMIT), context: 'x'.repeat(20_000) }],
  ])('%s is fine', (_what, input) => {
    expect(decisionProblems(input)).toEqual([]);
  });

  it.each<[string, DecisionInput]>([
    ['title', { title: ' ' }],
    ['title', { title: 'x'.repeat(301) }],
    ['title', { title: 'a\nb' }],
    ['kind', { kind: 'SECRET' }],
    ['context', { context: 'a\0b' }],
    ['drivers', { drivers: ['One', ' '] }],
    ['drivers', { drivers: many('x', DECISION_LIST_LIMIT + 1) }],
    ['options', { options: many(option('A'), 21) }],
    ['options', { options: [{ ...option('A'), arguments: [{ tone: 'GOOD', text: '' }] }] }],
    ['chosenOption', { options: [option('A')], chosenOption: 1 }],
    ['chosenOption', { options: [option('A')], chosenOption: -1 }],
    ['chosenOption', { options: [option('A'), option('B')], chosenOption: 0.5 }],
    ['chosenOption', { chosenOption: 0 }],
    ['outcome', { outcome: 'x'.repeat(20_001) }],
    ['gains', { gains: ['x'.repeat(2_001)] }],
    ['givesUp', { givesUp: [''] }],
    ['consequences', { consequences: many({ tone: 'BAD', text: 'x' }, DECISION_LIST_LIMIT + 1) }],
    ['people', { people: [{ part: 'CONSULTED', name: '' }] }],
    ['people', { people: many({ part: 'INFORMED', name: 'x' }, 201) }],
    ['supersedesIds', { supersedesIds: many('x', 21) }],
    ['revisitOn', { revisitOn: '2031-02-30' }],
    ['revisitOn', { revisitOn: '9999-09-09' }],
    ['text', { text: '\n' }],
    ['reason', { reason: 'x'.repeat(5_001) }],
  ])('%s: %j says what to do', (field, input) => {
    expect(decisionProblems(input)).toEqual([{ field, problem: expect.stringMatching(/^[A-Z].+\.$/u) }]);
  });
});

describe('what it is linked to', () => {
  const NOTHING = { hasThing: false, key: '', url: '', title: '' };
  it.each([
    ['IMPEDIMENT', { hasThing: true }],
    ['TEAM', { hasThing: true }],
    ['AREA', { hasThing: true }],
    ['PRODUCT', { hasThing: true }],
    ['ITEM', { key: 'PAY-7' }],
    ['GOAL', { title: 'Calm nights' }],
    ['URL', { url: 'https://example.org/x' }],
  ])('%s needs %j and nothing else', (kind, given) => {
    expect(decisionLinkProblems({ ...NOTHING, kind, ...given })).toEqual([]);
    expect(decisionLinkProblems({ ...NOTHING, kind })).toHaveLength(1);
  });

  it.each(['javascript:alert(1)', 'https://me:secret@example.org', 'ftp://example.org', 'https://'])(
    'no page has the address %s',
    (url) => {
      expect(decisionLinkProblems({ ...NOTHING, kind: 'URL', url })).toMatchObject([{ field: 'url' }]);
    },
  );

  it('nothing of a kind that is none', () => {
    expect(decisionLinkProblems({ ...NOTHING, kind: 'DREAM' })).toMatchObject([{ field: 'kind' }]);
  });
});
