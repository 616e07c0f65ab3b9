import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cycleThrough, type DependencyArrow } from './dependency-cycle.js';

/** `a>b` reads: a needs b. */
const arrows = (...written: string[]): DependencyArrow[] =>
  written.map((text) => ({ consumerId: text.slice(0, 1), providerId: text.slice(2) }));

const added = (written: string): DependencyArrow => arrows(written)[0] ?? { consumerId: '', providerId: '' };

describe('a circle of dependencies', () => {
  it.each<[string, string[], string, string | null]>([
    ['nothing else', [], 'a>b', null],
    ['itself', [], 'a>a', 'a a'],
    ['there and back', ['b>a'], 'a>b', 'a b a'],
    ['over others', ['b>c', 'c>d', 'd>a'], 'a>b', 'a b c d a'],
    ['the shortest of two ways', ['b>c', 'c>d', 'd>a', 'b>d'], 'a>b', 'a b d a'],
    ['the same way twice', ['a>b', 'b>c'], 'a>c', null],
    ['a circle of others, which is not this one', ['c>d', 'd>c', 'b>c'], 'a>b', null],
    ['who needs both', ['a>b', 'a>c', 'c>b'], 'a>b', null],
  ])('%s', (_, open, one, circle) => {
    expect(cycleThrough(arrows(...open), added(one))?.join(' ') ?? null).toBe(circle);
  });

  const item = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const arrow = fc.record({ consumerId: item, providerId: item });

  it('what is only added where none is closed never has one: everything can be worked off in some order', () => {
    fc.assert(
      fc.property(fc.array(arrow, { maxLength: 30 }), (asked) => {
        const open: DependencyArrow[] = [];
        for (const one of asked) if (cycleThrough(open, one) === null) open.push(one);
        // By taking away, again and again, what needs nothing that is left.
        let left = new Set(open.flatMap(({ consumerId, providerId }) => [consumerId, providerId]));
        for (let before = -1; before !== left.size;) {
          before = left.size;
          const needing = new Set(open.filter(({ providerId }) => left.has(providerId)).map((it) => it.consumerId));
          left = new Set([...left].filter((id) => needing.has(id)));
        }
        expect([...left]).toEqual([]);
      }),
    );
  });

  it('what is named is a way along arrows that are there, back to where it began', () => {
    fc.assert(
      fc.property(fc.array(arrow, { maxLength: 30 }), arrow, (open, one) => {
        const circle = cycleThrough(open, one);
        if (circle === null) return;
        expect(circle.at(0)).toBe(one.consumerId);
        expect(circle.at(1)).toBe(one.providerId);
        expect(circle.at(-1)).toBe(one.consumerId);
        expect(new Set(circle).size).toBe(circle.length - 1);
        for (const [index, id] of circle.entries()) {
          const next = circle[index + 1];
          if (index === 0 || next === undefined) continue;
          expect(open).toContainEqual({ consumerId: id, providerId: next });
        }
      }),
    );
  });
});
