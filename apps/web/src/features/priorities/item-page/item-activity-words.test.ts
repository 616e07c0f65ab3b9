import { expect, test } from '@jest/globals';
import { itemActivityWords } from './item-activity-words';

test.each([
  ['item.created', [], 'wrote it'],
  ['item.finished', [{ field: 'state', from: 'IN_PROGRESS', to: 'DONE' }], 'finished it'],
  ['item.edited', [{ field: 'points', from: '3', to: '5' }], 'changed the size from 3 to 5'],
  [
    'item.edited',
    [
      { field: 'points', from: null, to: '5' },
      { field: 'kind', from: 'VALUE', to: 'DEBT' },
    ],
    'changed the size to 5 and the kind from value to debt',
  ],
  ['item.edited', [{ field: 'points', from: '5', to: null }], 'changed the size from 5 to none'],
  [
    'item.edited',
    [
      { field: 'description', from: 'Long', to: 'Longer' },
      { field: 'title', from: 'A', to: 'B' },
    ],
    'changed the description and the title',
  ],
  ['item.bulk-edited', [{ field: 'areaId', from: 'x', to: 'y' }], 'changed the area, together with others'],
  ['item.edited', 'nonsense', 'edited it'],
  ['item.edited', [{ field: 'constructor' }, null, 7], 'edited it'],
  ['something.new', [], 'changed it'],
  ['constructor', [], 'changed it'],
])('%s %j reads: %s', (event, changes, words) => {
  expect(itemActivityWords({ event, changes })).toBe(words);
});
