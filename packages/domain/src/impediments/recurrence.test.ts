import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type RecurrenceFacts, earlierOfSameKind, isRecurring, recurrences } from './recurrence.js';

const ZONE = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);
const NOW = at('2026-05-20T12:00:00+02:00');
/** The first moment of the quarter before. */
const FIRST = at('2026-01-01T00:00:00+01:00');

const fact = (id: string, raisedAt: number, more: Partial<RecurrenceFacts> = {}): RecurrenceFacts => ({
  id,
  sourceId: 'gateway',
  category: 'EXTERNAL',
  state: 'CLOSED',
  raisedAt,
  ...more,
});
const TWO = [fact('second', at('2026-02-10T12:00:00Z')), fact('third', at('2026-05-01T12:00:00Z'))];
const found = (impediments: RecurrenceFacts[]) => recurrences(impediments, NOW, ZONE).map((one) => one.impedimentIds);

describe('what recurs', () => {
  it.each<[string, RecurrenceFacts, boolean]>([
    ['in the first moment of the quarter before', fact('first', FIRST), true],
    ['in the moment before that', fact('first', FIRST - 1), false],
    ['now', fact('first', NOW), true],
    ['later than now', fact('first', NOW + 1), false],
    ['declined: it came up', fact('first', NOW, { state: 'DECLINED' }), true],
    ['a duplicate: the same one once more', fact('first', NOW, { state: 'DUPLICATE' }), false],
    ['of another category', fact('first', NOW, { category: 'TOOLING' }), false],
    ['of another source', fact('first', NOW, { sourceId: 'legal' }), false],
    ['of no source', fact('first', NOW, { sourceId: null }), false],
  ])('two and one %s', (_what, one, recurs) => {
    expect(found([...TWO, one]).length).toBe(recurs ? 1 : 0);
  });

  it('twice is not often enough', () => expect(found(TWO)).toEqual([]));

  it('none without a source, however many', () => {
    expect(found([1, 2, 3].map((n) => fact(`${n}`, NOW - n, { sourceId: null })))).toEqual([]);
  });

  it('the most frequent first, then the latest; each the earliest first', () => {
    const often = [4, 3, 2, 1].map((n) => fact(`often-${n}`, NOW - 5_000 - n, { sourceId: 'legal' }));
    const late = [3, 1, 2].map((n) => fact(`late-${n}`, NOW - n, { category: 'TOOLING' }));
    const early = [1, 3, 2].map((n) => fact(`early-${n}`, NOW - 100 - n));
    expect(found([...early, ...late, ...often])).toEqual([
      ['often-4', 'often-3', 'often-2', 'often-1'],
      ['late-3', 'late-2', 'late-1'],
      ['early-3', 'early-2', 'early-1'],
    ]);
  });

  it('the quarters are those of the organization', () => {
    // New Year's Eve in Berlin, New Year in Auckland.
    const three = [...TWO, fact('first', at('2025-12-31T12:00:00Z'))];
    expect(recurrences(three, NOW, 'Pacific/Auckland')).toHaveLength(1);
    expect(recurrences(three, NOW, ZONE)).toHaveLength(0);
  });
});

describe('what came up before', () => {
  const ids = (impediments: readonly RecurrenceFacts[]) => impediments.map(({ id }) => id);
  const all = [fact('first', FIRST), ...TWO, fact('old', FIRST - 1), fact('tool', NOW, { category: 'TOOLING' })];

  it('is what was raised before it', () => {
    const given = { id: 'third', sourceId: 'gateway', category: 'EXTERNAL', raisedAt: TWO[1]?.raisedAt ?? 0 } as const;
    expect(ids(earlierOfSameKind(all, given, NOW, ZONE))).toEqual(['first', 'second']);
  });

  it('for one that is about to be raised, all of its kind', () => {
    const given = { id: null, sourceId: 'gateway', category: 'EXTERNAL', raisedAt: null } as const;
    expect(ids(earlierOfSameKind(all, given, NOW, ZONE))).toEqual(['first', 'second', 'third']);
    expect(earlierOfSameKind(all, { ...given, sourceId: null }, NOW, ZONE)).toEqual([]);
  });

  it('two earlier ones make it the third time', () => {
    expect([0, 1, 2, 3].map((count) => isRecurring(Array.from({ length: count })))).toEqual([false, false, true, true]);
  });

  it('what recurs is what the last of its kind makes recurring', () => {
    const fact = fc.record({
      id: fc.uuid(),
      sourceId: fc.constantFrom('gateway', 'legal', null),
      category: fc.constantFrom('EXTERNAL', 'TOOLING'),
      state: fc.constantFrom('RAISED', 'DECLINED', 'DUPLICATE'),
      raisedAt: fc.integer({ min: FIRST - 1_000_000, max: NOW + 1_000 }),
    });
    const some = fc.uniqueArray(fact, { selector: ({ id }) => id, maxLength: 12 });
    fc.assert(
      fc.property(some, (impediments) => {
        const facts: RecurrenceFacts[] = impediments;
        for (const { impedimentIds } of recurrences(facts, NOW, ZONE)) {
          const last = facts.find(({ id }) => id === impedimentIds.at(-1));
          if (!last) throw new Error('It is one of them.');
          const earlier = earlierOfSameKind(facts, { ...last, raisedAt: null }, NOW, ZONE);
          expect(earlier.map(({ id }) => id)).toEqual(impedimentIds.slice(0, -1));
          expect(isRecurring(earlier)).toBe(true);
        }
        const recurring = new Set(recurrences(facts, NOW, ZONE).flatMap(({ impedimentIds }) => impedimentIds));
        for (const one of facts.filter(({ id, state }) => !recurring.has(id) && state !== 'DUPLICATE')) {
          const inTime = one.raisedAt >= FIRST && one.raisedAt <= NOW;
          if (inTime) expect(isRecurring(earlierOfSameKind(facts, { ...one, raisedAt: null }, NOW, ZONE))).toBe(false);
        }
      }),
    );
  });
});
