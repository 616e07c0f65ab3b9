import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SourceInput, isSameSourceName, sourceName, sourceProblems } from './source-fields.js';

describe('fields of a source', () => {
  it.each<[string, SourceInput]>([
    ['nothing', {}],
    ['null, which is not given', { name: null, kind: null, contact: null }],
    ['a source', { name: ' Payment gateway ', kind: 'VENDOR', contact: 'Ana Roth\n+41 44 000 00 00' }],
    ['a name of other letters', { name: '財務', kind: 'DEPARTMENT' }],
    ['nobody to talk to yet', { contact: '' }],
    ['the longest', { name: 'a'.repeat(200), contact: '🦊'.repeat(2_000) }],
  ])('fine: %s', (_what, input) => expect(sourceProblems(input)).toEqual([]));

  it.each<[SourceInput, string]>([
    [{ name: ' ' }, 'name'],
    [{ name: '---' }, 'name'],
    [{ name: 'two\nlines' }, 'name'],
    [{ name: 'a'.repeat(201) }, 'name'],
    [{ name: 'nul\0' }, 'name'],
    [{ kind: 'vendor' }, 'kind'],
    [{ kind: 'toString' }, 'kind'],
    [{ contact: 'a'.repeat(2_001) }, 'contact'],
    [{ contact: 'nul\0' }, 'contact'],
  ])('%j: says what to do about %s', (input, field) => {
    expect(sourceProblems(input)).toEqual([{ field, problem: expect.stringMatching(/^[A-Z].*\.$/) }]);
  });
});

describe('names of sources', () => {
  it('are kept without blanks around them', () => {
    expect(sourceName('  Payment \t gateway ')).toBe('Payment gateway');
  });

  it.each([
    ['Payment gateway', ' payment  GATEWAY', true],
    ['Büro', 'Bu\u0308ro', true],
    ['Payment gateway', 'Payment gateways', false],
  ])('%j and %j', (one, other, same) => expect(isSameSourceName(one, other)).toBe(same));

  it('a name is the same as what is kept of it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => isSameSourceName(name, sourceName(name))));
  });
});
