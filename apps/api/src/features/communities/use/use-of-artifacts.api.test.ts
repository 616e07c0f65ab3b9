import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publishedArtifact } from '../../../../test/published-artifact.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../../test/world.js';

let app: TestApp;
let house: TestOrganization;
let communityId: string;
let team: TestTeam;
let facilitator: TestPerson;
let scrumMaster: TestPerson;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Users');
  team = await house.team('Payments');
  scrumMaster = await team.scrumMaster('Sam');
  facilitator = await house.person('Fay');
  communityId = await house.insert('communities', {
    name: 'Testing',
    founded_by: facilitator.id,
    created_at: '2026-01-01',
  });
  await house.query(
    `insert into community_members (organization_id, community_id, person_id, facilitator, since) values ($1, $2, $3, true, '2026-01-01')`,
    [house.id, communityId, facilitator.id],
  );
});
afterAll(() => app?.stop());

const published = (kind: string, versions = 1): Promise<{ id: string; number: number }> =>
  publishedArtifact(house, { kind, communityId, by: facilitator.id, versions });

async function ask(who: TestPerson, query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { data, errors } = await app.graphql(who.cookie, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

it('a team adopts an old version and is nudged; the artifact tells who follows it', async () => {
  const { id, number } = await published('PLAYBOOK', 3);
  const adopted = await ask(
    scrumMaster,
    `mutation ($a: ID!, $t: ID!) { adopt(artifactId: $a, teamId: $t, number: 1, since: "2026-01-20", feel: WELL, note: "Fine") {
       behindBy feel note rowVersion viewerCan team { name } by { name } artifact { key } version { number } } }`,
    { a: `Artifact_${id}`, t: `Team_${team.id}` },
  );
  expect(adopted).toEqual({
    adopt: {
      behindBy: 2,
      feel: 'WELL',
      note: 'Fine',
      rowVersion: 1,
      viewerCan: ['adoption:edit', 'adoption:end'],
      team: { name: 'Payments' },
      by: { name: 'Sam' },
      artifact: { key: `A-${number}` },
      version: { number: 1 },
    },
  });
  const nudged = await ask(
    facilitator,
    `mutation ($a: ID!, $t: [ID!]!) { nudgeTeams(artifactId: $a, teamIds: $t) { viewerCan viewerTeamsFollow { id }
       adoption { teams current behind byVersion { teams version { number } } behindTeams { nudgedAt team { name } } overTime { month } } } }`,
    { a: `Artifact_${id}`, t: [`Team_${team.id}`] },
  );
  expect(nudged).toMatchObject({
    nudgeTeams: {
      viewerCan: expect.arrayContaining(['adoption:nudge']),
      viewerTeamsFollow: [],
      adoption: {
        teams: 1,
        current: 0,
        behind: 1,
        byVersion: [{ teams: 1, version: { number: 1 } }],
        behindTeams: [{ nudgedAt: expect.any(String), team: { name: 'Payments' } }],
      },
    },
  });
});

it('a tree is walked, a checklist run, a template offered', async () => {
  const tree = await published('DECISION_TREE');
  const walked = await ask(
    scrumMaster,
    `mutation ($a: ID!) { startWalk(artifactId: $a) { at path { node { id } } outcome { text } version { number tree { root problems { code } } } } }`,
    { a: `Artifact_${tree.id}` },
  );
  const version = { number: 1, tree: { root: 'A', problems: [] } };
  expect(walked).toEqual({ startWalk: { at: 'A', path: [], outcome: null, version } });
  const counted = await ask(
    facilitator,
    `query ($a: ID!) { walkCounts(artifactId: $a) { walks nodes { node { id kind } reached } } }`,
    {
      a: `Artifact_${tree.id}`,
    },
  );
  expect(counted).toMatchObject({ walkCounts: { walks: 1 } });

  const again = await ask(scrumMaster, `mutation ($a: ID!) { startWalk(artifactId: $a) { id } }`, {
    a: `Artifact_${tree.id}`,
  });
  const { id: walkId } = (again as { startWalk: { id: string } }).startWalk;
  await ask(scrumMaster, `mutation ($w: ID!) { takeAnswer(walkId: $w, from: "A", to: "B") { id } }`, { w: walkId });
  expect(await ask(scrumMaster, walking(tree.id))).toEqual({
    node: { viewerWalk: { id: walkId, at: 'B', path: [{ answer: { to: 'B' } }], version: { number: 1 } } },
  });
  expect(await ask(facilitator, walking(tree.id))).toEqual({ node: { viewerWalk: null } });

  const checklist = await published('CHECKLIST');
  const run = await ask(
    scrumMaster,
    `mutation ($a: ID!, $t: ID!) { startChecklistRun(artifactId: $a, title: "Release", teamId: $t) {
       done total viewerCan team { name } startedBy { name } version { title } steps { done by { name } step { id text } } } }`,
    { a: `Artifact_${checklist.id}`, t: `Team_${team.id}` },
  );
  expect(run).toMatchObject({ startChecklistRun: { done: 0, total: 2, team: { name: 'Payments' } } });
  const listed = await ask(facilitator, `{ checklistRuns(open: true) { totalCount edges { node { title } } } }`);
  expect(listed).toEqual({ checklistRuns: { totalCount: 1, edges: [{ node: { title: 'Release' } }] } });

  const stranger = await house.person('Sid');
  const colleague = await team.developer('Dot');
  for (const [who, totalCount] of [
    [stranger, 0],
    [colleague, 1],
  ] as const)
    expect(await ask(who, '{ checklistRuns(mine: true) { totalCount } }')).toEqual({ checklistRuns: { totalCount } });
  const ofArtifact = (id: string): Promise<unknown> =>
    ask(facilitator, `{ checklistRuns(artifactId: "Artifact_${id}") { totalCount edges { node { title } } } }`);
  expect(await ofArtifact(checklist.id)).toMatchObject({ checklistRuns: { totalCount: 1, edges: [{}] } });
  expect(await ofArtifact(tree.id)).toEqual({ checklistRuns: { totalCount: 0, edges: [] } });

  const template = await published('TEMPLATE');
  const offered = await ask(
    scrumMaster,
    `query ($k: String!) { templates(for: DECISION) { key } templateFields(key: $k) { title template { number } fields { name text } } }`,
    { k: `A-${template.number}` },
  );
  expect(offered).toEqual({
    templates: [{ key: `A-${template.number}` }],
    templateFields: {
      title: 'TEMPLATE',
      template: { number: 1 },
      fields: [
        { name: 'context', text: 'Why we ask.' },
        { name: 'drivers', text: '- cost' },
      ],
    },
  });
});

/** Where the viewer is in the tree. */
function walking(id: string): string {
  return `{ node(id: "Artifact_${id}") { ... on Artifact { viewerWalk { id at path { answer { to } } version { number } } } } }`;
}
