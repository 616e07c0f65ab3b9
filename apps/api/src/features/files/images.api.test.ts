import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getImage, png, sendImage, sentImage, type SentImage } from '../../../test/image-files.js';
import { TestApp } from '../../../test/test-app.js';
import { testSettings } from '../../../test/test-settings.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';
import { createHttpServer } from '../../http-server.js';
import { newId } from '../../platform/database/new-id.js';
import { Verifications } from '../../platform/events/verifications.js';
import { ImagesRepository } from './images.repository.js';

const MEGABYTE = 1024 * 1024;
const RANDOM = '/files/images/Image_01920000-0000-7000-8000-000000000000';

let app: TestApp;
let house: TestOrganization;
let dev: TestPerson;
let reader: TestPerson;
beforeAll(async () => {
  app = await TestApp.start({ IMAGE_QUOTA_MB: '20' });
  house = await app.world.organization('Harbour');
  dev = await (await house.team('Payments')).developer('Dev');
  reader = await house.person('Gus');
});
afterAll(() => app.stop());

describe('a picture', () => {
  it('is taken in and shown to everybody of the organization, as nothing but a picture', async () => {
    const file = png(640, 480, 5000);
    const sent = await sendImage(app, dev.cookie, { name: 'Ünser "Bild"\r\nX-Evil: 1.jpeg', body: file });
    expect(sent.statusCode).toBe(201);
    expect(sent.json()).toEqual({
      id: expect.stringMatching(/^Image_/u),
      url: expect.stringMatching(/^\/files\/images\/Image_[0-9a-f-]{36}$/u),
      name: 'Ünser "Bild"X-Evil: 1.png',
    });
    const { url } = sent.json<{ url: string }>();
    const shown = await getImage(app, reader.cookie, url);
    expect(shown.statusCode).toBe(200);
    expect(shown.rawPayload.equals(file)).toBe(true);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: expect.stringContaining('Cookie'),
      'content-disposition': `inline; filename="_nser _Bild_X-Evil: 1.png"; filename*=UTF-8''%C3%9Cnser%20%22Bild%22X-Evil%3A%201.png`,
    });
    expect(shown.headers).not.toHaveProperty('x-evil');

    const etag = String(shown.headers.etag);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await getImage(app, reader.cookie, url, { 'if-none-match': tag });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    expect((await getImage(app, reader.cookie, url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    // Whoever has no session does not even learn that the bytes are still the same.
    expect((await getImage(app, null, url, { 'if-none-match': etag })).statusCode).toBe(401);

    const events = await house.query<object>(
      `select name, actor_person_id, payload from events where subject_type = 'Image' and subject_id = $1`,
      [url.slice(-36)],
    );
    expect(events).toEqual([
      {
        name: 'image.uploaded',
        actor_person_id: dev.id,
        payload: { changes: [{ field: 'image', from: null, to: 'Ünser "Bild"X-Evil: 1.png' }] },
      },
    ]);
  });

  it('is there in another process, and after a restart', async () => {
    const file = png(10, 10, 3 * MEGABYTE).fill(7, 100);
    const url = await sentImage(app, dev.cookie, { body: file });
    const other = await createHttpServer(testSettings(), app.databaseUrl);
    await other.init();
    const shown = await other.inject({ method: 'GET', url, headers: { cookie: `chapterhouse=${reader.cookie}` } });
    await other.close();
    expect(shown.rawPayload.equals(file)).toBe(true);
  });

  it.each([
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\pictures\\screen.GIF', 'screen.png'],
    ['\u202egnp.exe', 'gnp.exe.png'],
    ['<img src=x onerror=alert(1)>.svg', '<img src=x onerror=alert(1)>.svg.png'],
    ['x'.repeat(300), `${'x'.repeat(100)}.png`],
    ['👩‍💻.png', '👩💻.png'],
    ['\0.png', 'picture.png'],
    ['', 'picture.png'],
  ])('called %j is called %j', async (name, called) => {
    const sent = await sendImage(app, dev.cookie, { name });
    expect(sent.json()).toMatchObject({ name: called });
    const shown = await getImage(app, dev.cookie, sent.json<{ url: string }>().url);
    expect(shown.headers['content-disposition']).toMatch(
      /^inline; filename="[ !#-$&-[\]-~]+\.png"; filename\*=UTF-8''\S+$/u,
    );
  });
});

describe('refused, with what to do', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  it.each<[string, SentImage, number, string]>([
    ['SVG', { type: 'image/svg+xml', body: svg }, 415, 'IMAGE_KIND'],
    ['SVG that is called a picture', { body: svg }, 415, 'IMAGE_KIND'],
    ['HTML', { type: 'text/html', body: '<!doctype html><script>alert(1)</script>' }, 415, 'IMAGE_KIND'],
    ['a script', { type: 'text/javascript', body: 'alert(1)' }, 415, 'IMAGE_KIND'],
    ['JSON', { type: 'application/json', body: '{"__proto__":{}}' }, 415, 'IMAGE_KIND'],
    ['nothing', { body: '' }, 415, 'IMAGE_KIND'],
    ['another kind than it says', { type: 'image/jpeg' }, 415, 'IMAGE_MISLABELLED'],
    ['HTML that begins like a picture, called HTML', { type: 'text/html' }, 415, 'IMAGE_MISLABELLED'],
    ['a picture that breaks off', { body: png().subarray(0, 20) }, 422, 'IMAGE_BROKEN'],
    ['a picture without a size', { body: png(0, 100) }, 422, 'IMAGE_BROKEN'],
    ['a bomb', { body: png(100_000, 100_000) }, 422, 'IMAGE_TOO_MANY_PIXELS'],
    ['one pixel too many', { body: png(40_000_001, 1) }, 422, 'IMAGE_TOO_MANY_PIXELS'],
    ['a byte too many', { body: png(1, 1, 5 * MEGABYTE + 1) }, 413, 'IMAGE_TOO_LARGE'],
  ])('%s', async (_what, sent, status, code) => {
    const before = await count();
    const reply = await sendImage(app, dev.cookie, sent);
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toMatch(/^application\/json/u);
    expect(reply.json()).toMatchObject({
      code,
      field: 'file',
      message: expect.any(String),
      details: expect.anything(),
    });
    expect(reply.json<{ remedy: string }>().remedy).toMatch(/^[A-Z].*[.]$/u);
    expect(await count()).toBe(before);
  });

  it('at the limits it is taken', async () => {
    expect((await sendImage(app, dev.cookie, { body: png(40_000_000, 1) })).statusCode).toBe(201);
    expect((await sendImage(app, dev.cookie, { body: png(1, 1, 5 * MEGABYTE) })).statusCode).toBe(201);
    expect((await sendImage(app, dev.cookie, { type: 'application/octet-stream' })).statusCode).toBe(201);
    expect((await sendImage(app, dev.cookie, { type: 'Image/PNG; charset=binary' })).statusCode).toBe(201);
  });

  it('a stream without end is read no further than the limit', async () => {
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (; sent < 500 * MEGABYTE; sent += 65_536) yield sent === 0 ? png(1, 1, 65_536) : Buffer.alloc(65_536);
      })(),
    );
    const reply = await sendImage(app, dev.cookie, { body: endless });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([413, 'IMAGE_TOO_LARGE']);
    expect(sent).toBeLessThan(8 * MEGABYTE);
  });

  it('from other sites, as forms, and by people without a role', async () => {
    const form = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nx\r\n--b--';
    const refusals = [
      await sendImage(app, null),
      await sendImage(app, 'not a cookie'),
      await sendImage(app, dev.cookie, { headers: { 'x-chapterhouse': '' } }),
      await sendImage(app, dev.cookie, { headers: { origin: 'https://evil.example' } }),
      await sendImage(app, reader.cookie),
      await sendImage(app, dev.cookie, { type: 'multipart/form-data; boundary=b', body: form }),
      await sendImage(app, dev.cookie, { type: null }),
    ];
    expect(refusals.map((reply) => [reply.statusCode, reply.json<{ code: string }>().code])).toEqual([
      [401, 'UNAUTHENTICATED'],
      [401, 'UNAUTHENTICATED'],
      [403, 'FORBIDDEN'],
      [403, 'FORBIDDEN'],
      [403, 'FORBIDDEN'],
      [400, 'INVALID_INPUT'],
      [400, 'INVALID_INPUT'],
    ]);
    for (const reply of refusals) expect(reply.json<{ message: string }>().message).toMatch(/^[A-Z].*[.]$/u);
  });

  it('too many at once', async () => {
    const hasty = await (await house.team('Haste')).developer('Hasty');
    const codes: number[] = [];
    for (let tries = 0; tries < 61; tries += 1)
      codes.push((await sendImage(app, hasty.cookie, { body: '' })).statusCode);
    expect(codes.filter((code) => code === 415)).toHaveLength(60);
    expect(codes.at(-1)).toBe(429);
    // Others are not held up.
    expect((await sendImage(app, dev.cookie)).statusCode).toBe(201);
  });
});

it('pages may show pictures of their own server, and no others', async () => {
  const page = await app.app.inject({ method: 'GET', url: '/livez' });
  const policy = String(page.headers['content-security-policy']).split(';');
  expect(policy.find((directive) => directive.startsWith('img-src'))).toBe("img-src 'self'");
});

describe('another organization', () => {
  it('finds nothing, byte for byte as at a random address', async () => {
    const url = await sentImage(app, dev.cookie);
    const stranger = await (await app.world.organization('Elsewhere')).administrator('Eve');
    const random = await getImage(app, stranger.cookie, RANDOM);
    expect(random.statusCode).toBe(404);
    for (const asked of [
      url,
      '/files/images/anything',
      url.replace('Image_', 'Image%5F'),
      `${url}?x`,
      '/files/images/',
    ]) {
      const foreign = await getImage(app, stranger.cookie, asked);
      expect([asked, foreign.statusCode]).toEqual([asked, 404]);
      if (asked === url) expect(foreign.body).toBe(random.body);
      expect(foreign.headers).not.toHaveProperty('etag');
    }
    expect((await getImage(app, dev.cookie, url.replace('Image_', 'Import_'))).statusCode).toBe(404);
  });

  it('has room of its own; who comes together does not get more than there is', async () => {
    const full = await app.world.organization('Full');
    const packer = await full.administrator('Pat');
    const pack = () => sendImage(app, packer.cookie, { body: png(1, 1, 4 * MEGABYTE) });
    for (let sent = 0; sent < 4; sent += 1) expect((await pack()).statusCode).toBe(201);
    const scope = { organizationId: full.id, actorId: packer.id };
    const images = app.app.get(ImagesRepository, { strict: false });
    let late: ReturnType<typeof pack> | undefined;
    // Somebody else's last one is on its way when ours comes.
    await app.database.transaction(scope, async (tx) => {
      const facts = { id: newId(), name: 'a.png', type: 'image/png', width: 1, height: 1, size: 4 * MEGABYTE } as const;
      await images.insert(tx, { ...facts, digest: 'ab'.repeat(32) }, png(1, 1, 4 * MEGABYTE));
      await images.lockTotal(tx);
      late = pack();
      await app.locksAwaited(1);
    });
    const refused = await late;
    expect([refused?.statusCode, refused?.json()]).toMatchObject([
      409,
      {
        code: 'IMAGE_QUOTA',
        field: 'file',
        remedy: expect.stringContaining('administrator'),
        details: { limit: 20 * MEGABYTE },
      },
    ]);
    const [used] = await full.query<{ sum: number }>('select sum(size)::int from images');
    expect(used?.sum).toBe(20 * MEGABYTE);
    // Refused before anything is read.
    const reply = await sendImage(app, packer.cookie, { body: png(1, 1, 100) });
    expect(reply.json<{ code: string }>().code).toBe('IMAGE_QUOTA');
    expect((await sendImage(app, dev.cookie, { body: png(1, 1, 100) })).statusCode).toBe(201);
  });
});

it('verify sees a byte that is not as it came', async () => {
  const check = () =>
    app.database.transaction({ organizationId: house.id }, (tx) => app.app.get(Verifications).run(tx));
  const url = await sentImage(app, dev.cookie);
  expect((await check())['images are as they came']).toEqual([]);
  await house.query('update images set content = set_byte(content, 40, 1) where id = $1', [url.slice(-36)]);
  expect((await check())['images are as they came']).toEqual([
    `Image ${url.slice(-36)} has other bytes than those that came.`,
  ]);
});

async function count(): Promise<number> {
  const [row] = await house.query<{ count: number }>('select count(*)::int as count from images');
  return row?.count ?? 0;
}
