import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { imageFacts } from './image-facts.js';

const bytes = (...parts: (number[] | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));
const u16 = (value: number): number[] => [value >> 8, value & 255];
const u16le = (value: number): number[] => u16(value).toReversed();

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (width: number, height: number) =>
  bytes(PNG, [0, 0, 0, 13], 'IHDR', [0, 0], u16(width), [0, 0], u16(height));
/** A thumbnail of 8 x 8 in an EXIF segment, fill bytes, then the frame. */
const jpeg = (width: number, height: number, frame = 0xc2) => {
  const thumbnail = [0xff, 0xd8, 0xff, 0xc0, ...u16(17), 8, ...u16(8), ...u16(8)];
  const exif = [0xff, 0xe1, ...u16(2 + thumbnail.length), ...thumbnail];
  return bytes([0xff, 0xd8], exif, [0xff, 0xff, 0xff, frame], u16(17), [8], u16(height), u16(width), [3]);
};
const gif = (screen: number[], ...frames: number[][]) =>
  bytes(
    'GIF89a',
    screen.flatMap(u16le),
    [0x80, 0, 0, 1, 1, 1, 2, 2, 2],
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    ...frames.map((frame) => [0x2c, ...frame.flatMap(u16le), 0x80, 1, 1, 1, 2, 2, 2, 2, 2, 0x4c, 1, 0]),
    [0x3b],
  );
const webp = (chunk: string, ...rest: number[][]) => bytes('RIFF', [0, 0, 0, 0], 'WEBP', chunk, [0, 0, 0, 0], ...rest);

describe('an image by its own bytes', () => {
  it.each([
    ['PNG', png(640, 480), { type: 'image/png', width: 640, height: 480 }],
    ['progressive JPEG', jpeg(4000, 3000), { type: 'image/jpeg', width: 4000, height: 3000 }],
    ['baseline JPEG', jpeg(65_535, 1, 0xc0), { type: 'image/jpeg', width: 65_535, height: 1 }],
    ['GIF', gif([20, 10], [0, 0, 20, 10]), { type: 'image/gif', width: 20, height: 10 }],
    [
      'GIF with a frame beyond its screen',
      gif([1, 1], [0, 0, 1, 1], [5, 6, 60_000, 50_000]),
      { type: 'image/gif', width: 60_005, height: 50_006 },
    ],
    [
      'lossy WebP',
      webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a], u16le(550), u16le(0x4000 + 368)),
      { type: 'image/webp', width: 550, height: 368 },
    ],
    ['lossless WebP', webp('VP8L', [0x2f, 0x85, 0xc0, 0x18, 0x00]), { type: 'image/webp', width: 134, height: 100 }],
    [
      'extended WebP',
      webp('VP8X', [0, 0, 0, 0], [0xff, 0xff, 0x00], [0x0f, 0x27, 0x00]),
      { type: 'image/webp', width: 65_536, height: 10_000 },
    ],
  ])('%s', (_what, file, facts) => {
    expect(imageFacts(file)).toEqual(facts);
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HTML after a byte order mark', '\u00ef\u00bb\u00bf<html>'],
    ['script', 'alert(1)'],
    ['BMP', 'BM\0\0\0\0'],
    ['AVIF', '\0\0\0\x20ftypavif'],
    ['PDF', '%PDF-1.7'],
    ['TIFF', 'II*\0'],
    ['icon', '\0\0\x01\0'],
    ['a sound in the same container as WebP', 'RIFF\0\0\0\0WAVE'],
    ['a PNG that begins later', ' \u0089PNG\r\n\x1a\n'],
    ['nothing', ''],
  ])('%s is none', (_what, text) => {
    expect(imageFacts(bytes(text))).toBeNull();
  });

  it.each([
    ['a PNG that is only its beginning', bytes(PNG)],
    ['a PNG whose first chunk is another', bytes(PNG, [0, 0, 0, 13], 'tEXt', [0, 0, 0, 9, 0, 0, 0, 9])],
    ['a JPEG that ends before its frame', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0])],
    ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0])],
    ['a GIF without a frame', bytes('GIF89a', u16le(10), u16le(10), [0, 0, 0, 0x3b])],
    ['a WebP of no known part', webp('ALPH', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])],
  ])('%s has no size', (_what, file) => {
    expect(imageFacts(file)).toMatchObject({ width: 0, height: 0 });
  });

  it('reads a view into larger memory', () => {
    const inside = new Uint8Array([1, 2, 3, ...png(3, 4)]).subarray(3);
    expect(imageFacts(inside)).toEqual({ type: 'image/png', width: 3, height: 4 });
  });

  it('never fails, never loops, whatever follows a beginning or is cut off', () => {
    const beginnings = [png(9, 9), jpeg(9, 9), gif([9, 9], [0, 0, 9, 9]), webp('VP8X'), webp('VP8 '), webp('VP8L')];
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.nat(60), fc.uint8Array({ maxLength: 300 }), (start, cut, rest) => {
        const facts = imageFacts(Uint8Array.from([...start.slice(0, cut), ...rest]));
        expect(facts === null || (facts.width >= 0 && facts.height >= 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
