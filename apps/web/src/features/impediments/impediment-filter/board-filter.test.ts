import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ANA, card, HARBOUR, QUAY, ROWAN } from '../testing/impediment-facts';
import {
  type BoardFilter,
  type Facet,
  facetOptions,
  FACETS,
  FLAGS,
  isFiltered,
  passes,
  readFilter,
  writeFilter,
} from './board-filter';
import { fixedName } from './facet-names';

const none = readFilter(new URLSearchParams());
const facts = { viewerId: ANA.id, today: '2026-01-10', now: Date.UTC(2026, 0, 10), changed: new Set(['impediment-2']) };
const levelName = (level: number) => `Level ${level}`;
const LEGAL = { __typename: 'Source' as const, id: 'source-legal', name: 'Legal', kind: 'DEPARTMENT' as const };
const SAFETY = { __typename: 'Label' as const, id: 'label-safety', name: 'safety' };

const plain = card(1);
const rich = card(2, {
  title: 'Crane permit',
  severity: 'HIGH',
  level: 2,
  owner: ANA,
  source: LEGAL,
  labels: [SAFETY],
  viewerWatches: true,
  dueOn: '2026-01-09',
  raisingTeam: { ...QUAY, area: HARBOUR },
});

describe('the filter in the address', () => {
  const word = fc.string({ unit: 'binary', minLength: 1 });
  const filters: fc.Arbitrary<BoardFilter> = fc
    .tuple(
      fc.array(fc.uniqueArray(word, { maxLength: 4 }), { minLength: FACETS.length, maxLength: FACETS.length }),
      fc.array(fc.boolean(), { minLength: FLAGS.length, maxLength: FLAGS.length }),
      fc.string(),
    )
    .map(([values, flags, text]) => ({
      ...none,
      ...Object.fromEntries(FACETS.map((facet, at) => [facet, values[at] ?? []])),
      ...Object.fromEntries(FLAGS.map((flag, at) => [flag, flags[at] ?? false])),
      text,
    }));

  test('reads what it wrote, through a real address, and leaves alone what is not its own', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const written = writeFilter(new URLSearchParams('lanes=team&order=due'), filter);
        const read = new URL(`http://localhost/impediments?${written}`).searchParams;
        expect(readFilter(read)).toEqual(filter);
        expect([read.get('lanes'), read.get('order')]).toEqual(['team', 'due']);
      }),
    );
  });

  test('any address is a filter, and writing it settles it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...FACETS, ...FLAGS, 'text', 'other'), fc.string())), (pairs) => {
        const params = new URLSearchParams(pairs);
        const once = writeFilter(params, readFilter(params));
        expect(readFilter(once)).toEqual(readFilter(params));
        expect(String(writeFilter(once, readFilter(once)))).toBe(String(once));
      }),
    );
  });

  test('a value counts once, an empty one not at all', () => {
    const filter = readFilter(new URLSearchParams('team=a&team=a&team=&area='));
    expect([filter.team, filter.area]).toEqual([['a'], []]);
    expect(isFiltered(readFilter(new URLSearchParams('area=')))).toBe(false);
  });
});

test.each<[string, Partial<BoardFilter>, string[]]>([
  ['nothing asked for', {}, ['IMP-1', 'IMP-2']],
  ['mine', { mine: true }, ['IMP-2']],
  ['watching', { watching: true }, ['IMP-2']],
  ['changed', { changed: true }, ['IMP-2']],
  ['overdue', { overdue: true }, ['IMP-2']],
  ['a source', { source: [LEGAL.id] }, ['IMP-2']],
  ['no source', { source: ['none'] }, ['IMP-1']],
  ['a label', { label: [SAFETY.id] }, ['IMP-2']],
  ['no label', { label: ['none'] }, ['IMP-1']],
  ['values of one facet widen', { label: ['none', SAFETY.id] }, ['IMP-1', 'IMP-2']],
  ['facets narrow', { label: ['none', SAFETY.id], level: ['1'] }, ['IMP-1']],
  ['facets that exclude each other', { label: [SAFETY.id], level: ['1'] }, []],
  ['a team that raised it', { team: [QUAY.id] }, ['IMP-2']],
  ['a team that is affected', { team: ['team-checkout'] }, ['IMP-1', 'IMP-2']],
  ['severity not yet known', { severity: ['none'] }, ['IMP-1']],
  ['a value that nothing has', { owner: [ROWAN.id] }, []],
  ['words of title, label and source, in any order', { text: 'SAFETY  crane legal' }, ['IMP-2']],
  ['words that are not all there', { text: 'crane finance' }, []],
])('%s', (_, part, keys) => {
  const filter = { ...none, ...part };
  expect([plain, rich].filter((one) => passes(one, filter, facts)).map(({ key }) => key)).toEqual(keys);
});

test('until it is known what changed, all passes', () => {
  expect(passes(plain, { ...none, changed: true }, { ...facts, changed: null })).toBe(true);
});

test.each<[Facet, string[]]>([
  ['team', ['Checkout 2', 'Quay 1']],
  ['owner', ['No owner 1', 'Ana Lindqvist 1']],
  ['label', ['No label 1', 'safety 1']],
  ['level', ['Level 1 1', 'Level 2 1']],
  ['severity', ['Not yet known 1', 'High 1']],
])('%s offers what is there and how often', (facet, options) => {
  expect(facetOptions([plain, rich], facet, levelName).map(({ label, count }) => `${label} ${count}`)).toEqual(options);
});

test.each<[Facet, string, string | null]>([
  ['severity', 'LOW', 'Low'],
  ['severity', 'toString', null],
  ['level', '3', 'Level 3'],
  ['level', 'x', null],
  ['owner', 'none', 'No owner'],
  ['team', 'team-gone', null],
])('%s %s is called %s although nothing open has it', (facet, value, name) => {
  expect(fixedName(facet, value, levelName)).toBe(name);
});
