import { expect, test } from '@jest/globals';
import { paletteGroups } from './palette-lines';
import type { SearchHit } from './search-hits';

const hit = (facts: Partial<SearchHit>): SearchHit => ({
  __typename: 'SearchHit',
  kind: 'PAGE',
  id: 'Page_1',
  key: 'A-1/day',
  title: 'The first day',
  detail: 'Onboarding',
  isGuess: false,
  ...facts,
});

const groupsOf = (...hits: SearchHit[]) =>
  paletteGroups({ text: 'day', commands: [], recent: [], hits, here: 'Here', open: () => {} });

test('what is only called nearly so is said to be', () => {
  expect(groupsOf(hit({}))).toMatchObject([{ heading: 'Found' }]);
  expect(groupsOf(hit({ isGuess: true }))).toMatchObject([
    { heading: 'Nothing has these words. Called nearly so', lines: [{ label: 'The first day' }] },
  ]);
});

test('says once what a thing is, and where it is from', () => {
  const [found] = groupsOf(
    hit({}),
    hit({ kind: 'IDEA', key: null, title: 'Day one', detail: 'Idea · Testers' }),
    hit({ kind: 'ARTIFACT', key: 'A-1', title: 'Days', detail: 'Playbook · Testers' }),
  );
  expect(found?.lines.map(({ label, detail }) => [label, detail])).toEqual([
    ['The first day', 'Page · Onboarding'],
    ['Day one', 'Idea · Testers'],
    ['A-1 Days', 'Playbook · Testers'],
  ]);
});
