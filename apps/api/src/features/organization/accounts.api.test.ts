import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';

const SET_UP = `mutation($input: SetUpOrganizationInput!) { setUpOrganization(input: $input) { viewer { can person { name } organization { name slug } } } }`;
const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { viewer { person { name } } } }`;
const PASSWORD = 'four unrelated harbour words';
const setUp = (slug: string, email = `${slug}@example.org`) => ({
  input: {
    name: `House ${slug}`,
    slug,
    timeZone: 'Europe/Lisbon',
    administratorName: 'Ana Anchor',
    administratorEmail: email,
    password: PASSWORD,
  },
});

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** Signs in over HTTP and returns the session's secret from the cookie, or null. */
async function signIn(
  email: string,
  password: string,
): Promise<{ cookie: string | null; text: string; code: string | undefined }> {
  const reply = await app.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { query: SIGN_IN, variables: { input: { email, password } } },
  });
  const header = reply.headers['set-cookie'];
  const cookie = /chapterhouse=([^;]+)/u.exec(String(header ?? ''))?.[1] ?? null;
  const body = JSON.parse(reply.body) as { errors?: { extensions: { code: string } }[] };
  return { cookie, text: reply.body, code: body.errors?.[0]?.extensions.code };
}

describe('first run', () => {
  it('refuses bad input by field and a weak password, and makes nothing', async () => {
    const bad = await app.graphql(null, SET_UP, {
      input: { ...setUp('x').input, slug: 'No Spaces', timeZone: 'Mars/Base', name: ' ' },
    });
    expect(bad.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(bad.errors?.[0]?.extensions.details).toMatchObject({
      fields: [{ field: 'name' }, { field: 'slug' }, { field: 'timeZone' }],
    });
    const weak = await app.graphql(null, SET_UP, { input: { ...setUp('x').input, password: 'short' } });
    expect(weak.errors?.[0]?.extensions.code).toBe('WEAK_PASSWORD');
    const instance = await app.graphql(null, '{ instance { firstRun demoExists } }');
    expect(instance.data).toEqual({ instance: { firstRun: true, demoExists: false } });
  });

  it('case 17: of 50 parallel set-ups one makes an administrator', async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => app.graphql(null, SET_UP, setUp(`house-${index}`))),
    );
    const made = replies.filter((reply) => !reply.errors);
    expect(made).toHaveLength(1);
    const codes = new Set(replies.filter((reply) => reply.errors).map((reply) => reply.errors?.[0]?.extensions.code));
    // Those who could not even get a connection in time are told to come again; none is a fault.
    expect([...codes].filter((code) => code !== 'NOT_FIRST_RUN' && code !== 'UNAVAILABLE')).toEqual([]);
    const rows = await app.database.withoutOrganization<{ count: number }>(
      `select count(*) from doorways where kind = 'slug'`,
    );
    expect(rows[0]?.count).toBe(1);
  });
});

describe('signing in', () => {
  it('gives a cookie out of scripts’ reach, and the viewer behind it', async () => {
    const [row] = await app.database.withoutOrganization<{ organization_id: string }>(
      `select organization_id from doorways where kind = 'slug'`,
    );
    const [account] = await app.database.transaction({ organizationId: row?.organization_id ?? '' }, (tx) =>
      tx.query<{ email: string }>('select email from accounts'),
    );
    const email = account?.email ?? '';
    const { cookie } = await signIn(email.toUpperCase(), PASSWORD);
    const viewer = await app.graphql(cookie, '{ viewer { person { name email } teams { name } can } }');
    expect(viewer.data).toMatchObject({ viewer: { person: { name: 'Ana Anchor', email }, teams: [] } });

    // Changing the password ends the other sessions and keeps this one.
    const other = await signIn(email, PASSWORD);
    const changed = await app.graphql(
      cookie,
      `mutation { changePassword(current: "${PASSWORD}", next: "another set of harbour words") { done } }`,
    );
    expect(changed.errors).toBeUndefined();
    expect((await app.graphql(other.cookie, '{ viewer { id } }')).data).toEqual({ viewer: null });
    expect((await app.graphql(cookie, '{ viewer { id } }')).data).not.toEqual({ viewer: null });
    expect((await signIn(email, PASSWORD)).code).toBe('WRONG_CREDENTIALS');

    // Signing out ends it.
    await app.graphql(cookie, 'mutation { signOut { done } }');
    expect((await app.graphql(cookie, '{ viewer { id } }')).data).toEqual({ viewer: null });
    expect((await app.graphql(cookie, '{ organization { id } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('case 20: known and unknown e-mail get the same body', async () => {
    const [row] = await app.database.withoutOrganization<{ organization_id: string }>(
      `select organization_id from doorways where kind = 'slug'`,
    );
    const [account] = await app.database.transaction({ organizationId: row?.organization_id ?? '' }, (tx) =>
      tx.query<{ email: string }>('select email from accounts'),
    );
    const known = await signIn(account?.email ?? '', 'not the password at all');
    const unknown = await signIn('nobody@example.org', 'not the password at all');
    expect(known.text).toBe(unknown.text);
    expect(known.cookie).toBeNull();
  });

  it('case 21: aliases and X-Forwarded-For give no more tries than ten', async () => {
    // A document stops at its first refused sign-in, so its aliases are one try.
    const one = `signIn(input: { email: "victim@example.org", password: "guess guess guess" }) { viewer { id } }`;
    const query = `mutation { ${Array.from({ length: 7 }, (_, index) => `a${index}: ${one}`).join(' ')} }`;
    const codes: string[] = [];
    for (let part = 0; part < 12; part++) {
      const reply = await app.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${part}` },
        payload: { query },
      });
      const { errors } = JSON.parse(reply.body) as { errors: { extensions: { code: string } }[] };
      codes.push(...errors.map((error) => error.extensions.code));
    }
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'WRONG_CREDENTIALS'), 'RATE_LIMITED', 'RATE_LIMITED']);
  });
});

describe('the demo’s door', () => {
  it('is closed when the server is not a trial on loopback', async () => {
    const open = await TestApp.start({ HOST: '0.0.0.0', PUBLIC_URL: 'https://chapterhouse.example.org' });
    try {
      const instance = await open.graphql(null, '{ instance { demoAvailable } demoPersonas { name } }');
      expect(instance.data).toEqual({ instance: { demoAvailable: false }, demoPersonas: [] });
      const made = await open.graphql(null, 'mutation { createDemo { viewer { id } } }');
      expect(made.errors?.[0]?.extensions.code).toBe('DEMO_CLOSED');
    } finally {
      await open.stop();
    }
  });
});
