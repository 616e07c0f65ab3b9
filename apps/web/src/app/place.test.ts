import { expect, test } from '@jest/globals';
import { openPlace } from './place';

const place = (to: string) => ({ to, label: to, icon: null });
const groups = [
  { heading: 'a', places: [place('/impediments'), place('/impediments/history')] },
  { heading: 'b', places: [place('/people'), { ...place('/communities'), alsoAt: ['/ideas'] }] },
];

test.each([
  ['/impediments', '/impediments'],
  ['/impediments/IMP-1', '/impediments'],
  ['/impediments/IMP-1/page', '/impediments'],
  ['/impediments/history', '/impediments/history'],
  ['/people/Person_1', '/people'],
  ['/communities/Community_1', '/communities'],
  ['/ideas/Idea_1', '/communities'],
  ['/peoples', undefined],
  ['/profile', undefined],
])('%s belongs to %s', (pathname, to) => {
  expect(openPlace(groups, pathname)?.to).toBe(to);
});
