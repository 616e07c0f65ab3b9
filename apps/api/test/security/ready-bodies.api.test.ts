import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../impediment-story.js';
import { TestApp } from '../test-app.js';

/** Answers that are kept go out as bytes, compressed once. */
let app: TestApp;
let story: ImpedimentStory;
const KEPT = '{ impedimentBoard { impediments { id title viewerCan } } }';

beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  await story.raise('A crane of the quay “Süd”');
});
afterAll(() => app.stop());

test('compressed once, and the same for every way of asking', async () => {
  const ask = (headers: Record<string, string>) =>
    app.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', cookie: `chapterhouse=${story.dev.cookie}`, ...headers },
      payload: { query: KEPT },
    });
  const plain = await ask({});
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers['content-length']).toBe(String(plain.rawPayload.length));
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0', undefined],
    ['zstd', undefined],
  ] as const) {
    const reply = await ask({ 'accept-encoding': accepted });
    expect(reply.headers['content-encoding']).toBe(encoding);
    expect(String(reply.headers['vary']).toLowerCase()).toContain('accept-encoding');
    expect(reply.headers['content-type']).toBe(plain.headers['content-type']);
    expect(unpacked(reply.rawPayload, encoding)).toBe(plain.body);
  }
});

function unpacked(bytes: Buffer, encoding: 'br' | 'gzip' | undefined): string {
  if (encoding === undefined) return bytes.toString();
  return (encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
}
