import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { tellDemo } from './demo-story.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** The session of a persona. */
async function enteredAs(personId = ''): Promise<string> {
  const entered = await app.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { query: `mutation { signInAsPersona(personId: "${personId}") { viewer { id } } }` },
  });
  return /chapterhouse=([^;]+)/u.exec(String(entered.headers['set-cookie']))?.[1] ?? '';
}

interface Brief {
  state: string;
  overdue: boolean;
  sentAt: string;
  sentBy: { name: string };
  recipients: { name: string }[];
  data: {
    ask: string;
    impediment: { source: string; ageInWorkingDays: number };
    blockedTeamDays: { soFar: number };
    velocity: { teams: { items: { lost: number | null } }[] };
  };
  answer: { kind: string; at: string; by: { name: string } } | null;
  impediment: { level: number; state: string; activity: { edges: { node: { event: string } }[] } };
}

const BRIEFS = `state overdue sentAt sentBy { name } recipients { name } answer { kind at by { name } }
  data { ask impediment { source ageInWorkingDays } blockedTeamDays { soFar } velocity { teams { items { lost } } } }
  impediment { level state activity(first: 20) { edges { node { event } } } }`;

it('the top level was asked twice: one answer is on the record, one is waited for', async () => {
  const made = await app.graphql(null, 'mutation { createDemo { viewer { id } } }');
  expect(made.errors).toBeUndefined();
  const { data } = await app.graphql<{ demoPersonas: { personId: string; role: string; name: string }[] }>(
    null,
    '{ demoPersonas { personId role name } }',
  );
  const executives = (data?.demoPersonas ?? []).filter(({ role }) => role === 'EXECUTIVE_ACTION_TEAM');
  expect(executives).toHaveLength(2);
  const cookie = await enteredAs(executives[0]?.personId);
  const page = `{ edges { node { ${BRIEFS} } } }`;
  const reply = await app.graphql<Record<'waiting' | 'past', { edges: { node: Brief }[] }>>(
    cookie,
    `{ waiting: briefsAskedOfMe ${page} past: briefsAskedOfMe(open: false) ${page} }`,
  );
  expect(reply.errors).toBeUndefined();
  const [waiting, none] = (reply.data?.waiting.edges ?? []).map(({ node }) => node);
  const [answered] = (reply.data?.past.edges ?? []).map(({ node }) => node);
  expect(none).toBeUndefined();
  expect(waiting).toMatchObject({ state: 'WAITING', overdue: false, answer: null, impediment: { level: 3 } });
  expect(answered).toMatchObject({ state: 'ANSWERED', answer: { kind: 'AGREED_WITH_CHANGE' } });
  for (const brief of [waiting, answered]) {
    expect(brief?.recipients).toHaveLength(3);
    expect(brief?.data.impediment.source).not.toBe('');
    expect(brief?.data.blockedTeamDays.soFar).toBeGreaterThan(0);
    expect(brief?.impediment.activity.edges.map(({ node }) => node.event)).toContain('impediment.brief-sent');
  }
  expect(waiting?.data.impediment.source).not.toBe(answered?.data.impediment.source);
  expect(Date.parse(answered?.answer?.at ?? '')).toBeGreaterThan(Date.parse(answered?.sentAt ?? ''));
  const velocities = [waiting, answered].flatMap((brief) => brief?.data.velocity.teams ?? []);
  expect(velocities.some(({ items }) => items.lost !== null)).toBe(true);

  // Whoever asked and may be visited has the answer in the inbox, still unread.
  const master = data?.demoPersonas.find(({ role }) => role === 'SCRUM_OF_SCRUMS_MASTER');
  expect(answered?.sentBy.name).toBe(master?.name);
  const told = await app.graphql<{ inbox: { edges: { node: { event: string; reason: string; excerpt: string } }[] } }>(
    await enteredAs(master?.personId),
    '{ inbox(first: 50, unreadOnly: true) { edges { node { event reason excerpt } } } }',
  );
  expect(told.data?.inbox.edges.map(({ node }) => node)).toContainEqual({
    event: 'impediment.brief-answered',
    reason: 'MENTIONED',
    excerpt: expect.stringMatching(/^Yes, for six months/),
  });
});

it('on any day of a month', () => {
  for (let day = 1; day <= 28; day++) {
    const today = `2026-02-${String(day).padStart(2, '0')}`;
    const briefs = tellDemo(today).impediments.flatMap(({ brief, raisedAt }) =>
      brief ? [{ ...brief, raisedAt }] : [],
    );
    expect(briefs.map(({ answer }) => answer === null).toSorted()).toEqual([false, true]);
    for (const { raisedAt, sentAt, answer } of briefs) {
      expect(sentAt > raisedAt).toBe(true);
      expect(answer === null || answer.at > sentAt).toBe(true);
    }
  }
});
