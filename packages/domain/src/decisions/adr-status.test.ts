import { describe, expect, it } from '@jest/globals';
import { readStatus, referencesIn, usualStatus } from './adr-status.js';
import { readWrittenDay } from './written-day.js';
import { readWrittenPeople } from './written-people.js';

describe('A status line', () => {
  it.each([
    ['accepted', { name: 'accepted' }],
    ['Accepted', { name: 'accepted' }],
    ['**Accepted** on 2020-02-03', { name: 'accepted', day: '2020-02-03' }],
    ['superseded by ADR-0123', { name: 'superseded', supersededBy: ['ADR-0123'] }],
    ['superseded by [ADR-0005](0005-new.md)', { name: 'superseded', supersededBy: ['0005-new.md'] }],
    ['Superceded by [9. New](0009-new.md)', { name: 'superseded', supersededBy: ['0009-new.md'] }],
    ['Superseeded by 0009-new.md', { name: 'superseded', supersededBy: ['0009-new.md'] }],
    ['Supersceded by ADR 7 and ADR 8', { name: 'superseded', supersededBy: ['ADR 7', 'ADR 8'] }],
    ['Replaced by: KEP-100', { name: 'superseded', supersededBy: ['KEP-100'] }],
    ['superceded', { name: 'superseded' }],
    ['Accepted\n\nSupercedes [2. Old](0002-old.md)', { name: 'accepted', supersedes: ['0002-old.md'] }],
    ['Accepted; replaces ADR-3', { name: 'accepted', supersedes: ['ADR-3'] }],
    ['implemented (alpha)', { name: 'implemented (alpha)' }],
    ['', { name: '' }],
    ['<!-- to be said -->', { name: '' }],
  ])('%j', (text, expected) => {
    expect(readStatus(text)).toEqual({ supersededBy: [], supersedes: [], day: null, ...expected });
  });

  it('means what it most likely means, and nothing when nothing comes close', () => {
    expect(usualStatus('imlpemented')).toBe('ACCEPTED');
    expect(usualStatus('acepted')).toBe('ACCEPTED');
    expect(usualStatus('implemented (alpha)')).toBe('ACCEPTED');
    expect(usualStatus('removed')).toBe('SKIP');
    expect(usualStatus('provisional|implementable|implemented')).toBe('SKIP');
    expect(usualStatus('deprecated')).toBe('REVERTED');
  });

  it('names several others between commas or in links', () => {
    expect(referencesIn('0001, "0002" and [three](../3.md "Three")')).toEqual(['../3.md']);
    expect(referencesIn('0001, “0002” and 0003')).toEqual(['0001', '0002', '0003']);
  });
});

describe('A day that somebody wrote', () => {
  it.each([
    ['2020-02-01', '2020-02-01', true],
    ['2025-10-9', '2025-10-09', false],
    ['2020/02/01', '2020-02-01', false],
    ['2020-02-01T10:00:00Z', '2020-02-01', true],
    ['1 Feb 2020', '2020-02-01', false],
    ['February 1st, 2020', '2020-02-01', false],
  ])('%s is read', (text, day, isExact) => {
    expect(readWrittenDay(text, '2026-01-01')).toEqual({ day, isExact });
  });

  it.each([
    '9999-9-9',
    '9999-12-31',
    '2026-01-02',
    '2023-14-05',
    '2025-30-01',
    '2019-02-29',
    'yyyy-mm-dd',
    'v1.27',
    '01/02/2020',
    '0000-00-00',
    '',
    '99999-1-1',
  ])('%j is told', (text) => {
    expect(readWrittenDay(text, '2026-01-01')).toHaveProperty('problem');
  });
});

describe('People in a line', () => {
  it.each([
    ['@ana', ['ana'], ''],
    ['“@ana”', ['ana'], ''],
    ['@seans3 ', ['seans3'], ''],
    ['ana', ['ana'], ''],
    ['Ana Roth', ['Ana Roth'], ''],
    ['@ana - For the network portion', ['ana'], '@ana - For the network portion'],
    ['with input from @ana, @ben', ['ana', 'ben'], 'with input from @ana, @ben'],
    ['@ana, @ben and @cai', ['ana', 'ben', 'cai'], ''],
    ['@kubernetes/wg-component-standard', ['kubernetes/wg-component-standard'], ''],
    ['ana@example.org', ['ana@example.org'], ''],
    ['Ana Roth <ana@example.org>', ['Ana Roth <ana@example.org>'], ''],
    ['TBD', [], ''],
    ['N/A', [], ''],
    ['-', [], ''],
  ])('%j', (text, names, remark) => {
    expect(readWrittenPeople(text)).toEqual({ names, remark });
  });
});
