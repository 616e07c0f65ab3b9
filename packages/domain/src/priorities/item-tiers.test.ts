import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ITEM_TIERS, type ItemTier } from './item-fields.js';
import { mayBePartOf, treeProblems } from './item-tiers.js';

it('tasks are part of features or epics, features of epics, epics of nothing', () => {
  const pairs = ITEM_TIERS.flatMap((tier) =>
    ITEM_TIERS.flatMap((parent) => (mayBePartOf(tier, parent) ? [`${tier} in ${parent}`] : [])),
  );
  expect(pairs).toEqual(['FEATURE in EPIC', 'TASK in EPIC', 'TASK in FEATURE']);
});

it('says what is wrong with a place in the tree, and what to do', () => {
  const problems = (
    tier: ItemTier,
    parent: ItemTier | null,
    childTiers: ItemTier[] = [],
    productId = 'own',
  ): string[] =>
    treeProblems({ tier, productId: 'own', parent: parent && { tier: parent, productId }, childTiers }).map(
      ({ field, problem }) => `${field}: ${problem}`,
    );
  expect(problems('TASK', 'FEATURE')).toEqual([]);
  expect(problems('FEATURE', null, ['TASK'])).toEqual([]);
  expect(problems('EPIC', 'EPIC')).toEqual(['parentId: An epic is part of nothing; leave out its parent.']);
  expect(problems('TASK', 'TASK')).toEqual(['parentId: Choose a feature or an epic as the parent.']);
  expect(problems('FEATURE', 'EPIC', [], 'other')).toEqual(['parentId: Choose a parent of the same product.']);
  expect(problems('TASK', null, ['TASK'])).toEqual([
    'tier: It has a task in it, which a task cannot have; move that one first.',
  ]);
});

it('no circle comes about by steps that are without a problem', () => {
  const tiers = fc.array(fc.constantFrom(...ITEM_TIERS), { minLength: 2, maxLength: 8 });
  const steps = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 30 });
  fc.assert(
    fc.property(tiers, steps, (tierOf, given) => {
      const parents = new Map<number, number>();
      for (const [child, parent] of given) {
        const [tier, parentTier] = [tierOf[child], tierOf[parent]];
        if (!tier || !parentTier) continue;
        const wrong = treeProblems({
          tier,
          productId: 'p',
          parent: { tier: parentTier, productId: 'p' },
          childTiers: [],
        });
        if (wrong.length === 0) parents.set(child, parent);
      }
      for (const start of parents.keys()) {
        const seen = new Set<number>();
        for (let at: number | undefined = start; at !== undefined; at = parents.get(at)) {
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
      }
    }),
  );
});
