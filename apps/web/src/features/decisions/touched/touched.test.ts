import { expect, test } from '@jest/globals';
import { typedThings } from './touched';

test.each([
  ['PAY-12', ['ITEM PAY-12']],
  [' pay-12 ', ['ITEM PAY-12']],
  ['IMP-555', []],
  ['imp-5', []],
  ['D-7', []],
  ['https://harbour.example/x-1', ['URL https://harbour.example/x-1']],
  ['No queue at the gate', ['GOAL No queue at the gate']],
  ['COVID-19 is over', ['GOAL COVID-19 is over']],
  ['  ', []],
])('%s may mean %j', (typed, meant) => {
  expect(typedThings(typed).map(({ kind, title }) => `${kind} ${title}`)).toEqual(meant);
});
