import { Blob as NodeBlob } from 'node:buffer';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { zipOf } from './zip-of';

// The one of the tests' browser cannot be read.
const browser = globalThis.Blob;
beforeAll(() => void Object.assign(globalThis, { Blob: NodeBlob }));
afterAll(() => void Object.assign(globalThis, { Blob: browser }));

test('a zip holds its files as they are, each with its place and its sum', async () => {
  const files = [
    { path: 'docs/a.md', content: new Blob(['123456789']) },
    { path: 'docs/bücher.txt', content: new Blob([]) },
  ];
  const zip = await zipOf(files);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  expect(view.getUint16(end + 10, true)).toBe(2);
  let at = view.getUint32(end + 16, true);
  for (const { path, content } of files) {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const length = view.getUint16(at + 28, true);
    expect(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))).toBe(path);
    const offset = view.getUint32(at + 42, true);
    expect(view.getUint32(offset, true)).toBe(0x04034b50);
    const start = offset + 30 + view.getUint16(offset + 26, true);
    expect(view.getUint32(at + 24, true)).toBe(content.size);
    expect(new TextDecoder().decode(bytes.subarray(start, start + content.size))).toBe(await content.text());
    at += 46 + length;
  }
  // The sum that everybody checks theirs with.
  expect(view.getUint32(view.getUint32(end + 16, true) + 16, true)).toBe(0xcbf43926);
});
