import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { EventLog } from '../../src/platform/events/event-log.js';
import { REALTIME_LIMITS } from '../../src/platform/realtime/realtime-limits.js';
import { TestApp } from '../test-app.js';
import { stopwatch, until } from '../waiting.js';
import { withFeatures } from '../with-features.js';
import type { TestOrganization, TestPerson } from '../world.js';
import { listen, LiveClient } from './live-client.js';
import { ProbeModule, probeRuns } from './probe.js';

let app: TestApp;
let origin: string;
let house: TestOrganization;
let ana: TestPerson;
const CHANGES = 'subscription ($after: String) { probeChanges(after: $after) { cursor resync event roles } }';

withFeatures(ProbeModule);
beforeAll(async () => {
  app = await TestApp.start();
  origin = await listen(app);
  house = await app.world.organization('Harbour');
  ana = await house.administrator('Ana');
});
afterEach(() => LiveClient.closeAll());
afterAll(() => app.stop());

async function append(name: string, count = 1, organization = house): Promise<void> {
  await app.database.transaction({ organizationId: organization.id }, (tx) =>
    app.app.get(EventLog).append(
      tx,
      ...Array.from({ length: count }, () => ({
        name,
        subjectType: 'Organization',
        subjectId: organization.id,
        subjectVersion: 1,
        payload: {},
      })),
    ),
  );
}

function codes(message: { payload?: unknown }): string[] {
  const payload = message.payload as
    { extensions: { code: string } }[] | { errors: { extensions: { code: string } }[] };
  return (Array.isArray(payload) ? payload : payload.errors).map((error) => error.extensions.code);
}

describe('case 24: who may open a socket, and for what', () => {
  test.each([
    ['a foreign Origin', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['Origin null', { origin: 'null' }, 403],
    ['no Origin', { origin: null }, 403],
    ['another path', { path: '/graphql/' }, 404],
    ['another path', { path: '/' }, 404],
    ['the old protocol', { protocol: 'graphql-ws' }, 400],
    ['no protocol', { protocol: null }, 400],
  ])('%s is refused before there is a socket', async (_what, options, status) => {
    await expect(LiveClient.dial(origin, { cookie: ana.cookie, ...options })).rejects.toThrow(`refused ${status}`);
  });

  test('localhost and PUBLIC_URL are ours in the trial; frames are not compressed', async () => {
    for (const ours of [origin.replace('127.0.0.1', 'localhost'), 'http://127.0.0.1:3000']) {
      const client = await LiveClient.dial(origin, { cookie: ana.cookie, origin: ours });
      expect(client.ws.extensions).toBe('');
      client.close();
    }
  });

  test('subscribe before init: 4401', async () => {
    const client = await LiveClient.dial(origin, { cookie: ana.cookie });
    client.subscribe('1', CHANGES);
    expect(await client.closed).toBe(4401);
  });

  test.each([
    ['without a cookie', undefined],
    ['with a cookie that nobody has', `${'0'.repeat(32)}.${'a'.repeat(43)}`],
    ['with nonsense', 'x'],
  ])('init %s: 4403', async (_what, cookie) => {
    const client = await LiveClient.dial(origin, cookie === undefined ? {} : { cookie });
    client.send({ type: 'connection_init', payload: { cookie: ana.cookie, viewer: { personId: ana.id } } });
    expect(await client.closed).toBe(4403);
  });

  test('a socket that never says hello is closed', async () => {
    const client = await LiveClient.dial(origin, { cookie: ana.cookie });
    expect(await client.closed).toBe(4408);
  });

  test.each([
    ['a query', '{ probe }', 'BAD_REQUEST'],
    ['a mutation', 'mutation { probeOnce }', 'BAD_REQUEST'],
    ['introspection', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a mutation beside a subscription', `mutation M { probeOnce } ${CHANGES}`, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two operations without a name',
      `query A { probe } subscription B { probeChanges { cursor } }`,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'two root fields',
      'subscription { a: probeChanges { cursor } b: probeChanges { cursor } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['nonsense', '{', 'GRAPHQL_PARSE_FAILED'],
    ['a wrong variable', 'subscription ($bytes: Int!) { flood(bytes: $bytes) }', 'BAD_USER_INPUT'],
  ])('%s over WebSocket is refused, and nothing runs', async (_what, query, code) => {
    const before = { ...probeRuns };
    const client = await LiveClient.signedIn(origin, ana.cookie);
    client.subscribe('1', query);
    const reply = await client.next((message) => message.id === '1');
    expect(codes(reply)).toContain(code);
    expect(JSON.stringify(reply)).not.toMatch(/did you mean|node_modules|\.js:/iu);
    expect(probeRuns).toEqual(before);
    client.close();
  });
});

describe('case 26 over WebSocket: documents that cost more than they may', () => {
  const deep = `subscription { probeChanges { ${'again { '.repeat(50)} cursor ${'} '.repeat(50)} } }`;
  const fragments = Array.from({ length: 30 }, (_, i) => `fragment F${i} on Probe { ...F${i + 1} ...F${i + 1} }`).join(
    ' ',
  );
  test.each([
    [
      '2,000 aliases',
      `subscription { probeChanges { ${Array.from({ length: 2000 }, (_, i) => `a${i}: cursor`).join(' ')} } }`,
    ],
    [
      '20 aliases',
      `subscription { probeChanges { ${Array.from({ length: 20 }, (_, i) => `a${i}: cursor`).join(' ')} } }`,
    ],
    ['3,000 directives', `subscription { probeChanges { cursor ${'@include(if: true) '.repeat(3000)} } }`],
    ['depth 50', deep],
    ['exponential fragments', `subscription { probeChanges { ...F0 } } ${fragments} fragment F30 on Probe { cursor }`],
  ])('%s: refused, and nothing runs', async (_what, query) => {
    const before = probeRuns.subscriptions;
    const client = await LiveClient.signedIn(origin, ana.cookie);
    const watch = stopwatch();
    client.subscribe('1', query);
    const outcome = await Promise.race([client.next((message) => message.id === '1'), client.closed]);
    expect(watch.stop()).toBeLessThan(10_000);
    // More than 64 KiB end the socket; everything else is answered.
    if (query.length > 64 * 1024) expect(outcome).toBe(1009);
    else expect(outcome).toMatchObject({ type: 'error' });
    expect(probeRuns.subscriptions).toBe(before);
    client.close();
  });
});

test('case 28: a database error over WebSocket shows an id and no SQL', async () => {
  const client = await LiveClient.signedIn(origin, ana.cookie);
  client.subscribe('1', 'subscription { brokenChanges }');
  const reply = await client.next((message) => message.id === '1');
  expect(codes(reply)).toEqual(['INTERNAL']);
  expect(JSON.stringify(client.messages)).not.toMatch(/no_such_table|secret_column|relation|select/iu);
  client.close();
});

describe('live changes', () => {
  test('an event arrives, in a context with the roles of now, and a client resumes behind its cursor', async () => {
    const client = await LiveClient.signedIn(origin, ana.cookie);
    client.subscribe('1', CHANGES);
    await until(() => probeRuns.open > 0);
    await append('probe.one');
    const first = await client.next((message) => message.type === 'next');
    const { probeChanges } = (first.payload as { data: { probeChanges: { cursor: string; roles: string[] } } }).data;
    expect(probeChanges).toMatchObject({ event: 'probe.one', resync: false, roles: ['ADMINISTRATOR'] });
    client.close();
    await until(() => probeRuns.open === 0);

    await append('probe.two', 3);
    const again = await LiveClient.signedIn(origin, ana.cookie);
    again.subscribe('1', CHANGES, { after: probeChanges.cursor });
    await append('probe.three');
    await again.next((message) => JSON.stringify(message).includes('probe.three'));
    expect(again.ofId('1').map((message) => JSON.stringify(message.payload).match(/probe\.\w+/u)?.[0])).toEqual([
      'probe.two',
      'probe.two',
      'probe.two',
      'probe.three',
    ]);
    again.close();
  });

  test.each([
    ['too old', () => append('probe.many', 1001), '0.0'],
    ['of the future', async () => undefined, 'zzzzzzzzzz.1'],
    ['not ours', async () => undefined, 'nonsense!'],
  ])('F10: a cursor that is %s: told to resync, then live', async (_what, prepare, after) => {
    await prepare();
    const client = await LiveClient.signedIn(origin, ana.cookie);
    client.subscribe('1', CHANGES, { after });
    const reply = await client.next((message) => message.id === '1');
    expect(reply.payload).toMatchObject({ data: { probeChanges: { resync: true, event: null } } });
    await append('probe.after');
    await client.next((message) => JSON.stringify(message).includes('probe.after'));
    expect(client.ofId('1')).toHaveLength(2);
    client.close();
  });

  test("case 27: another organization's events never arrive", async () => {
    const foreign = await app.world.organization('Foreign');
    const client = await LiveClient.signedIn(origin, ana.cookie);
    client.subscribe('1', CHANGES);
    await until(() => probeRuns.open > 0);
    await append('canary.foreign', 3, foreign);
    await append('probe.own');
    await client.next((message) => message.type === 'next');
    expect(JSON.stringify(client.messages)).not.toContain('canary');
    client.close();
  });

  test('cases 19 and 27: a session that is revoked hears nothing more within 5 s, its socket is closed with 4403', async () => {
    const ben = await house.person('Ben');
    const client = await LiveClient.signedIn(origin, ben.cookie);
    client.subscribe('1', CHANGES);
    await until(() => probeRuns.open > 0);
    await house.query('update sessions set revoked_at = now() where person_id = $1', [ben.id]);
    const watch = stopwatch();
    expect(await client.closed).toBe(4403);
    expect(watch.stop()).toBeLessThan(5000);
    const before = client.messages.length;
    await append('canary.revoked');
    expect(client.messages).toHaveLength(before);
    await until(() => probeRuns.open === 0);
  });

  test('a role that ends is gone from the context within 5 s', async () => {
    const cleo = await house.agileCoach('Cleo');
    const client = await LiveClient.signedIn(origin, cleo.cookie);
    client.subscribe('1', CHANGES);
    await until(() => probeRuns.open > 0);
    await house.query('delete from role_assignments where person_id = $1', [cleo.id]);
    await new Promise((resolve) => setTimeout(resolve, REALTIME_LIMITS.trustViewerForMs));
    await append('probe.late');
    // What was appended before this test may have waited for another transaction, and come first.
    const reply = await client.next((message) => JSON.stringify(message).includes('probe.late'));
    expect(reply.payload).toMatchObject({ data: { probeChanges: { roles: [] } } });
    client.close();
  });
});

test('a stopping process says that it goes away, and lets nobody in', async () => {
  const stopping = await TestApp.start();
  const where = await listen(stopping);
  const cleo = await (await stopping.world.organization('Short')).person('Cleo');
  const client = await LiveClient.signedIn(where, cleo.cookie);
  client.subscribe('1', CHANGES);
  await until(() => probeRuns.open > 0);
  const stopped = stopping.stop();
  expect(await client.closed).toBe(1001);
  await expect(LiveClient.dial(where, { cookie: cleo.cookie })).rejects.toThrow(/refused 503|ECONN/u);
  await stopped;
});
