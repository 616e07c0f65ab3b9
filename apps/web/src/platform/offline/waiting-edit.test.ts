import { expect, test } from '@jest/globals';
import { isWaitingEdit, labelOf, OwnVersions, wordsIn } from './waiting-edit';

test.each([
  ['StartImpediment', 'IMP-4', 'Start IMP-4'],
  ['CommentOnImpediment', 'IMP-4', 'Comment on IMP-4'],
  ['RaiseImpediment', '“No test data”', 'Raise “No test data”'],
  ['SaveView', null, 'Save view'],
])('%s of %s reads "%s"', (operation, subject, words) => {
  expect(labelOf(operation, subject)).toBe(words);
});

test('the words that somebody wrote are found wherever they are in the variables', () => {
  expect(
    wordsIn({ id: 'Impediment_1', body: 'Still there.', input: { title: 'No data', category: 'TOOLING' } }),
  ).toEqual(['Still there.', 'No data']);
});

test('an own edit moves the version for the next, somebody else’s does not', () => {
  const versions = new OwnVersions();
  versions.learn({ id: 'a', version: 3 }, { impediment: { id: 'a', version: 4 } });
  expect(versions.fit({ id: 'a', version: 3 })).toEqual({ id: 'a', version: 4 });
  expect(versions.fit({ id: 'a', version: 2 })).toEqual({ id: 'a', version: 2 });
  expect(versions.fit({ id: 'b', version: 3 })).toEqual({ id: 'b', version: 3 });
  versions.learn({ id: 'a', version: 4 }, { impediment: { id: 'a', version: 5 } });
  expect(versions.fit({ id: 'a', version: 3 })).toEqual({ id: 'a', version: 5 });
});

test('what an older version left on the disk is not taken for an edit', () => {
  expect(isWaitingEdit({ key: 'k' })).toBe(false);
  expect(isWaitingEdit(null)).toBe(false);
});
