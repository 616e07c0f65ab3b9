import { expect, test } from '@jest/globals';
import { filterInput, isNarrowed, isTree, readBacklog, sortedBy, WHOLE_BACKLOG, writeBacklog } from './backlog-filter';

const read = (search: string) => readBacklog(new URLSearchParams(search));

test('every part of the view lives in the address, and comes back from it', () => {
  const address =
    'product=p-1&view=list&text=invoice&tiers=EPIC%2CFEATURE&kinds=DEBT&states=READY&areas=area-1%2Cnone&teams=team-1' +
    '&goals=none&people=person-2&ready=1&blocked=0&estimated=1&sort=WSJF&desc=1';
  expect(writeBacklog(read(address), 'p-1').toString()).toBe(address);
  expect(filterInput(read(address).filter)).toEqual({
    text: 'invoice',
    tiers: ['EPIC', 'FEATURE'],
    kinds: ['DEBT'],
    states: ['READY'],
    areaIds: ['area-1', 'none'],
    teamIds: ['team-1'],
    goalIds: ['none'],
    assigneeIds: ['person-2'],
    ready: true,
    blocked: false,
    estimated: true,
  });
});

test('what no release knows is left out', () => {
  const view = read('view=pie&tiers=STORY,TASK&states=&ready=maybe&sort=LOUDEST&blocked=2');
  expect(view).toEqual({
    screen: 'tree',
    filter: { ...WHOLE_BACKLOG, tiers: ['TASK'] },
    sort: 'ORDER',
    descending: false,
  });
  expect(writeBacklog(view, null).toString()).toBe('tiers=TASK');
  expect(isNarrowed(read('').filter)).toBe(false);
});

test('what is looked for is found at any depth: it is no tree then', () => {
  expect(isTree(read(''))).toBe(true);
  expect(isTree(read('states=DONE,DROPPED'))).toBe(true);
  expect(isTree(read('text=invoice'))).toBe(false);
  expect(isTree(read('ready=0'))).toBe(false);
  expect(isTree(read('sort=KEY'))).toBe(false);
  expect(isTree(read('view=list'))).toBe(false);
});

test('a column that is pressed again turns round; of numbers the most comes first', () => {
  expect(sortedBy(read(''), 'TITLE')).toEqual({ sort: 'TITLE', descending: false });
  expect(sortedBy(read(''), 'WSJF')).toEqual({ sort: 'WSJF', descending: true });
  expect(sortedBy(read('sort=WSJF&desc=1'), 'WSJF')).toEqual({ sort: 'WSJF', descending: false });
});
