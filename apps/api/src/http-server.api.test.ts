import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TestApp } from '../test/test-app.js';
import { testSettings } from '../test/test-settings.js';
import { createHttpServer, withoutSecret } from './http-server.js';

let house: TestApp;
let app: NestFastifyApplication;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chapterhouse-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Chapterhouse</title>');
  await writeFile(join(folder, 'sw.js'), '1');
  await writeFile(join(folder, 'assets/index-abc123.js'), '1');
  house = await TestApp.start();
  const settings = testSettings();
  app = await createHttpServer(settings, house.databaseUrl, folder);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await house.stop();
  await rm(folder, { recursive: true });
});

test.each([
  // A hashed file never changes under its name: a browser that has it does not ask again.
  ['/assets/index-abc123.js', 200, 'public, max-age=31536000, immutable'],
  // These name the hashed files of the present release.
  ['/sw.js', 200, 'no-cache'],
  ['/', 200, 'no-cache'],
  ['/impediments/IMP-1', 200, 'no-cache'],
  ['/assets/gone-000000.js', 404, undefined],
])('%s: %i, cached as %s', async (url, status, cached) => {
  const reply = await app.inject({ url });
  expect([reply.statusCode, reply.headers['cache-control']]).toEqual([status, cached]);
});

test('the log tells which feed was asked for, and not its secret', () => {
  expect(withoutSecret('/feeds/decisions/abc.def/team.atom')).toBe('/feeds/decisions/…/team.atom');
  expect(withoutSecret('/feeds/decisions/abc.def')).toBe('/feeds/decisions/…');
  expect(withoutSecret('/files/decisions/D-1.md')).toBe('/files/decisions/D-1.md');
});
