import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { FEATURES } from '../../src/app.module.js';
import { createHttpServer } from '../../src/http-server.js';
import { testSettings } from '../test-settings.js';
import { TestApp } from '../test-app.js';
import { stopwatch } from '../waiting.js';
import { withFeatures } from '../with-features.js';
import type { TestPerson } from '../world.js';
import { ProbeModule, probeRuns } from './probe.js';

let app: TestApp;
let ana: TestPerson;

withFeatures(ProbeModule);
beforeAll(async () => {
  app = await TestApp.start();
  ana = await (await app.world.organization('Harbour')).administrator('Ana');
});
afterAll(() => app.stop());

interface Sent {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  url?: string;
  headers?: Record<string, string>;
  payload?: string;
}

async function send({ method = 'POST', url = '/graphql', headers = {}, payload }: Sent) {
  const reply = await app.app.inject({
    method,
    url,
    headers: { cookie: `chapterhouse=${ana.cookie}`, ...headers },
    ...(payload !== undefined && { payload }),
  });
  return { status: reply.statusCode, text: reply.body, headers: reply.headers };
}

const JSON_BODY = { 'content-type': 'application/json' };
const MUTATION = JSON.stringify({ query: 'mutation { probeOnce }' });
/** Nothing that helps an attacker: no stack, no SQL, no paths of ours, no hints on the schema. */
const TELLTALE = /did you mean|node_modules|\bat .*\.(js|ts):|stacktrace|no_such_table|secret_column|relation "/iu;

describe('case 23: what other sites can make a browser send', () => {
  const form =
    '--b\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"mutation{probeOnce}"}\r\n--b--';
  test.each<[string, Sent, number[]]>([
    ['text/plain', { headers: { 'content-type': 'text/plain' }, payload: MUTATION }, [400, 415]],
    [
      'urlencoded',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'query=mutation{probeOnce}' },
      [400, 415],
    ],
    ['multipart', { headers: { 'content-type': 'multipart/form-data; boundary=b' }, payload: form }, [400, 415]],
    [
      'application/graphql',
      { headers: { 'content-type': 'application/graphql' }, payload: 'mutation { probeOnce }' },
      [400, 415],
    ],
    ['a file', { headers: { 'content-type': 'application/octet-stream' }, payload: MUTATION }, [400, 415]],
    ['no content type', { payload: MUTATION }, [400, 415]],
    ['a made-up one', { headers: { 'content-type': 'text/plain; application/json' }, payload: MUTATION }, [400, 415]],
    ['a bare GET', { method: 'GET' }, [400]],
    ['a query by GET', { method: 'GET', url: '/graphql?query={probe}' }, [400, 405]],
    ['a mutation by GET', { method: 'GET', url: '/graphql?query=mutation{probeOnce}' }, [405]],
    [
      'a mutation by GET that has asked',
      { method: 'GET', url: '/graphql?query=mutation{probeOnce}', headers: { 'apollo-require-preflight': '1' } },
      [405],
    ],
    ['a preflight', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }, [403]],
    ['a foreign Origin', { headers: { ...JSON_BODY, origin: 'https://evil.example' }, payload: MUTATION }, [403]],
    ['Origin null', { headers: { ...JSON_BODY, origin: 'null' }, payload: MUTATION }, [403]],
  ])('%s is refused in JSON, and nothing runs', async (_what, sent, statuses) => {
    const before = { ...probeRuns };
    const reply = await send(sent);
    expect(statuses).toContain(reply.status);
    expect(JSON.parse(reply.text)).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect(reply.text).not.toMatch(TELLTALE);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    expect(probeRuns).toEqual(before);
  });

  test('our own pages, and programs without an Origin, may', async () => {
    for (const origin of [{ origin: 'http://127.0.0.1:3000' }, {}])
      expect(await send({ headers: { ...JSON_BODY, ...origin }, payload: '{"query":"{ probe }"}' })).toMatchObject({
        status: 200,
        text: '{"data":{"probe":25}}\n',
      });
  });

  test('every other way in refuses foreign Origins too', async () => {
    const reply = await send({ url: '/files/imports', headers: { origin: 'https://evil.example' }, payload: '' });
    expect(reply.status).toBe(403);
  });
});

describe('defaults of HTTP', () => {
  test.each<[string, Sent, number]>([
    [
      'more than 100 kB of nobody',
      { headers: { ...JSON_BODY, cookie: '' }, payload: JSON.stringify({ query: `# ${'x'.repeat(100_001)}` }) },
      413,
    ],
    [
      'more than 2 MB of somebody with a session',
      {
        payload: JSON.stringify({ query: `# ${'x'.repeat(2_000_001)}` }),
      },
      413,
    ],
    ['malformed JSON', { payload: '{"query": "{ probe }"' }, 400],
    ['a prototype', { payload: '{"query":"{ probe }","__proto__":{"a":1}}' }, 400],
    ['a batch', { payload: '[{"query":"{ probe }"},{"query":"{ probe }"}]' }, 400],
    ['no query', { payload: '{}' }, 400],
    ['introspection', { payload: JSON.stringify({ query: '{ __schema { types { name } } }' }) }, 400],
    ['a name that nearly exists', { payload: JSON.stringify({ query: '{ prob }' }) }, 400],
    ['an argument that nearly exists', { payload: JSON.stringify({ query: '{ probe(firs: 1) }' }) }, 400],
    [
      'a wrong variable',
      { payload: JSON.stringify({ query: 'query ($n: Int) { probe(first: $n) }', variables: { n: 'x' } }) },
      400,
    ],
  ])('%s is refused in JSON, without stack or hints', async (_what, sent, status) => {
    const before = probeRuns.queries;
    const reply = await send({ headers: JSON_BODY, ...sent });
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ extensions: { code: expect.any(String) } })]),
    });
    expect(reply.text).not.toMatch(TELLTALE);
    expect(probeRuns.queries).toBe(before);
  });

  test('a persisted query is not kept', async () => {
    const persistedQuery = { version: 1, sha256Hash: 'a'.repeat(64) };
    const reply = await send({ headers: JSON_BODY, payload: JSON.stringify({ extensions: { persistedQuery } }) });
    expect(reply.text).toContain('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  test.each(['/no-such-page', '/graphql/x', '/files/none', '/livez/../etc/passwd'])('%s: 404, no more', async (url) => {
    const reply = await send({ method: 'GET', url });
    expect(reply.status).toBe(404);
    expect(reply.text).not.toMatch(TELLTALE);
  });
});

describe('case 26: documents that cost more than they may', () => {
  const aliases = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: probe`).join(' ');
  const fragments = Array.from({ length: 25 }, (_, i) => `fragment F${i} on Probe { ...F${i + 1} ...F${i + 1} }`).join(
    ' ',
  );
  test.each([
    ['2,000 aliases', `{ ${aliases(2000)} }`],
    ['16 aliases', `{ deepProbe { ${Array.from({ length: 16 }, (_, i) => `a${i}: cursor`).join(' ')} } }`],
    ['11 root fields', `{ ${aliases(11)} }`],
    ['3,000 directives', `{ probe ${'@include(if: true) '.repeat(3000)} }`],
    ['25 directives', `{ probe ${'@include(if: true) '.repeat(25)} }`],
    ['depth 50', `{ deepProbe { ${'again { '.repeat(48)} cursor ${'} '.repeat(48)} } }`],
    [
      'depth 11 through fragments',
      `{ deepProbe { ...A } } fragment A on Probe { again { again { again { again { ...B } } } } } fragment B on Probe { again { again { again { again { again { cursor } } } } } }`,
    ],
    ['exponential fragments', `{ deepProbe { ...F0 } } ${fragments} fragment F25 on Probe { cursor }`],
    ['fragments in a circle', `{ deepProbe { ...A } } fragment A on Probe { ...B } fragment B on Probe { ...A }`],
    [
      'root fields through a fragment',
      `{ ${Array.from({ length: 11 }, (_, i) => `...F${i}`).join(' ')} } ${Array.from({ length: 11 }, (_, i) => `fragment F${i} on Query { a${i}: probe }`).join(' ')}`,
    ],
    ['mutations beyond ten', `mutation { ${Array.from({ length: 11 }, (_, i) => `a${i}: probeOnce`).join(' ')} }`],
  ])('%s: refused, and no resolver runs', async (_what, query) => {
    const before = { ...probeRuns };
    const watch = stopwatch();
    const reply = await send({ headers: JSON_BODY, payload: JSON.stringify({ query }) });
    expect(watch.stop()).toBeLessThan(10_000);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({
          extensions: { code: expect.stringMatching(/GRAPHQL_(PARSE|VALIDATION)_FAILED/u) },
        }),
      ]),
    });
    expect(probeRuns).toEqual(before);
  });

  test.each([1_000_000, 101, 0, -1])('first: %d is refused', async (first) => {
    const reply = await app.graphql(ana.cookie, 'query ($first: Int) { probe(first: $first) }', { first });
    expect(reply.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

test('case 28: a database error over HTTP shows an id and no SQL', async () => {
  const reply = await app.graphql(ana.cookie, '{ brokenProbe }');
  expect(reply.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', details: { errorId: expect.any(String) } });
  expect(reply.text).not.toMatch(TELLTALE);
});

describe('case 8: a root field without a declared action', () => {
  @Resolver()
  class Careless {
    @Query(() => String)
    openDoor(): string {
      return 'come in';
    }
  }
  @Module({ providers: [Careless] })
  class CarelessModule {}

  test('does not boot, and is named', async () => {
    FEATURES.push(CarelessModule);
    try {
      const settings = testSettings();
      const careless = await createHttpServer(settings, app.databaseUrl);
      await expect(careless.init()).rejects.toThrow('Query.openDoor');
      await careless.close().catch(() => undefined);
    } finally {
      FEATURES.pop();
    }
  });
});
