import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { REALTIME_LIMITS } from '../../src/platform/realtime/realtime-limits.js';
import { TestApp } from '../test-app.js';
import { PATIENCE_MS, until } from '../waiting.js';
import { withFeatures } from '../with-features.js';
import type { TestOrganization } from '../world.js';
import { listen, LiveClient } from './live-client.js';
import { ProbeModule, probeRuns } from './probe.js';

/** Case 25 in small numbers: what one person or one address can take is capped, and memory stays bounded. */
let app: TestApp;
let origin: string;
let house: TestOrganization;
const CHANGES = 'subscription { probeChanges { cursor } }';

const { initWithinMs } = REALTIME_LIMITS;

withFeatures(ProbeModule);
beforeAll(async () => {
  // Who is silent stays as long as it takes to count them.
  REALTIME_LIMITS.initWithinMs = PATIENCE_MS;
  app = await TestApp.start();
  origin = await listen(app);
  house = await app.world.organization('Harbour');
});
afterEach(async () => {
  LiveClient.closeAll();
  await until(() => probeRuns.open === 0);
});
afterAll(async () => {
  REALTIME_LIMITS.initWithinMs = initWithinMs;
  await app.stop();
});

describe('case 25: floods', () => {
  test('60 sockets of one session: 20 open, the others are refused with 429', async () => {
    const { cookie } = await house.person('Ana');
    const dials = await Promise.allSettled(Array.from({ length: 60 }, () => LiveClient.dial(origin, { cookie })));
    expect(dials.filter(({ status }) => status === 'fulfilled')).toHaveLength(REALTIME_LIMITS.mostSocketsPerSession);
    const refused = dials.filter((dial) => dial.status === 'rejected');
    expect(new Set(refused.map(({ reason }) => String(reason)))).toEqual(new Set(['Error: refused 429']));
  });

  test('strangers of one address are capped, and there is room again when they go', async () => {
    const dials = await Promise.allSettled(Array.from({ length: 120 }, () => LiveClient.dial(origin)));
    expect(dials.filter(({ status }) => status === 'fulfilled')).toHaveLength(REALTIME_LIMITS.mostStrangersPerAddress);
    LiveClient.closeAll();
    const { cookie } = await house.person('Ben');
    await until(() =>
      LiveClient.signedIn(origin, cookie).then(
        () => true,
        () => false,
      ),
    );
  });

  test('50 subscriptions on one socket: 20 run, the others are refused and did nothing', async () => {
    const client = await LiveClient.signedIn(origin, (await house.person('Cleo')).cookie);
    const before = probeRuns.subscriptions;
    for (let i = 0; i < 50; i += 1) client.subscribe(String(i), CHANGES);
    await client.next((message) => message.id === '49');
    const refused = client.messages.filter(({ type }) => type === 'error');
    expect(refused).toHaveLength(30);
    expect(refused[0]?.payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await until(() => probeRuns.open === REALTIME_LIMITS.mostSubscriptionsPerSocket);
    expect(probeRuns.subscriptions - before).toBe(REALTIME_LIMITS.mostSubscriptionsPerSocket);
    client.send({ id: '0', type: 'complete' });
    await until(() => probeRuns.open === REALTIME_LIMITS.mostSubscriptionsPerSocket - 1);
    client.subscribe('again', CHANGES);
    await until(() => probeRuns.open === REALTIME_LIMITS.mostSubscriptionsPerSocket);
  });

  test('a person with many sockets has at most 200 subscriptions', async () => {
    const { cookie } = await house.person('Dan');
    const clients = await Promise.all(Array.from({ length: 11 }, () => LiveClient.signedIn(origin, cookie)));
    for (const client of clients) for (let i = 0; i < 20; i += 1) client.subscribe(String(i), CHANGES);
    await until(() => clients.flatMap(({ messages }) => messages).filter(({ type }) => type === 'error').length === 20);
    await until(() => probeRuns.open === REALTIME_LIMITS.mostSubscriptionsPerPerson);
  });

  test('a client that never stops talking is closed', async () => {
    const client = await LiveClient.signedIn(origin, (await house.person('Eve')).cookie);
    for (let i = 0; i < REALTIME_LIMITS.mostMessages + 10; i += 1) client.send({ type: 'ping' });
    expect(await client.closed).toBe(4429);
  });

  test('a frame of 20 MB, or a message of 20 MB in frames, ends the socket', async () => {
    const { cookie } = await house.person('Finn');
    const whole = await LiveClient.signedIn(origin, cookie);
    // Refused at the header of the frame, which says how long it would be.
    whole.ws.send('x'.repeat(20 * 1024 * 1024));
    expect(await whole.closed).toBe(1009);
    const parts = await LiveClient.signedIn(origin, cookie);
    for (let i = 0; i < 20; i += 1) parts.ws.send('x'.repeat(32 * 1024), { fin: false });
    expect(await parts.closed).toBe(1009);
  });

  test('a reader that never reads is dropped, and its subscription ends', async () => {
    const client = await LiveClient.signedIn(origin, (await house.person('Gil')).cookie);
    client.ws.pause();
    const before = process.memoryUsage();
    client.subscribe('1', 'subscription { flood(bytes: 50000) }');
    await until(() => probeRuns.open === 1);
    await until(() => probeRuns.open === 0);
    const after = process.memoryUsage();
    expect(after.arrayBuffers + after.external - before.arrayBuffers - before.external).toBeLessThan(32 * 1024 * 1024);
    client.ws.resume();
    // Far behind, it may not even get as far as our close frame.
    expect([1006, 4498]).toContain(await client.closed);
  });
});
