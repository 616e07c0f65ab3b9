import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  conflictsOf,
  conflictWords,
  DEPENDENCY_CONFLICTS,
  type DependencyConflict,
  type DependencyFacts,
  type DependencyItemFacts,
  endedEnd,
} from './dependency-conflicts.js';
import { DEPENDENCY_STATES } from './dependency-state.js';
import { ITEM_STATES, type ItemState } from './item-state.js';

const DUE = Date.parse('2026-03-10T12:00:00Z');
const BEFORE = DUE - 1;

const item = (key: string, position: number | null, state: ItemState = 'READY'): DependencyItemFacts => ({
  key,
  state,
  position,
  productId: 'product',
});

const FACTS: DependencyFacts = {
  state: 'COMMITTED',
  neededBy: '2026-04-10',
  promisedFor: '2026-04-10',
  answerDueAt: null,
  consumer: item('B-1', 5),
  provider: item('B-2', 3),
  providedBy: 'Payments',
  neededFor: 'Checkout',
};

describe('what is wrong between the two sides', () => {
  it.each<[string, Partial<DependencyFacts>, number, DependencyConflict[]]>([
    ['in time, ahead in the order', {}, BEFORE, []],
    ['promised a day too late', { promisedFor: '2026-04-11' }, BEFORE, ['TOO_LATE']],
    ['another day proposed, nothing promised', { state: 'COUNTERED', promisedFor: null }, BEFORE, []],
    ['delivered, late', { state: 'DELIVERED', promisedFor: '2026-04-11' }, BEFORE, []],
    ['behind who needs it', { provider: item('B-2', 6) }, BEFORE, ['RANKED_BELOW']],
    [
      'behind, only asked for',
      { provider: item('B-2', 6), state: 'REQUESTED', promisedFor: null },
      BEFORE,
      ['RANKED_BELOW'],
    ],
    ['behind, but declined', { provider: item('B-2', 6), state: 'DECLINED' }, BEFORE, []],
    ['behind in the order of another product', { provider: { ...item('B-2', 6), productId: 'other' } }, BEFORE, []],
    ['who needs it is a task', { provider: item('B-2', 6), consumer: item('B-1', null) }, BEFORE, []],
    ['the provider is a task', { provider: item('B-2', null) }, BEFORE, []],
    ['only a team provides', { provider: null }, BEFORE, []],
    ['done, and nobody said so', { provider: item('B-2', null, 'DONE') }, BEFORE, ['DONE_WITHOUT_DELIVERY']],
    ['done and delivered', { provider: item('B-2', null, 'DONE'), state: 'DELIVERED' }, BEFORE, []],
    ['its item dropped', { provider: item('B-2', null, 'DROPPED') }, BEFORE, ['ITEM_DROPPED']],
    [
      'its item dropped before anybody answered: nobody is waited for',
      { provider: item('B-2', null, 'DROPPED'), state: 'REQUESTED', promisedFor: null, answerDueAt: DUE },
      DUE,
      ['ITEM_DROPPED'],
    ],
    ['what needed it dropped', { consumer: item('B-1', null, 'DROPPED') }, BEFORE, ['ITEM_DROPPED']],
    ['dropped, but delivered', { provider: item('B-2', null, 'DROPPED'), state: 'DELIVERED' }, BEFORE, []],
    [
      'what needed it done without it',
      { consumer: item('B-1', null, 'DONE'), state: 'COUNTERED', promisedFor: null, answerDueAt: DUE },
      DUE,
      ['DONE_WITHOUT_IT'],
    ],
    ['asked, with time left', { state: 'REQUESTED', promisedFor: null, answerDueAt: DUE }, BEFORE, []],
    ['asked, time over', { state: 'REQUESTED', promisedFor: null, answerDueAt: DUE }, DUE, ['UNANSWERED']],
    ['countered, time over', { state: 'COUNTERED', promisedFor: null, answerDueAt: DUE }, DUE, ['UNANSWERED']],
    [
      'late, behind and done at once',
      { promisedFor: '2026-05-01', provider: item('B-2', 9, 'DONE') },
      BEFORE,
      ['TOO_LATE', 'RANKED_BELOW', 'DONE_WITHOUT_DELIVERY'],
    ],
  ])('%s', (_, changed, now, conflicts) => {
    const facts = { ...FACTS, ...changed };
    expect(conflictsOf(facts, now)).toEqual(conflicts);
    expect(conflictWords(facts, conflicts)).toHaveLength(conflicts.length);
  });

  it('is said in words that name both sides', () => {
    const facts = { ...FACTS, promisedFor: '2026-05-01', provider: item('B-2', 9, 'DONE') };
    expect(conflictWords(facts, conflictsOf(facts, BEFORE))).toEqual([
      'Promised for 2026-05-01, but needed by 2026-04-10.',
      'B-2 stands at 9 in the order, behind B-1 at 5 that needs it.',
      'B-2 is done, but nobody said that it was delivered to B-1.',
    ]);
    const dropped = { ...FACTS, provider: item('B-2', null, 'DROPPED') };
    expect(conflictWords(dropped, ['ITEM_DROPPED'])).toEqual([
      'B-2 is dropped: another item has to provide it for B-1, or nobody does.',
    ]);
    const ended = (state: ItemState) => ({ ...dropped, consumer: item('B-1', null, state) });
    expect(conflictWords(ended('DROPPED'), ['ITEM_DROPPED'])).toEqual([
      'B-1, which needed it, is dropped: withdraw it.',
    ]);
    expect(conflictWords(ended('DONE'), ['DONE_WITHOUT_IT'])).toEqual([
      'B-1 is done without it: withdraw it, or say that it was delivered.',
    ]);
    const waiting = { ...FACTS, answerDueAt: DUE, promisedFor: null };
    expect(conflictWords({ ...waiting, state: 'REQUESTED' }, ['UNANSWERED'])).toEqual([
      'Payments did not answer in time.',
    ]);
    expect(conflictWords({ ...waiting, state: 'COUNTERED' }, ['UNANSWERED'])).toEqual([
      'Checkout did not answer the day that was proposed instead in time.',
    ]);
  });

  const facts: fc.Arbitrary<DependencyFacts> = fc.record({
    state: fc.constantFrom(...DEPENDENCY_STATES),
    neededBy: fc.constantFrom('2026-04-09', '2026-04-10', '2026-04-11'),
    promisedFor: fc.option(fc.constantFrom('2026-04-09', '2026-04-10', '2026-04-11')),
    answerDueAt: fc.option(fc.constantFrom(BEFORE, DUE)),
    consumer: fc.option(fc.integer({ min: 1, max: 9 })).map((position) => item('B-1', position)),
    provider: fc.option(fc.option(fc.integer({ min: 1, max: 9 })).map((position) => item('B-2', position))),
    providedBy: fc.constant('Payments'),
    neededFor: fc.constant('Checkout'),
  });

  it('nobody is waited for once what needs it ended, or what provides it is dropped', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...ITEM_STATES), fc.constantFrom(...ITEM_STATES), (any, one, other) => {
        const provider = any.provider && { ...any.provider, state: other };
        const ended = { ...any, consumer: { ...any.consumer, state: one }, provider };
        const gone = endedEnd(ended);
        if (gone !== null) expect(conflictsOf(ended, DUE)).not.toContain('UNANSWERED');
        expect(gone === null).toBe(!['DONE', 'DROPPED'].includes(one) && provider?.state !== 'DROPPED');
      }),
    );
  });

  it('is nothing once it is delivered, declined or withdrawn', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('DELIVERED', 'DECLINED', 'WITHDRAWN'), (any, state) => {
        expect(conflictsOf({ ...any, state }, DUE)).toEqual([]);
      }),
    );
  });

  it('is only ever too late or done without delivery of what was promised', () => {
    fc.assert(
      fc.property(facts, (any) => {
        const found = conflictsOf(any, DUE);
        if (any.state !== 'COMMITTED')
          for (const one of ['TOO_LATE', 'DONE_WITHOUT_DELIVERY']) expect(found).not.toContain(one);
        expect(found).toEqual(DEPENDENCY_CONFLICTS.filter((one) => found.includes(one)));
      }),
    );
  });

  it('moving the provider up, or the consumer down, never puts it below', () => {
    fc.assert(
      fc.property(facts, fc.nat(8), (any, by) => {
        const { provider, consumer } = any;
        if (provider === null || provider.position === null || consumer.position === null) return;
        const better = {
          ...any,
          provider: { ...provider, position: Math.max(1, provider.position - by) },
          consumer: { ...consumer, position: consumer.position + by },
        };
        if (!conflictsOf(any, DUE).includes('RANKED_BELOW'))
          expect(conflictsOf(better, DUE)).not.toContain('RANKED_BELOW');
      }),
    );
  });
});
