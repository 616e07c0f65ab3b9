import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { flatPng } from './flat-png.js';

const HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const chunk = (type: string, content: Buffer): Buffer => {
  const [length, check, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), content])];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
const image = (width: number, colour: number, rows: readonly (readonly number[])[]): Buffer => {
  const head = Buffer.from([0, 0, 0, width, 0, 0, 0, rows.length, 8, colour, 0, 0, 0]);
  return Buffer.concat([
    HEAD,
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('Author\0Ana')),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const ROW = { width: 2, height: 1 };
const pixels = (png: Buffer | null): number[] => {
  const at = (png ?? Buffer.alloc(0)).indexOf('IDAT');
  return [...inflateSync((png ?? Buffer.alloc(0)).subarray(at + 4))];
};

it('lays what shines through on white, whatever filter a row has', async () => {
  // Two pixels a row: red, and a black one of which half is seen. Each row says the same by another filter.
  const rows = [
    [0, 255, 0, 0, 255, 0, 0, 0, 128],
    [1, 255, 0, 0, 255, 1, 0, 0, 129],
    [2, 0, 0, 0, 0, 0, 0, 0, 0],
    [3, 128, 0, 0, 128, 129, 0, 0, 193],
    [4, 0, 0, 0, 0, 0, 0, 0, 0],
  ];
  const flat = await flatPng(image(2, 6, rows), { width: 2, height: 5 });
  expect(flat?.[25]).toBe(2);
  expect(flat?.includes('tEXt')).toBe(false);
  expect(pixels(flat)).toEqual(rows.flatMap(() => [0, 255, 0, 0, 127, 127, 127]));
});

it('takes one that hides nothing as it is, and none that is damaged', async () => {
  const grey = image(2, 0, [[0, 10, 20]]);
  expect(pixels(await flatPng(grey, ROW))).toEqual([0, 10, 20]);
  expect(await flatPng(image(2, 6, [[5, 0, 0, 0, 0, 0, 0, 0, 0]]), ROW)).toBeNull();
  expect(await flatPng(image(2, 6, [[0, 1]]), ROW)).toBeNull();
  expect(await flatPng(Buffer.from('no picture'), ROW)).toBeNull();
});

it('takes none that says another size than it is known to have, or two of them', async () => {
  const small = image(2, 6, [[0, 0, 0, 0, 0, 0, 0, 0, 0]]);
  expect(await flatPng(small, ROW)).not.toBeNull();
  expect(await flatPng(small, { width: 4000, height: 4000 })).toBeNull();
  const [head, rest] = [small.subarray(0, 33), small.subarray(33)];
  const forged = Buffer.concat([head, chunk('IHDR', Buffer.from([0, 0, 19, 136, 0, 0, 19, 136, 8, 6, 0, 0, 0])), rest]);
  expect(await flatPng(forged, ROW)).toBeNull();
  expect(await flatPng(forged, { width: 5000, height: 5000 })).toBeNull();
  expect(await flatPng(Buffer.concat([HEAD, chunk('tEXt', Buffer.from('x')), small.subarray(8)]), ROW)).toBeNull();
  const huge = Buffer.concat([HEAD, chunk('IHDR', Buffer.from([0, 0, 19, 136, 0, 0, 19, 136, 8, 6, 0, 0, 0])), rest]);
  expect(await flatPng(huge, { width: 5000, height: 5000 })).toBeNull();
});
