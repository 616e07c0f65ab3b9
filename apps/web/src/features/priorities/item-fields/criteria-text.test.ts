import { expect, test } from '@jest/globals';
import { criteriaOf, criteriaText } from './criteria-text';

test.each([
  [[], ''],
  [['A receipt is sent'], 'A receipt is sent'],
  [['A receipt is sent', 'In the language of the customer'], 'A receipt is sent\nIn the language of the customer'],
  [
    ['Given a cart\nwhen it is paid\nthen a receipt is sent', 'Twice'],
    'Given a cart\nwhen it is paid\nthen a receipt is sent\n\nTwice',
  ],
])('%j is %j, and back', (criteria, text) => {
  expect(criteriaText(criteria)).toBe(text);
  expect(criteriaOf(text)).toEqual(criteria);
});

test('a pasted list loses its bullets and its empty lines', () => {
  expect(criteriaOf('- one\n* two\n3. three\n- [x] four\n• five')).toEqual(['one', 'two', 'three', 'four', 'five']);
  expect(criteriaOf('\n one \n\n two\n')).toEqual(['one', 'two']);
  expect(criteriaOf('-5 degrees are stored')).toEqual(['-5 degrees are stored']);
});
