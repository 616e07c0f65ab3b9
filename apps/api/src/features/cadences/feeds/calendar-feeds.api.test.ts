import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesByIcal, datesByTsIcs, readDate, type Span } from '../../../../test/calendar-readers.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../../test/world.js';

const MAKE = `mutation ($scope: FeedScope!, $scopeId: ID) {
  createCalendarFeed(scope: $scope, scopeId: $scopeId) { address feed { id scope label lastReadAt } } }`;
const LIST = '{ calendarFeeds { id scope label lastReadAt } }';
const REVOKE = 'mutation ($id: ID!) { revokeCalendarFeed(id: $id) { done } }';
const CREATE =
  'mutation ($input: CadenceInput!) { createCadence(input: $input) { id version next(count: 4) { id version } } }';

interface Made {
  createCalendarFeed: {
    address: string;
    feed: { id: string; scope: string; label: string; lastReadAt: string | null };
  };
}
interface Created {
  createCadence: { id: string; version: number; next: { id: string; version: number }[] };
}

let app: TestApp;
let house: TestOrganization;
let owner: TestPerson;
let team: TestTeam;
let master: TestPerson;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Feeds', 'Europe/Berlin');
  owner = await house.administrator('Ada');
  team = await house.team('Cranes');
  master = await team.scrumMaster('Mia');
});
afterAll(() => app.stop());

async function ask<Data>(query: string, variables: object, cookie = owner.cookie): Promise<Data> {
  const { data, errors } = await app.graphql<Data>(cookie, query, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  expect(errors).toBeUndefined();
  return data;
}

const get = (url: string, headers: Record<string, string> = {}) => app.app.inject({ method: 'GET', url, headers });

const input = (changes: object) => ({
  input: {
    kind: 'OWN',
    name: 'Sync',
    scopeKind: 'TEAM',
    scopeId: `Team_${team.id}`,
    rule: 'FREQ=WEEKLY;BYDAY=TU',
    startsAt: '2026-01-06T09:30',
    timeZone: 'Europe/Berlin',
    minutes: 45,
    facilitation: 'NONE',
    audience: { roles: ['SCRUM_MASTER'], personIds: [] },
    ...changes,
  },
});

const days = (count: number): Date => new Date(Date.now() + count * 86_400_000);
const day = (count: number): string => days(count).toISOString().slice(0, 10);

async function occurrences(span: Span, filter: object, cookie: string): Promise<string[]> {
  interface Answer {
    occurrences: { startsAt: string; endsAt: string; name: string; state: string }[];
  }
  const [from, endsBefore] = [span.from.toISOString().slice(0, 10), span.before.toISOString().slice(0, 10)];
  const query = `query ($from: Date!, $endsBefore: Date!, $filter: CadenceFilter) {
    occurrences(from: $from, endsBefore: $endsBefore, filter: $filter) { startsAt endsAt name state } }`;
  const { occurrences: found } = await ask<Answer>(query, { from, endsBefore, filter }, cookie);
  return found
    .map(({ startsAt, endsAt, name, state }) =>
      readDate(new Date(startsAt), new Date(endsAt), name, state === 'CANCELLED'),
    )
    .sort();
}

describe("A team's feed", () => {
  it('shows two independent readers the dates that the api says, moved, skipped and cancelled ones too', async () => {
    const rules = [
      { name: 'Weekly', rule: 'FREQ=WEEKLY;BYDAY=TU' },
      {
        name: 'New York',
        rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
        timeZone: 'America/New_York',
        startsAt: '2025-11-03T16:00',
      },
      {
        name: 'Casablanca',
        rule: 'FREQ=DAILY;INTERVAL=3',
        timeZone: 'Africa/Casablanca',
        startsAt: '2025-12-01T08:15',
      },
      { name: 'Second Tuesday', rule: 'FREQ=MONTHLY;BYDAY=2TU,-1FR', timeZone: 'Asia/Kolkata' },
      {
        name: 'Last workday',
        rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
        timeZone: 'UTC',
        startsAt: '2026-01-30T10:00',
      },
      { name: 'Twelve', rule: `FREQ=WEEKLY;COUNT=12`, startsAt: `${day(-20)}T18:00`, timeZone: 'Australia/Lord_Howe' },
      {
        name: 'Until',
        rule: `FREQ=DAILY;UNTIL=${day(60).replaceAll('-', '')}`,
        timeZone: 'America/St_Johns',
        startsAt: '2026-01-30T04:30',
      },
      { name: 'Once', rule: null, startsAt: `${day(10)}T12:00` },
    ];
    const made: Record<string, Created['createCadence']> = {};
    for (const rule of rules) made[rule.name] = (await ask<Created>(CREATE, input(rule))).createCadence;
    const change = async (name: string, place: number, mutation: string, variables: object = {}): Promise<void> => {
      const occurrence = made[name]?.next[place];
      if (!occurrence) throw new Error(`${name} has no such date.`);
      await ask(mutation, { ...occurrence, ...variables });
    };
    const move =
      'mutation ($id: ID!, $version: Int!, $to: LocalDateTime!) { moveOccurrence(id: $id, version: $version, to: $to, reason: "Holiday") { id } }';
    const cancel =
      'mutation ($id: ID!, $version: Int!) { cancelOccurrence(id: $id, version: $version, reason: "Ill") { id } }';
    const skip = 'mutation ($id: ID!, $version: Int!) { skipOccurrence(id: $id, version: $version) { id } }';
    await change('Weekly', 0, skip);
    await change('Weekly', 1, move, { to: `${day(17)}T11:15` });
    await change('Weekly', 2, cancel);
    await change('New York', 1, move, { to: `${day(12)}T07:00` });
    await change('Casablanca', 0, cancel);
    await change('Once', 0, move, { to: `${day(11)}T13:00` });
    await ask('mutation ($id: ID!, $day: Date!) { endCadence(id: $id, version: 1, endsBefore: $day) { id } }', {
      id: made['Casablanca']?.id,
      day: day(70),
    });

    const { createCalendarFeed: feed } = await ask<Made>(MAKE, { scope: 'TEAM', scopeId: `Team_${team.id}` });
    expect(feed.feed).toMatchObject({ scope: 'TEAM', label: 'Meetings of Cranes', lastReadAt: null });
    const reply = await get(feed.address);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8');
    for (const line of reply.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(reply.body).not.toMatch(/[^\r]\n/u);
    for (let at = -30; at < 360; at += 90) {
      const span = { from: new Date(day(at)), before: new Date(day(at + 90)) };
      // Days here are the organization's.
      const shifted = {
        from: new Date(span.from.getTime() + 2 * 3_600_000),
        before: new Date(span.before.getTime() - 3 * 3_600_000),
      };
      const inside = (date: string): boolean =>
        date >= shifted.from.toISOString() && date < shifted.before.toISOString();
      const expected = (
        await occurrences(span, { scopeKind: 'TEAM', scopeId: `Team_${team.id}` }, owner.cookie)
      ).filter(inside);
      expect(expected.length).toBeGreaterThan(20);
      expect(datesByIcal(reply.body, shifted)).toEqual(expected);
      const known = (date: string): boolean => !date.endsWith('Last workday');
      expect(datesByTsIcs(reply.body, shifted).filter(known)).toEqual(expected.filter(known));
    }
    expect(reply.body.match(/^BEGIN:VTIMEZONE/gmu)).toHaveLength(6);
    expect(reply.body).toMatch(/SEQUENCE:\d+\r\n/u);
  });

  it('is not changed by being read, and tells who asks again that nothing is new', async () => {
    const { createCalendarFeed: feed } = await ask<Made>(MAKE, { scope: 'TEAM', scopeId: `Team_${team.id}` });
    const first = await get(feed.address);
    const again = await get(feed.address, { 'if-none-match': String(first.headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const { calendarFeeds } = await ask<{ calendarFeeds: Made['createCalendarFeed']['feed'][] }>(LIST, {});
    expect(calendarFeeds.find(({ id }) => id === feed.feed.id)?.lastReadAt).not.toBeNull();
    const stored = await house.query<{ secret_hash: Buffer }>('select secret_hash from calendar_feeds');
    for (const { secret_hash: hash } of stored) expect(feed.address).not.toContain(hash.toString('base64url'));
  });

  it('keeps whatever somebody writes within its own line', async () => {
    const other = await house.team('Injected');
    const evil = 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nSUMMARY:evil';
    const named = {
      name: 'x\\n;,:"é😀'.repeat(12),
      agenda: `${evil}\n\u2028END:VCALENDAR\u0085`,
      place: 'Hall, 1; "2"',
    };
    await ask(CREATE, input({ scopeId: `Team_${other.id}`, ...named }));
    const { createCalendarFeed: feed } = await ask<Made>(MAKE, { scope: 'TEAM', scopeId: `Team_${other.id}` });
    const { body } = await get(feed.address);
    expect(body.match(/^BEGIN:VEVENT/gmu)).toHaveLength(1);
    expect(body.match(/^END:VCALENDAR/gmu)).toHaveLength(1);
    const span = { from: new Date('2026-01-01'), before: new Date('2026-01-08') };
    expect(datesByIcal(body, span)).toEqual([`2026-01-06T08:30:00.000Z 2026-01-06T09:15:00.000Z ${named.name}`]);
    expect(datesByTsIcs(body, span)).toEqual(datesByIcal(body, span));
  });
});

describe("A chapter's feed", () => {
  it('has the meetings of the chapter, and no others of its area', async () => {
    const create = `mutation ($id: ID!) { createChapter(name: "Guides", scopeKind: AREA, scopeId: $id) { id } }`;
    const area = `Area_${await house.areaNamed('Quay')}`;
    const { createChapter: chapter } = await ask<{ createChapter: { id: string } }>(create, { id: area });
    const of = { scopeKind: 'AREA', scopeId: area, audience: { roles: [], personIds: [] } };
    await ask(CREATE, input({ name: 'Triage', ...of, chapterId: chapter.id }));
    await ask(CREATE, input({ name: 'Of the area', ...of }));
    const { createCalendarFeed: feed } = await ask<Made>(MAKE, { scope: 'CHAPTER', scopeId: chapter.id });
    expect(feed.feed.label).toBe('Meetings of the chapter Guides');
    const { body } = await get(feed.address);
    expect(body).toContain('SUMMARY:Triage');
    expect(body).not.toContain('Of the area');
  });
});

describe("A person's feed", () => {
  it('has the meetings to which they are invited, from when on they are, and until', async () => {
    const other = await house.team('Roles');
    const now = await house.person('Now');
    const soon = await house.person('Soon');
    const boundary = day(45);
    await house.assign(now, 'SCRUM_MASTER', { team_id: other.id }, { startsOn: '2026-01-01', endsBefore: boundary });
    await house.assign(soon, 'SCRUM_MASTER', { team_id: other.id }, { startsOn: boundary });
    const scopeId = `Team_${other.id}`;
    await ask(CREATE, input({ name: 'Of the role', scopeId }));
    await ask(CREATE, input({ name: 'By name', scopeId, audience: { roles: [], personIds: [`Person_${soon.id}`] } }));
    await ask(CREATE, input({ name: 'Of others', scopeId, audience: { roles: ['PRODUCT_OWNER'], personIds: [] } }));
    for (const person of [now, soon]) {
      const { createCalendarFeed: feed } = await ask<Made>(MAKE, { scope: 'PERSON' }, person.cookie);
      expect(feed.feed.label).toBe('My meetings');
      const { body } = await get(feed.address);
      for (const at of [0, 80]) {
        const span = { from: new Date(day(at)), before: new Date(day(at + 80)) };
        const expected = await occurrences(span, { mine: true }, person.cookie);
        expect(datesByIcal(body, span)).toEqual(expected);
        expect(datesByTsIcs(body, span)).toEqual(expected);
      }
      expect(body).not.toContain('Of others');
    }
  });

  it('is dead once it is revoked, with the account, and with the password', async () => {
    const reader = await house.person('Reader');
    const feeds = await Promise.all(
      ['PERSON', 'PERSON', 'TEAM'].map((scope) =>
        ask<Made>(MAKE, { scope, ...(scope === 'TEAM' && { scopeId: `Team_${team.id}` }) }, reader.cookie),
      ),
    );
    const [one, two, three] = feeds.map(({ createCalendarFeed: made }) => made);
    if (!one || !two || !three) throw new Error('Not made.');
    const status = async (): Promise<number[]> =>
      Promise.all([one, two, three].map(async ({ address }) => (await get(address)).statusCode));
    // Somebody else's own one is not there.
    expect((await app.graphql(owner.cookie, REVOKE, { id: one.feed.id })).text).toContain('NOT_FOUND');
    await ask(REVOKE, { id: one.feed.id }, reader.cookie);
    expect(await status()).toEqual([404, 200, 200]);
    const never = await get(one.address.replace(/\.[^/]+/u, `.${'A'.repeat(43)}`));
    expect((await get(one.address)).body).toBe(never.body);
    await house.query('update people set deactivated_at = now() where id = $1', [reader.id]);
    expect(await status()).toEqual([404, 404, 404]);
    await house.query('update people set deactivated_at = null where id = $1', [reader.id]);
    expect(await status()).toEqual([404, 200, 200]);
    await house.query(
      `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, 'reader@example.org', 'a')`,
      [house.id, reader.id],
    );
    await house.query(`update accounts set email = 'reader2@example.org' where person_id = $1`, [reader.id]);
    expect(await status()).toEqual([404, 200, 200]);
    await house.query(`update accounts set password_hash = 'b' where person_id = $1`, [reader.id]);
    expect(await status()).toEqual([404, 404, 404]);
    for (const path of ['/feeds/calendar/x/y.ics', `/feeds/calendar/${'a'.repeat(32)}.${'A'.repeat(43)}/y.ics`])
      expect((await get(path)).statusCode).toBe(404);
  });

  it("is the viewer's to see; who answers for a team sees and revokes the team's", async () => {
    const reader = await house.person('Another');
    const { createCalendarFeed: own } = await ask<Made>(MAKE, { scope: 'PERSON' }, reader.cookie);
    const { createCalendarFeed: ofTeam } = await ask<Made>(
      MAKE,
      { scope: 'TEAM', scopeId: `Team_${team.id}` },
      reader.cookie,
    );
    const listed = async (cookie: string) =>
      (await ask<{ calendarFeeds: { id: string; label: string }[] }>(LIST, {}, cookie)).calendarFeeds;
    const seen = await listed(master.cookie);
    expect(seen.map(({ id }) => id)).not.toContain(own.feed.id);
    expect(seen.find(({ id }) => id === ofTeam.feed.id)?.label).toBe('Meetings of Cranes, made by Another');
    const stranger = await (await house.team('Far')).scrumMaster('Far away');
    expect(await listed(stranger.cookie)).toEqual([]);
    expect((await app.graphql(stranger.cookie, REVOKE, { id: ofTeam.feed.id })).text).toContain('NOT_FOUND');
    await ask(REVOKE, { id: ofTeam.feed.id }, master.cookie);
    expect((await get(ofTeam.address)).statusCode).toBe(404);
  });

  it('is made ten times at most, of what is here only', async () => {
    const many = await house.person('Many');
    for (let made = 0; made < 10; made += 1) await ask(MAKE, { scope: 'PERSON' }, many.cookie);
    expect((await app.graphql(many.cookie, MAKE, { scope: 'PERSON' })).text).toContain('revoke one first');
    const foreign = await (await app.world.organization('Foreign')).team('Foreign');
    for (const scopeId of [`Team_${foreign.id}`, 'Team_01920000-0000-7000-8000-000000000000'])
      expect((await app.graphql(many.cookie, MAKE, { scope: 'TEAM', scopeId })).text).toContain('NOT_FOUND');
    for (const given of [{ scope: 'TEAM' }, { scope: 'CHAPTER' }, { scope: 'PERSON', scopeId: `Team_${team.id}` }])
      expect((await app.graphql(many.cookie, MAKE, given)).text).toContain('INVALID_INPUT');
  });
});
