import { expect, test } from '@jest/globals';
import { readRule, writeRule } from '@chapterhouse/domain/cadences/rule-text';
import fc from 'fast-check';
import { followDay, type RuleForm, ruleFormOf, ruleProblem, ruleText, usualRuleForm } from './rule-form';

const start = { startsAt: '2026-02-10T09:30', timeZone: 'Europe/Lisbon' };

test.each([
  ['FREQ=DAILY', { repeat: 'DAY', every: '1' }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', { repeat: 'WEEK', every: '2', days: ['TU', 'TH'] }],
  ['FREQ=WEEKLY', { repeat: 'WEEK', days: ['TU'] }],
  ['FREQ=MONTHLY;BYDAY=-1FR', { repeat: 'MONTH', monthBy: 'WEEKDAY', nth: '-1', weekday: 'FR' }],
  ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', { repeat: 'MONTH', every: '3', monthBy: 'DAY', monthDay: '-1' }],
  ['FREQ=WEEKLY;COUNT=6;BYDAY=MO', { ends: 'AFTER', count: '6' }],
  ['FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO', { ends: 'ON', until: '2026-12-31' }],
  // What the fields cannot say stays as it is.
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', { repeat: 'RAW' }],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=2TU', { repeat: 'RAW' }],
  ['FREQ=MONTHLY;BYMONTHDAY=-2', { repeat: 'RAW' }],
  [null, { repeat: 'ONCE' }],
] as const)('%s as fields', (text, fields) => {
  expect(ruleFormOf(text, start)).toMatchObject(fields);
});

test('a rule that goes through the fields means the same afterwards', () => {
  const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const days = fc.uniqueArray(weekday, { minLength: 1 });
  const rules = fc.oneof(
    fc.constant('FREQ=DAILY'),
    days.map((list) => `FREQ=WEEKLY;BYDAY=${list.join()}`),
    fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1), weekday).map(([nth, day]) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
    fc.integer({ min: -1, max: 31 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day === 0 ? 1 : day}`),
    fc
      .tuple(days, fc.integer({ min: 1, max: 5 }))
      .map(([list, at]) => `FREQ=MONTHLY;BYDAY=${list.join()};BYSETPOS=${at}`),
  );
  const ends = fc.constantFrom('', ';COUNT=7', ';UNTIL=20270131');
  fc.assert(
    fc.property(rules, fc.integer({ min: 1, max: 9 }), ends, (rule, interval, end) => {
      const { rule: read } = readRule(`${rule};INTERVAL=${interval}${end}`, start);
      if (!read) throw new Error('These are rules.');
      const text = writeRule(read);
      const again = readRule(ruleText(ruleFormOf(text, start)) ?? '', start).rule;
      expect(again && writeRule(again)).toBe(text);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('whoever moves the first day to another weekday means that weekday, unless there were several', () => {
  const tuesdays = usualRuleForm('2026-02-10');
  expect(followDay(tuesdays, '2026-02-10', '2026-02-11')).toMatchObject({ days: ['WE'], nth: '2', weekday: 'WE' });
  const working: RuleForm = { ...tuesdays, days: ['MO', 'TU', 'WE', 'TH', 'FR'] };
  expect(followDay(working, '2026-02-10', '2026-02-14').days).toEqual(working.days);
});

test('what is not complete says what to do', () => {
  const usual = usualRuleForm('2026-02-10');
  expect(ruleProblem(usual, start)).toBeNull();
  expect(ruleProblem({ ...usual, days: [] }, start)).toBe('Choose at least one day of the week.');
  expect(ruleProblem({ ...usual, ends: 'ON' }, start)).toBe('Give the last day.');
  expect(ruleProblem({ ...usual, every: '0' }, start)).toMatch(/^Give INTERVAL/);
  expect(ruleProblem({ ...usual, repeat: 'RAW', raw: 'FREQ=HOURLY' }, start)).toMatch(/at most once a day/);
});
