import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSettings, SettingsError } from './settings.js';
import type { Environment } from './environment.js';

const DATABASE_URL = 'postgres://chapterhouse:geheim@db:5432/chapterhouse';
const SESSION_SECRET = 'qV7pXr2mZt9LcWb4yNk8DhJf3sGa6EuT';

function problemsOf(env: Environment): Record<string, string> {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return Object.fromEntries(error.problems.map((p) => [p.name, p.problem]));
    throw error;
  }
  return {};
}

describe('readSettings', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chapterhouse-settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('nothing set is a trial on loopback, on the safe side', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: null,
      sessionSecret: null,
      imageQuota: 2_147_483_648,
      logLevel: 'info',
      environment: 'production',
      trial: true,
      trialOnLoopback: true,
    });
    expect(isAbsolute(settings.dataFolder)).toBe(true);
    expect(existsSync(join(settings.dataFolder, '..', 'turbo.json'))).toBe(true);
  });

  test('DATABASE_URL ends the trial and demands a secret', () => {
    expect(problemsOf({ DATABASE_URL })).toEqual({ SESSION_SECRET: expect.stringContaining('openssl rand') });
    expect(readSettings({ DATABASE_URL, SESSION_SECRET })).toMatchObject({ trial: false, trialOnLoopback: false });
  });

  test.each([
    ['changeme'],
    ['changeme-changeme-changeme-changeme'],
    ['please-replace-this-with-your-own-value'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['0123456789abcdef0123456789abcdef'],
  ])('the sample secret %s is refused, and never shown', (secret) => {
    const problems = problemsOf({ DATABASE_URL, SESSION_SECRET: secret });
    expect(Object.keys(problems)).toEqual(['SESSION_SECRET']);
    expect(problems['SESSION_SECRET']).not.toContain(secret);
  });

  test('every wrong variable is named at once', () => {
    const wrong = {
      HOST: 'a b',
      PORT: '70000',
      PUBLIC_URL: 'chapterhouse.example.org',
      DATABASE_URL: 'mysql://db',
      DATABASE_PATIENCE: '0',
      IMAGE_QUOTA_MB: '2 GB',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'staging',
      SESSION_SECRET: 'short',
    };
    expect(Object.keys(problemsOf(wrong)).sort()).toEqual(Object.keys(wrong).sort());
    expect(() => readSettings(wrong)).toThrow(/PORT must be a whole number from 1 to 65535/);
  });

  test.each(['0', '-1', '3000.5', '3e3', 'http'])('PORT %s is refused', (PORT) => {
    expect(Object.keys(problemsOf({ PORT }))).toEqual(['PORT']);
  });

  test('an empty DATABASE_URL is not a trial', () => {
    expect(problemsOf({ DATABASE_URL: '', SESSION_SECRET })).toEqual({
      DATABASE_URL: expect.stringContaining('empty'),
    });
  });

  test('a value may live in a file; twice or unreadable is a problem', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, `${SESSION_SECRET}\n`);
    expect(readSettings({ DATABASE_URL, SESSION_SECRET_FILE: file }).sessionSecret).toBe(SESSION_SECRET);
    expect(problemsOf({ DATABASE_URL, SESSION_SECRET, SESSION_SECRET_FILE: file })).toEqual({
      SESSION_SECRET: expect.stringContaining('twice'),
    });
    expect(problemsOf({ PORT_FILE: join(folder, 'absent') })).toEqual({ PORT_FILE: expect.stringContaining('ENOENT') });
    expect(problemsOf({ DATABASE_URL_FILE: join(folder, 'absent'), SESSION_SECRET })).toEqual({
      DATABASE_URL_FILE: expect.stringContaining('ENOENT'),
    });
  });

  test.each([
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '192.168.1.10' }, false],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1' }, true],
    [{ PUBLIC_URL: 'https://demo.example.org' }, false],
    [{ HOST: '127.0.0.1.example.org' }, false],
  ])('%j: trial on loopback is %s', (env, expected) => {
    expect(readSettings(env)).toMatchObject({ trial: true, trialOnLoopback: expected });
  });

  test('PUBLIC_URL is an origin', () => {
    expect(readSettings({ PUBLIC_URL: 'https://Demo.example.org/' }).publicUrl).toBe('https://demo.example.org');
    expect(readSettings({ HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(Object.keys(problemsOf({ PUBLIC_URL: 'https://demo.example.org/house' }))).toEqual(['PUBLIC_URL']);
  });
});
