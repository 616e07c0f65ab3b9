import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { publishedArtifact } from '../../../../test/published-artifact.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../../test/world.js';
import { Tx } from '../../../platform/database/tx.js';
import { Verifications } from '../../../platform/events/verifications.js';

type Answer = { it: { id: string; rowVersion: number; done: number } };

let app: TestApp;
let house: TestOrganization;
let team: TestTeam;
let communityId: string;
let ana: TestPerson;
let sam: TestPerson;
let dora: TestPerson;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('At once');
  team = await house.team('Payments');
  [ana, sam, dora] = [await house.person('Ana'), await team.scrumMaster('Sam'), await team.developer('Dora')];
  communityId = await house.insert('communities', { name: 'Testing', founded_by: ana.id, created_at: '2026-01-01' });
  await house.query(
    `insert into community_members (organization_id, community_id, person_id, facilitator, since) values ($1, $2, $3, true, '2026-01-01')`,
    [house.id, communityId, ana.id],
  );
});
afterAll(() => app?.stop());

const published = async (kind: string, versions = 1): Promise<string> =>
  `Artifact_${(await publishedArtifact(house, { kind, communityId, by: ana.id, versions })).id}`;
const send = (who: TestPerson, mutation: string): Promise<GraphqlReply<Answer>> =>
  app.graphql<Answer>(who.cookie, `mutation { it: ${mutation} }`);
const codeOf = ({ errors }: GraphqlReply<Answer>): string => errors?.[0]?.extensions.code ?? 'DONE';
const codes = (replies: GraphqlReply<Answer>[]): string[] => replies.map(codeOf).sort();

async function done(who: TestPerson, mutation: string): Promise<Answer['it']> {
  const reply = await send(who, mutation);
  if (!reply.data) throw new Error(reply.text);
  return reply.data.it;
}

const eventsOf = async (id: string): Promise<string[]> => {
  const sql = 'select name from events where organization_id = $1 and subject_id = $2 order by id';
  const rows = await house.query<{ name: string }>(sql, [house.id, id.replace(/.*_/u, '')]);
  return rows.map(({ name }) => name);
};
const adopting = (artifact: string, of = team, more = ''): string =>
  `adopt(artifactId: "${artifact}", teamId: "Team_${of.id}", number: 1 ${more}) { id rowVersion }`;
const ticking = (run: string, step: string, more = ''): string =>
  `tickStep(runId: "${run}", stepId: "${step}", done: true ${more}) { id rowVersion done }`;
const key = (name: string): string => `, idempotencyKey: "${name}-0001"`;

describe('two at once', () => {
  it('tick one run: neither waits for a version, nothing is lost, the same step is ticked once', async () => {
    const checklist = await published('CHECKLIST');
    const run = await done(
      sam,
      `startChecklistRun(artifactId: "${checklist}", title: "Release", teamId: "Team_${team.id}") { id rowVersion }`,
    );
    const ticked = await Promise.all([
      send(sam, ticking(run.id, 'one')),
      send(dora, ticking(run.id, 'two', ', note: "By hand"')),
    ]);
    expect(codes(ticked)).toEqual(['DONE', 'DONE']);
    const again = await Promise.all([send(sam, ticking(run.id, 'one')), send(dora, ticking(run.id, 'one'))]);
    expect(again.map(({ data }) => data?.it)).toEqual(again.map(() => ({ id: run.id, rowVersion: 3, done: 2 })));
    expect(await eventsOf(run.id)).toEqual([
      'checklist-run.started',
      'checklist-run.step-ticked',
      'checklist-run.step-ticked',
    ]);
    const ended = [1, 2].map(() => send(sam, `endChecklistRun(id: "${run.id}", rowVersion: 3) { id rowVersion }`));
    expect(codes(await Promise.all(ended))).toEqual(['DONE', 'RUN_ENDED']);
  });

  it('adopt for one team: one does, the other is told of it', async () => {
    const playbook = await published('PLAYBOOK', 2);
    const replies = await Promise.all([sam, dora, sam].map((who) => send(who, adopting(playbook))));
    expect(codes(replies)).toEqual(['ADOPTED_ALREADY', 'ADOPTED_ALREADY', 'DONE']);
    const { id } = replies.flatMap(({ data }) => data?.it ?? [])[0] ?? { id: '' };
    const refused = replies.find((reply) => codeOf(reply) !== 'DONE')?.errors?.[0]?.extensions;
    expect(refused).toMatchObject({ details: { adoptionId: id, number: 1 } });
    const edits = ['WELL', 'BADLY'].map((feel) =>
      send(sam, `editAdoption(id: "${id}", rowVersion: 1, feel: ${feel}) { id }`),
    );
    expect(codes(await Promise.all(edits))).toEqual(['CONFLICT', 'DONE']);
  });

  it('nudge one team: it is told once', async () => {
    const playbook = await published('PLAYBOOK', 3);
    const { id } = await done(sam, adopting(playbook));
    const nudge = `nudgeTeams(artifactId: "${playbook}", teamIds: ["Team_${team.id}"]) { id }`;
    expect(codes(await Promise.all([send(ana, nudge), send(ana, nudge)]))).toEqual(['DONE', 'NOT_TO_BE_NUDGED']);
    expect(await eventsOf(id)).toEqual(['adoption.begun', 'adoption.nudged']);
  });

  it('give one answer: the walk goes on once, and whoever comes late is told where it is', async () => {
    const tree = await published('DECISION_TREE');
    const { id } = await done(sam, `startWalk(artifactId: "${tree}") { id }`);
    const answer = `takeAnswer(walkId: "${id}", from: "A", to: "B") { id }`;
    const replies = await Promise.all([send(sam, answer), send(sam, answer)]);
    expect(codes(replies)).toEqual(['ANSWER_NOT_OFFERED', 'DONE']);
    expect(replies.find((reply) => codeOf(reply) !== 'DONE')?.errors?.[0]?.extensions).toMatchObject({
      details: { at: 'B' },
    });
  });
});

describe('sent twice with one key', () => {
  it('happens once, whatever it is', async () => {
    const [playbook, checklist, tree] = [
      await published('PLAYBOOK', 3),
      await published('CHECKLIST'),
      await published('DECISION_TREE'),
    ];
    const twice = async (who: TestPerson, mutation: string): Promise<Answer['it']> => {
      const [one, other] = [await done(who, mutation), await done(who, mutation)];
      expect(other).toEqual(one);
      return one;
    };
    const adoption = await twice(sam, adopting(playbook, team, key('adopt')));
    await twice(ana, `nudgeTeams(artifactId: "${playbook}", teamIds: ["Team_${team.id}"] ${key('nudge')}) { id }`);
    const edit = `editAdoption(id: "${adoption.id}", rowVersion: 2, number: 3 ${key('edit')}) { id rowVersion }`;
    expect(await twice(sam, edit)).toMatchObject({ rowVersion: 3 });
    await twice(sam, `endAdoption(id: "${adoption.id}", rowVersion: 3, why: "Over" ${key('stop')}) { id rowVersion }`);
    expect(await eventsOf(adoption.id)).toEqual([
      'adoption.begun',
      'adoption.nudged',
      'adoption.edited',
      'adoption.ended',
    ]);

    const run = await twice(sam, `startChecklistRun(artifactId: "${checklist}", title: "Mine" ${key('start')}) { id }`);
    await twice(sam, ticking(run.id, 'one', key('tick')));
    await twice(sam, `endChecklistRun(id: "${run.id}", rowVersion: 2 ${key('end')}) { id rowVersion }`);
    expect(await eventsOf(run.id)).toHaveLength(3);

    const walk = await twice(sam, `startWalk(artifactId: "${tree}" ${key('walk')}) { id at }`);
    const step = `takeAnswer(walkId: "${walk.id}", from: "A", to: "B" ${key('step')}) { id at path { node { id } } }`;
    expect(await twice(sam, step)).toMatchObject({ at: 'B', path: [{ node: { id: 'A' } }] });
    const back = `stepBack(walkId: "${walk.id}" ${key('back')}) { id at path { node { id } } }`;
    expect(await twice(sam, back)).toMatchObject({ at: 'A', path: [] });
    // The same key for something else is none.
    expect(codeOf(await send(sam, `startWalk(artifactId: "${tree}" ${key('tick')}) { id }`))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });
});

it('leaves rows that agree with their events', async () => {
  const found = await app.database.transaction({ organizationId: house.id }, (tx) =>
    app.app.get(Verifications).run(tx),
  );
  const ours = Object.entries(found).filter(([check]) => /adoptions|checklists|walks/u.test(check));
  expect(ours.map(([, wrong]) => wrong)).toEqual([[], [], [], []]);
});

it('200 teams in one summary are a few statements; archived ones follow nothing any more', async () => {
  const playbook = await published('PLAYBOOK', 3);
  const areaId = await house.areaNamed('Many');
  await house.query(
    `with made as (insert into teams (organization_id, id, area_id, name)
                     select $1, gen_random_uuid(), $2, 'Team ' || n from generate_series(1, 200) as n returning id),
          followed as (insert into adoptions (organization_id, id, team_id, artifact_id, number, since, by_id, at)
                         select $1, gen_random_uuid(), id, $3, 1, '2026-01-12', $4, '2026-01-12' from made returning id)
     insert into adoption_steps (organization_id, adoption_id, position, number, since)
       select $1, id, 1, 1, '2026-01-12' from followed`,
    [house.id, areaId, playbook.replace('Artifact_', ''), sam.id],
  );
  const look = async (): Promise<{ teams: number; behind: number; overTime: { teams: number }[] }> => {
    const query = `{ node(id: "${playbook}") { ... on Artifact { adoption {
      teams behind byVersion { teams version { number } } adoptions { id } behindTeams { team { name } version { number } by { name } viewerCan }
      overTime { month teams } } } } }`;
    const reply = await app.graphql<{ node: { adoption: Awaited<ReturnType<typeof look>> } }>(ana.cookie, query);
    if (!reply.data) throw new Error(reply.text);
    return reply.data.node.adoption;
  };
  const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
  expect(await look()).toMatchObject({ teams: 200, behind: 200 });
  const statements = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  expect(statements).toBeLessThan(25);

  await house.query(
    `update teams set archived_on = '2026-03-01' where organization_id = $1 and area_id = $2 and name like 'Team 1%'`,
    [house.id, areaId],
  );
  const left = await look();
  expect(left).toMatchObject({ teams: 89, behind: 89 });
  expect(left.overTime.at(-1)?.teams).toBe(89);
  const [gone] = await house.query<{ id: string }>(
    `select id from teams where organization_id = $1 and name = 'Team 1'`,
    [house.id],
  );
  const nudge = `nudgeTeams(artifactId: "${playbook}", teamIds: ["Team_${gone?.id}"]) { id }`;
  expect(codeOf(await send(ana, nudge))).toBe('NOT_FOUND');
});
