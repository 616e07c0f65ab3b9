import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CountedView,
  countedAddress,
  GROUPS,
  monthsOf,
  NUMBERS,
  type NumbersView,
  readCountedView,
  readNumbersView,
  WINDOWS,
  windowOf,
  writeNumbersView,
} from './numbers-view';

const id = fc.constantFrom('', 'Area_1', 'a&b=c');

test('the address says the view, and nothing where all is as usual', () => {
  const views: fc.Arbitrary<NumbersView> = fc.record({
    months: fc.constantFrom(...WINDOWS),
    by: fc.constantFrom(...GROUPS),
    area: id,
    team: id,
    source: id,
    look: fc.constantFrom('chart', 'table'),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(readNumbersView(new URLSearchParams(writeNumbersView(view).toString()))).toEqual(view);
    }),
  );
  const usual = readNumbersView(new URLSearchParams('months=7&by=planet&look=upside-down'));
  expect(usual).toEqual(readNumbersView(new URLSearchParams()));
  expect(writeNumbersView(usual).toString()).toBe('');
});

test('a window has whole months, this one too, and those before it are as many', () => {
  expect(windowOf('2026-05-31', 6)).toEqual({ from: '2025-12-01', endsBefore: '2026-06-01', beforeFrom: '2025-06-01' });
  expect(monthsOf(windowOf('2026-01-15', 3))).toEqual(['2025-11', '2025-12', '2026-01']);
});

test('the address of a list says what it counts; what is none says nothing', () => {
  const views: fc.Arbitrary<CountedView> = fc.record({
    number: fc.constantFrom(...NUMBERS),
    from: fc.constant('2026-01-01'),
    endsBefore: fc.constant('2026-03-01'),
    level: fc.option(fc.integer({ min: 1, max: 3 })),
    area: id,
    team: id,
    source: fc.oneof(id, fc.constant('none')),
    counted: fc.boolean(),
  });
  fc.assert(
    fc.property(views, (view) => {
      const { pathname, searchParams } = new URL(countedAddress(view), 'https://example.org');
      expect([pathname, readCountedView(searchParams)]).toEqual(['/impediments/numbers/list', view]);
    }),
  );
  for (const text of [
    '',
    'number=X&from=2026-01-01&endsBefore=2026-02-01',
    'number=OVERDUE&from=2026-02-30&endsBefore=x',
  ])
    expect(readCountedView(new URLSearchParams(text))).toBeNull();
});
