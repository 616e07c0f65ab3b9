import { describe, expect, it } from '@jest/globals';
import {
  CATEGORY_TITLES,
  IMPEDIMENT_CATEGORIES,
  IMPEDIMENT_SEVERITIES,
  type ImpedimentInput,
  SEVERITY_TITLES,
  SOURCE_KINDS,
  SOURCE_KIND_TITLES,
  impedimentProblems,
} from './impediment-fields.js';

describe('fields of an impediment', () => {
  it.each<[string, ImpedimentInput]>([
    ['nothing', {}],
    ['null, which is not given', { dueOn: null, newSource: null, severity: null }],
    ['the longest title', { title: ` ${'a'.repeat(200)} ` }],
    ['200 characters outside the basic plane', { title: '🦊'.repeat(200) }],
    ['an empty description', { description: '' }],
    ['the longest description', { description: 'a'.repeat(20_000) }],
    ['a triage', { severity: 'HIGH', level: 3, nextStep: 'Ask the vendor', dueOn: '2028-02-29' }],
    ['a new source', { newSource: { name: 'Payment gateway', kind: 'VENDOR' } }],
    ['blocked items', { blockedItemKeys: ['ABC-1', 'ABC-2'], affectedTeamIds: [] }],
  ])('fine: %s', (_what, input) => expect(impedimentProblems(input)).toEqual([]));

  it.each<[ImpedimentInput, string]>([
    [{ title: '' }, 'title'],
    [{ title: ' \t ' }, 'title'],
    [{ title: 'a'.repeat(201) }, 'title'],
    [{ title: 'two\r\nlines' }, 'title'],
    [{ title: 'nul\0' }, 'title'],
    [{ description: 'a'.repeat(20_001) }, 'description'],
    [{ description: 'nul\0' }, 'description'],
    [{ category: 'WEATHER' }, 'category'],
    [{ category: 'toString' }, 'category'],
    [{ severity: 'high' }, 'severity'],
    [{ level: 0 }, 'level'],
    [{ level: 4 }, 'level'],
    [{ level: 1.5 }, 'level'],
    [{ nextStep: ' ' }, 'nextStep'],
    [{ resolution: '' }, 'resolution'],
    [{ reason: '' }, 'reason'],
    [{ body: '' }, 'body'],
    [{ dueOn: '2026-02-30' }, 'dueOn'],
    [{ dueOn: '2026-2-3' }, 'dueOn'],
    [{ newSource: { name: '', kind: 'TEAM' } }, 'newSource'],
    [{ newSource: { name: 'Gateway', kind: 'THING' } }, 'newSource'],
    [{ blockedItemKeys: ['ABC-1', ''] }, 'blockedItemKeys'],
    [{ blockedItemKeys: Array.from({ length: 101 }, (_, index) => `ABC-${index}`) }, 'blockedItemKeys'],
    [{ affectedTeamIds: Array.from({ length: 201 }, (_, index) => `${index}`) }, 'affectedTeamIds'],
  ])('%j: says what to do about %s', (input, field) => {
    expect(impedimentProblems(input)).toEqual([{ field, problem: expect.stringMatching(/^[A-Z].*\.$/) }]);
  });

  it('names every problem at once', () => {
    const problems = impedimentProblems({ title: '', category: 'WEATHER', level: 9 });
    expect(problems.map(({ field }) => field)).toEqual(['title', 'category', 'level']);
  });
});

it.each([
  [IMPEDIMENT_CATEGORIES, CATEGORY_TITLES],
  [IMPEDIMENT_SEVERITIES, SEVERITY_TITLES],
  [SOURCE_KINDS, SOURCE_KIND_TITLES],
] as const)('each of %j has a title of its own', (values, titles) => {
  expect(Object.keys(titles)).toEqual([...values]);
  expect(new Set(Object.values(titles)).size).toBe(values.length);
});
