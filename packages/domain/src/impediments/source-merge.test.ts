import { describe, expect, it } from '@jest/globals';
import { type MergedSource, contactAfterMerge, proposedToKeep, refuseMerge } from './source-merge.js';

const source = (id: string, more: Partial<MergedSource> = {}): MergedSource => ({
  id,
  name: `Source ${id}`,
  contact: '',
  mergedInto: null,
  ...more,
});
const gone = source('gone', { mergedInto: { id: 'third', name: 'Third' } });

describe('merging two sources', () => {
  it.each([
    ['two that stand for themselves', source('one'), source('other'), null],
    ['one with itself', source('one'), source('one'), 'MERGED_INTO_ITSELF'],
    ['one that went up in another before', source('one'), gone, 'MERGED_ALREADY'],
    ['into one that went up in another before', gone, source('one'), 'MERGED_ALREADY'],
  ])('%s', (_what, kept, merged, code) => {
    expect(refuseMerge(kept, merged)?.code ?? null).toBe(code);
  });

  it('says where the one that is gone went', () => {
    expect(refuseMerge(source('one'), gone)?.details).toEqual({ name: 'Source gone', into: 'Third' });
  });

  it.each([
    ['Ana', 'Ben', 'Ana'],
    ['', 'Ben', 'Ben'],
    [' \n', 'Ben', 'Ben'],
    ['Ana', '', 'Ana'],
  ])('whom to talk to: kept %j, merged %j', (kept, merged, contact) => {
    expect(contactAfterMerge({ contact: kept }, { contact: merged })).toBe(contact);
  });
});

it.each([
  ['the one named more often', 3, '2026-02-01', 2, '2026-01-01', 'one'],
  ['also when it is the second', 2, '2026-01-01', 3, '2026-02-01', 'other'],
  ['of equals the older', 3, '2026-02-01', 3, '2026-01-01', 'other'],
  ['of twins the first', 3, '2026-01-01', 3, '2026-01-01', 'one'],
])('proposes to keep %s', (_what, count, created, otherCount, otherCreated, kept) => {
  const one = { id: 'one', impedimentCount: count, createdAt: created };
  const other = { id: 'other', impedimentCount: otherCount, createdAt: otherCreated };
  expect(proposedToKeep(one, other).id).toBe(kept);
});
