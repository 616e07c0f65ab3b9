import { describe, expect, it } from '@jest/globals';
import { checklistText, readChecklistText, withKnownIds } from './checklist-text.js';
import type { ChecklistStep } from './version-content.js';

const step = (id: string, text: string, depth = 0, hint = ''): ChecklistStep => ({ id, text, depth, hint });

describe('a checklist as text', () => {
  it('comes back as it was, with hints that look like steps', () => {
    const steps = [
      step('a', 'Call [the] owner - [ ] of it'),
      step('b', 'Say what is broken', 1, 'In a sentence:\n\n- one\n- [ ] no step\n\\- [x] neither\n    indented'),
      step('c', 'Close'),
    ];
    const text = checklistText(steps);
    expect(readChecklistText(text)).toEqual({
      steps: steps.map(({ text: words, hint, depth }) => ({ text: words, hint, depth })),
      strayLines: [],
    });
    expect(checklistText(readChecklistText(text).steps)).toBe(text);
  });

  it('is read as people write it', () => {
    expect(readChecklistText('\n- [x] One \r\n\t- [ ] Two\n   a hint\n\n- [ ]')).toEqual({
      steps: [
        { text: 'One', depth: 0, hint: '' },
        { text: 'Two', depth: 1, hint: 'a hint' },
        { text: '', depth: 0, hint: '' },
      ],
      strayLines: [],
    });
    expect(readChecklistText('Begin\n\n- [ ] One')).toMatchObject({ strayLines: [1] });
  });
});

describe('the steps of a text', () => {
  const known = [step('a', 'One'), step('b', 'Two'), step('c', 'Three')];
  const idsOf = (...texts: string[]): string[] => {
    let count = 0;
    return withKnownIds(
      texts.map((text) => ({ text, hint: '', depth: 0 })),
      known,
      () => `new${(count += 1)}`,
    ).map(({ id }) => id);
  };

  it.each([
    [['One', 'Two', 'Three'], 'a b c'],
    [['One', 'Zwei', 'Three'], 'a b c'],
    [['Zero', 'One', 'Two', 'Three'], 'new1 a b c'],
    [['One', 'Two', 'Three', 'Four'], 'a b c new1'],
    [['Three', 'One'], 'c a'],
    [['Uno', 'Due', 'Tre'], 'a b c'],
    [['One', 'One'], 'a b'],
  ])('%j are %s', (texts, ids) => {
    expect(idsOf(...texts).join(' ')).toBe(ids);
  });
});

/** It took hours, of a text that is as long as a request may be. */
it('a hint with a million spaces in it is read in a moment', () => {
  const began = performance.now();
  const { steps } = readChecklistText(`- [ ] a\n  b${' '.repeat(1_000_000)}c`);
  expect(steps[0]?.hint).toMatch(/^b {5}/u);
  expect(performance.now() - began).toBeLessThan(20_000);
});
