import { expect, test } from '@jest/globals';
import { filterInput, isNarrowed, orderOf, readLog, WHOLE_LOG, writeLog } from './log-filter';

const read = (search: string) => readLog(new URLSearchParams(search));

test('every part of the filter lives in the address, and comes back from it', () => {
  const address =
    'text=weekly+releases&states=ACCEPTED%2CVETOED&kinds=PROCESS&scopeId=area-1&within=1&decisionAreaId=da-1' +
    '&personId=person-2&from=2026-01-01&endsBefore=2026-04-01&touchesId=impediment-7&touchesKey=PAY-12' +
    '&waitsForMe=1&revisitDue=1&order=OLDEST';
  expect(writeLog(read(address)).toString()).toBe(address);
  expect(filterInput(read(address).filter)).toEqual({
    text: 'weekly releases',
    states: ['ACCEPTED', 'VETOED'],
    kinds: ['PROCESS'],
    scopeId: 'area-1',
    within: true,
    decisionAreaId: 'da-1',
    personId: 'person-2',
    from: '2026-01-01',
    endsBefore: '2026-04-01',
    touchesId: 'impediment-7',
    touchesKey: 'PAY-12',
    waitsForMe: true,
    revisitDue: true,
  });
});

test('what no release knows is left out: states, days, orders', () => {
  const view = read('states=DREAMT,ACCEPTED&kinds=&from=2026-02-31&endsBefore=soon&order=LOUDEST&within=1');
  expect(view).toEqual({ filter: { ...WHOLE_LOG, states: ['ACCEPTED'], within: true }, order: null });
  expect(filterInput(view.filter)).toEqual({ states: ['ACCEPTED'] });
  expect(writeLog(view).toString()).toBe('states=ACCEPTED');
  expect(isNarrowed(read('').filter)).toBe(false);
});

test('words are ordered by how well they fit, the rest by day, unless somebody says otherwise', () => {
  expect(orderOf(read(''))).toBe('NEWEST');
  expect(orderOf(read('text=release'))).toBe('RELEVANCE');
  expect(orderOf(read('text=release&order=OLDEST'))).toBe('OLDEST');
  expect(orderOf(read('order=RELEVANCE'))).toBe('NEWEST');
  expect(orderOf(read('revisitDue=1'))).toBe('REVISIT');
});
