import { expect, test } from '@jest/globals';
import type { SearchHit } from '../../../platform/commands/search-hits';
import { linksTo } from './link-offers';

const page = (facts: Partial<SearchHit>): SearchHit => ({
  __typename: 'SearchHit',
  kind: 'PAGE',
  id: 'Page_1',
  key: 'A-5/day',
  title: 'The first day',
  detail: 'Onboarding',
  isGuess: false,
  ...facts,
});

test('pages of the playbook come once, those of others with where they are from, guesses as such', () => {
  const linked = { artifactKey: 'A-5', pages: [{ path: 'day', title: 'The first day' }] };
  const hits = [page({}), page({ id: 'Page_2', key: 'A-6/day', isGuess: true }), page({ kind: 'IDEA', key: null })];
  expect(linksTo(linked, hits, 'first').map(({ detail, markdown }) => [detail, markdown])).toEqual([
    ['Page here', '[The first day](A-5/day)'],
    ['Called nearly so · Page · Onboarding', '[The first day](A-6/day)'],
  ]);
});
