import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { TookTooLong, withinTime } from './drawing-time';

const measure = jest.fn(() => new DOMRect());

beforeEach(() => {
  // jsdom draws nothing and has no measures.
  const kinds = globalThis as { SVGGraphicsElement?: unknown; SVGTextContentElement?: unknown };
  kinds.SVGGraphicsElement ??= SVGElement;
  kinds.SVGTextContentElement ??= SVGElement;
  Object.assign(SVGGraphicsElement.prototype, { getBBox: measure });
  Object.assign(SVGTextContentElement.prototype, { getComputedTextLength: () => 1 });
});
afterEach(() => void jest.restoreAllMocks());

const shape = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg');

test('what is drawn in time is drawn, and measures are as before', async () => {
  expect(
    await withinTime(1_000, () => {
      shape().getBBox();
      return Promise.resolve('drawn');
    }),
  ).toBe('drawn');
  expect(SVGGraphicsElement.prototype.getBBox).toBe(measure);
});

test('is stopped at the first measure that is taken too late, and takes away what was put into the page', async () => {
  const now = jest.spyOn(performance, 'now').mockReturnValue(0);
  let measured = 0;
  const drawing = withinTime(1_000, async () => {
    const drawn = shape();
    document.body.append(drawn);
    for (let step = 0; step < 10; step += 1) {
      now.mockReturnValue(step * 300);
      drawn.getBBox();
      measured += 1;
    }
    return Promise.resolve('drawn');
  });
  await expect(drawing).rejects.toBeInstanceOf(TookTooLong);
  expect(measured).toBe(4);
  expect(document.body.querySelector('svg')).toBeNull();
  expect(SVGGraphicsElement.prototype.getBBox).toBe(measure);
});

test('what never ends is given up', async () => {
  await expect(withinTime(10, () => new Promise(() => {}))).rejects.toBeInstanceOf(TookTooLong);
});

test('another failure stays what it is', async () => {
  await expect(withinTime(1_000, () => Promise.reject(new Error('Parse error')))).rejects.toThrow('Parse error');
});
