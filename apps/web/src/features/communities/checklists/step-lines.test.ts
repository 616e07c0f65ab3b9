import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linesOfSteps, moved, settled, shifted, type Step, stepsOfLines, stepsOfText } from './step-lines';

const of = (drawn: string): Step[] =>
  drawn.split(' ').map((word) => {
    const depth = /^\.*/u.exec(word)?.[0].length ?? 0;
    return { id: word.slice(depth), text: word.slice(depth), hint: '', depth };
  });
const drawn = (steps: readonly Step[]) => steps.map(({ text, depth }) => '.'.repeat(depth) + text).join(' ');

describe('order and depth', () => {
  test('a step moves with its parts, among those of its depth', () => {
    expect(drawn(moved(of('a .b .c d .e'), 0, 1))).toBe('d .e a .b .c');
    expect(drawn(moved(of('a .b .c d .e'), 3, -1))).toBe('d .e a .b .c');
    expect(drawn(moved(of('a .b .c d'), 2, -1))).toBe('a .c .b d');
    // Out of the step that it is a part of it does not go.
    expect(drawn(moved(of('a .b d'), 1, 1))).toBe('a .b d');
    expect(drawn(moved(of('a .b d'), 1, -1))).toBe('a .b d');
  });

  test('a step becomes a part of the one above, with its parts, and no deeper', () => {
    expect(drawn(shifted(of('a b .c'), 1, 1))).toBe('a .b ..c');
    expect(drawn(shifted(of('a .b'), 1, 1))).toBe('a .b');
    expect(drawn(shifted(of('a'), 0, 1))).toBe('a');
    expect(drawn(shifted(of('a .b ..c'), 1, -1))).toBe('a b .c');
  });

  test('whatever is done, no step is more than one deeper than the one before', () => {
    const step = fc.record({ depth: fc.nat(7), text: fc.string({ maxLength: 3 }) });
    const action = fc.record({ at: fc.nat(9), what: fc.constantFrom('up', 'down', 'in', 'out') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.array(action, { maxLength: 12 }), (given, actions) => {
        let steps = settled(given.map((one, index) => ({ ...one, id: String(index), hint: '' })));
        for (const { at, what } of actions) {
          if (at >= steps.length) continue;
          if (what === 'up' || what === 'down') steps = moved(steps, at, what === 'up' ? -1 : 1);
          else steps = shifted(steps, at, what === 'in' ? 1 : -1);
        }
        expect(steps.map(({ id }) => id).toSorted()).toEqual(given.map((_, index) => String(index)).toSorted());
        expect(steps).toEqual(settled(steps));
      }),
    );
  });
});

test('a pasted list becomes steps, as deep as it is indented', () => {
  let number = 0;
  const steps = stepsOfText('1. Tell\n   - [ ] the master\n   - [x] the crew\n\n2) Switch', () =>
    String((number += 1)),
  );
  expect(drawn(steps)).toBe('Tell .the master .the crew Switch');
});

test('what is kept as lines is read back as it was; what is no step is left out', () => {
  const steps = of('a .b').map((step) => ({ ...step, hint: 'one\ntwo "three"' }));
  expect(stepsOfLines(linesOfSteps(steps))).toEqual(steps);
  expect(stepsOfLines('<<<<<<< mine\n[1]\n{}')).toEqual([]);
});
