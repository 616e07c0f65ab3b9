import { expect, it } from '@jest/globals';
import { offeredOptions } from './template-options.js';

it('offers an option for each heading, with what stands below', () => {
  expect(offeredOptions('Choose:\n### One queue\nFor all.\n\n- good\n### Two queues ###\n')).toEqual([
    { title: 'One queue', description: 'For all.\n\n- good' },
    { title: 'Two queues', description: '' },
  ]);
});

it('offers one for each item where there are no headings', () => {
  expect(offeredOptions('- Build it\n  ourselves\n2. Buy it')).toEqual([
    { title: 'Build it', description: 'ourselves' },
    { title: 'Buy it', description: '' },
  ]);
  expect(offeredOptions('Think of three.')).toEqual([]);
});

it.each([`### a${' '.repeat(200_000)}x`, `### a${' #'.repeat(100_000)}`, `- ${' '.repeat(200_000)}\u00A0`])(
  'is done soon with a long line',
  (text) => {
    const began = performance.now();
    offeredOptions(text);
    expect(performance.now() - began).toBeLessThan(20_000);
  },
);
