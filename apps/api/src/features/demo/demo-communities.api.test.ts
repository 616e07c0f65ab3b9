import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { Verifications } from '../../platform/events/verifications.js';
import { DEMO_SLUG } from './demo-words.js';
import { DemoService } from './demo.service.js';

let app: TestApp;
let organizationId: string;
beforeAll(async () => {
  app = await TestApp.start();
  await app.app.get(DemoService).create(DEMO_SLUG);
  const [row] = await app.database.withoutOrganization<{ organization_id: string }>(
    `select organization_id from doorways where kind = 'demo'`,
  );
  organizationId = row?.organization_id ?? '';
});
afterAll(() => app?.stop());

const rows = <Row extends object>(sql: string): Promise<Row[]> =>
  app.database.transaction({ organizationId }, (tx) => tx.query<Row & Record<string, unknown>>(sql));

it('has a community that meets, talks, and has ideas on their way', async () => {
  const communities = await rows<{ name: string; members: number }>(
    `select c.name, count(*)::int as members from communities c join community_members m on m.community_id = c.id
      group by c.name order by c.name`,
  );
  expect(communities).toEqual([
    { name: 'After the storm', members: 9 },
    { name: 'Getting on board', members: 7 },
    { name: 'Testing', members: 15 },
  ]);
  expect(await rows('select from community_members where facilitator')).toHaveLength(3);
  expect(await rows(`select from cadences where community_id is not null and kind = 'COP_MEETING'`)).toHaveLength(1);
  expect(await rows('select from discussions')).toHaveLength(2);
  const states = await rows<{ state: string }>('select state from ideas order by state');
  expect(states.map(({ state }) => state)).toEqual(['ADOPTED', 'DISCUSSED', 'DROPPED', 'IDEA', 'ON_TRIAL']);
});

it('publishes: a playbook in its third version, a tree, checklists, a template', async () => {
  const published = await rows('select kind, version_count from artifacts order by number');
  expect(published).toEqual([
    { kind: 'PLAYBOOK', version_count: 3 },
    { kind: 'DECISION_TREE', version_count: 1 },
    { kind: 'CHECKLIST', version_count: 1 },
    { kind: 'TEMPLATE', version_count: 1 },
    { kind: 'CHECKLIST', version_count: 1 },
  ]);
  const pages = await rows<{ pages: number }>(
    `select count(*)::int as pages from artifact_version_pages p join artifact_versions v on v.id = p.version_id
       join artifacts a on a.id = v.artifact_id and a.number = 1 group by v.number order by v.number`,
  );
  expect(pages.map((row) => row.pages)).toEqual([3, 4, 6]);
});

it('has readers: teams that follow the latest version, and teams that are behind', async () => {
  const followed = await rows(
    'select number, count(*)::int as teams from adoptions where until is null group by number order by number',
  );
  expect(followed).toEqual([
    { number: 1, teams: 2 },
    { number: 2, teams: 2 },
    { number: 3, teams: 4 },
  ]);
  expect(await rows('select from checklist_runs where ended_at is null')).toHaveLength(2);
  const [walks] = await rows<{ walks: number; finished: number }>(
    'select count(*)::int as walks, count(finished_at)::int as finished from tree_walks',
  );
  expect(walks).toEqual({ walks: 39, finished: 29 });
});

/** The session of whoever opens the demo. */
async function visitor(): Promise<string> {
  const opened = await app.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { query: 'mutation { createDemo { viewer { id } } }' },
  });
  return /chapterhouse=([^;]+)/u.exec(String(opened.headers['set-cookie']))?.[1] ?? '';
}

it('asks whoever looks at it first for a review, and tells them of a proposal', async () => {
  interface Inbox {
    inbox: { edges: { node: { reason: string; artifact: object | null } }[] };
    reviewsAskedOfMe: { artifact: object }[];
  }
  const { data } = await app.graphql<Inbox>(
    await visitor(),
    `{ inbox(unreadOnly: true, first: 50) { edges { node { reason artifact { key } } } }
       reviewsAskedOfMe { artifact { key } } }`,
  );
  const told = (data?.inbox.edges ?? []).map(({ node }) => node).filter(({ artifact }) => artifact !== null);
  expect(told.toSorted((a, b) => a.reason.localeCompare(b.reason))).toEqual([
    { reason: 'PROPOSAL_MADE', artifact: { key: 'A-4' } },
    { reason: 'REVIEW_ASKED', artifact: { key: 'A-1' } },
  ]);
  expect(data?.reviewsAskedOfMe).toEqual([{ artifact: { key: 'A-1' } }]);
  // The other reviewer has answered.
  expect(await rows(`select from inbox_entries where reason = 'REVIEW_ASKED' and read_at is null`)).toHaveLength(1);
});

it('leads nowhere that is not there, and its tree is in order', async () => {
  const versions = await rows<{ mermaid: string }>(`select mermaid from artifact_versions where mermaid <> ''`);
  expect(versions.map(({ mermaid }) => readDecisionTree(mermaid).problems)).toEqual([[]]);
  const { data } = await app.graphql<{ artifact: { draft: object } }>(
    await visitor(),
    '{ artifact(key: "A-1") { draft { brokenLinks { target } review { approvalsMissing } } } }',
  );
  expect(data?.artifact.draft).toEqual({ brokenLinks: [], review: { approvalsMissing: 1 } });
});

it('agrees with its events', async () => {
  const found = await app.database.transaction({ organizationId }, (tx) => app.app.get(Verifications).run(tx));
  expect(Object.values(found).flat()).toEqual([]);
});
