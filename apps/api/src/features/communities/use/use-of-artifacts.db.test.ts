import type { Actor } from '@chapterhouse/domain/actor';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedArtifact } from '../../../../test/published-artifact.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestOrganization } from '../../../../test/world.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { newId } from '../../../platform/database/new-id.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { OrganizationReferences } from '../../organization/public.js';
import { Adopt } from '../adoption/adopt.js';
import { AdoptionsRepository } from '../adoption/adoptions.repository.js';
import { AdoptionsService } from '../adoption/adoptions.service.js';
import { NudgeTeams } from '../adoption/nudge-teams.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { RunChecklist } from '../checklists/run-checklist.js';
import { RunsRepository } from '../checklists/runs.repository.js';
import { RunsService } from '../checklists/runs.service.js';
import { WalkCountsRead } from '../trees/walk-counts.read.js';
import { WalkTree } from '../trees/walk-tree.js';
import { WalksRepository } from '../trees/walks.repository.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { UseTransaction } from './use-transaction.js';

const DAY = 86_400_000;
const START = new Date('2026-03-02T09:00:00Z');

let app: TestApp;
let house: TestOrganization;
let communityId: string;
let team: { id: string };
let people: { scrumMaster: string; facilitator: string };
let uses: UseTransaction;
let artifacts: ArtifactsRepository;
let versions: VersionsRepository;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Users');
  const payments = await house.team('Payments');
  team = payments;
  const facilitator = (await house.person('Fay')).id;
  people = { scrumMaster: (await payments.scrumMaster('Sam')).id, facilitator };
  communityId = await house.insert('communities', {
    name: 'Testing',
    founded_by: facilitator,
    created_at: '2026-01-01',
  });
  await house.query(
    `insert into community_members (organization_id, community_id, person_id, facilitator, since) values ($1, $2, $3, true, '2026-01-01')`,
    [house.id, communityId, facilitator],
  );
  artifacts = new ArtifactsRepository();
  versions = new VersionsRepository();
  uses = new UseTransaction(app.database, app.app.get(EventLog), artifacts, versions);
});
afterAll(() => app?.stop());

function viewer(personId: string, now = START, assignments: Actor['assignments'] = []): Viewer {
  const [organizationId, today] = [house.id, now.toISOString().slice(0, 10)];
  const actor = { personId, organizationId, assignments, today };
  return { actor, personId, organizationId, sessionId: 's', requestId: newId(), now, today, timeZone: 'UTC' };
}
function scrumMaster(now = START): Viewer {
  const place = { productId: null, areaId: null, teamId: team.id, startsOn: null, endsBefore: null };
  return viewer(people.scrumMaster, now, [{ role: 'SCRUM_MASTER', kind: 'PRIMARY', ...place }]);
}
const call = (who: Viewer): { viewer: Viewer; input: object; idempotencyKey: null } => ({
  viewer: who,
  input: {},
  idempotencyKey: null,
});

async function artifact(kind: string, versions: number): Promise<string> {
  return (await publishedArtifact(house, { kind, communityId, by: people.facilitator, versions })).id;
}

describe('adoption', () => {
  it('goes from a version to the next, is nudged once a week when two behind, and is told over time', async () => {
    const repository = new AdoptionsRepository();
    const adopt = new Adopt(uses, repository, app.app.get(OrganizationReferences));
    const service = new AdoptionsService(app.database, repository);
    const nudges = new NudgeTeams(uses, repository);
    const id = await artifact('PLAYBOOK', 3);
    const given = { artifactId: id, teamId: team.id, number: 1, since: '2026-01-20', feel: null, note: '' };

    await expect(adopt.adopt(call(viewer(people.facilitator)), given)).rejects.toThrow('FORBIDDEN');
    await expect(adopt.adopt(call(scrumMaster()), { ...given, number: 4 })).rejects.toThrow('NO_SUCH_VERSION');
    const adoption = await adopt.adopt(call(scrumMaster()), given);
    expect(adoption).toMatchObject({ behindBy: 2, since: '2026-01-20', rowVersion: 1 });
    await expect(adopt.adopt(call(scrumMaster()), given)).rejects.toThrow('ADOPTED_ALREADY');

    const facilitator = (days: number): ReturnType<typeof call> =>
      call(viewer(people.facilitator, new Date(START.getTime() + days * DAY)));
    await expect(nudges.nudge(call(scrumMaster()), id, [team.id])).rejects.toThrow('FORBIDDEN');
    const close = (at: string | null): Promise<object[]> =>
      house.query('update communities set closed_at = $3, close_reason = $4 where organization_id = $1 and id = $2', [
        house.id,
        communityId,
        at,
        at === null ? null : 'Over',
      ]);
    await close('2026-03-01');
    await expect(nudges.nudge(facilitator(0), id, [team.id])).rejects.toThrow('COMMUNITY_CLOSED');
    await close(null);
    await nudges.nudge(facilitator(0), id, [team.id]);
    await expect(nudges.nudge(facilitator(6), id, [team.id])).rejects.toThrow('NOT_TO_BE_NUDGED');
    await nudges.nudge(facilitator(7), id, [team.id]);
    const told = await house.query<{ told: string[] }>(
      `select payload -> 'told' as told from events where organization_id = $1 and name = 'adoption.nudged'`,
      [house.id],
    );
    expect(told.map((event) => event.told)).toEqual([[people.scrumMaster], [people.scrumMaster]]);

    const own = { ...call(scrumMaster()), id: readId('Adoption', adoption.id) };
    await expect(adopt.edit({ ...own, rowVersion: 1 }, { number: 3 })).rejects.toThrow('CONFLICT');
    const moved = await adopt.edit({ ...own, rowVersion: 3 }, { number: 3, feel: 'WELL', note: 'Fine' });
    expect(moved).toMatchObject({ behindBy: 0, feel: 'WELL', note: 'Fine', rowVersion: 4 });
    const summary = (await service.ofArtifacts(scrumMaster(), [id])).get(id);
    expect(summary).toMatchObject({ teams: 1, current: 1, behind: 0, behindTeams: [] });
    expect(summary?.overTime).toEqual([
      { month: '2026-01', teams: 1, current: 1 },
      { month: '2026-02', teams: 1, current: 0 },
      { month: '2026-03', teams: 1, current: 0 },
    ]);
    expect((await service.ofTeams(scrumMaster(), [team.id])).get(team.id)).toHaveLength(1);

    await adopt.end({ ...own, rowVersion: 4 }, 'We do it another way.');
    await expect(adopt.end({ ...own, rowVersion: 5 }, 'Again')).rejects.toThrow('ADOPTION_ENDED');
    expect((await service.ofArtifacts(scrumMaster(), [id])).get(id)?.teams).toBe(0);
  });
});

describe('walks', () => {
  it('go on, back, to an outcome; the authors see where they stop', async () => {
    const repository = new WalksRepository();
    const walking = new WalkTree(uses, versions, repository);
    const counts = new WalkCountsRead(app.database, artifacts, versions, repository);
    const id = await artifact('DECISION_TREE', 1);
    const walker = call(scrumMaster());
    const walk = await walking.start(walker, id);
    const walkId = readId('Walk', walk.id);
    expect(walk).toMatchObject({ at: 'A', path: [], outcome: null });
    await expect(walking.back(walker, walkId)).rejects.toThrow('WALK_AT_ITS_BEGINNING');
    await expect(walking.take(walker, walkId, { from: 'B', to: 'D' })).rejects.toThrow('ANSWER_NOT_OFFERED');
    await expect(walking.take(call(viewer(people.facilitator)), walkId, { from: 'A', to: 'B' })).rejects.toThrow(
      'FORBIDDEN',
    );
    await walking.take(walker, walkId, { from: 'A', to: 'C' });
    await walking.back(walker, walkId);
    await walking.take(walker, walkId, { from: 'A', to: 'B' });
    const end = await walking.take(walker, walkId, { from: 'B', to: 'D' });
    expect(end.outcome?.text).toBe('Ask');
    expect(end.path.map(({ answer }) => answer.text)).toEqual(['yes', 'yes']);
    await walking.start(walker, id);

    const later = viewer(people.facilitator, new Date(START.getTime() + DAY));
    const all = { number: null, from: null, endsBefore: null };
    await expect(counts.of(scrumMaster(), id, all)).rejects.toThrow('FORBIDDEN');
    const seen = await counts.of(later, id, all);
    expect(seen).toMatchObject({ walks: 2, finished: 1 });
    expect(seen.nodes.map(({ node, reached, stopped }) => [node.id, reached, stopped])).toEqual([
      ['A', 2, 1],
      ['B', 1, 0],
      ['C', 0, 0],
      ['D', 1, 0],
    ]);
    expect(seen.answers.map(({ taken }) => taken)).toEqual([1, 0, 1, 0]);
  });
});

describe('runs of a checklist', () => {
  it('are ticked by the team, and stay as they were once they ended', async () => {
    const repository = new RunsRepository();
    const running = new RunChecklist(uses, repository, app.app.get(OrganizationReferences));
    const service = new RunsService(app.database, repository);
    const id = await artifact('CHECKLIST', 1);
    await expect(
      running.start(call(viewer(people.facilitator)), id, { title: 'Release', teamId: team.id }),
    ).rejects.toThrow('FORBIDDEN');
    const run = await running.start(call(scrumMaster()), id, { title: 'Release', teamId: team.id });
    const own = { ...call(scrumMaster()), id: readId('ChecklistRun', run.id) };
    expect(run).toMatchObject({ done: 0, total: 2 });
    const ticked = await running.tick(own, { stepId: 'two', done: true, note: 'Done by hand' });
    expect(ticked).toMatchObject({ done: 1, total: 2, rowVersion: 2 });
    expect(ticked.steps[1]).toMatchObject({ note: 'Done by hand', at: START.toISOString() });
    // Again the same: nothing changes.
    expect((await running.tick(own, { stepId: 'two', done: true, note: undefined })).rowVersion).toBe(2);
    await expect(running.tick(own, { stepId: 'none', done: true, note: undefined })).rejects.toThrow('NOT_FOUND');
    await running.end({ ...own, rowVersion: 2 });
    await expect(running.tick(own, { stepId: 'one', done: true, note: undefined })).rejects.toThrow('RUN_ENDED');
    expect((await service.ofTeams(scrumMaster(), [team.id], 5)).get(team.id)).toHaveLength(1);
    const asked = { teamId: team.id, artifactId: null, mine: true, open: false, first: 1, after: null };
    expect((await service.list(scrumMaster(), asked)).totalCount).toBe(1);
  });
});
