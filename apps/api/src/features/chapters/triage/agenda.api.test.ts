import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestApp } from '../../../../test/test-app.js';
import { TriageStory } from '../../../../test/triage-story.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

interface Entry {
  reason: string;
  why: string;
  impediment: { title: string } | null;
  source: { name: string } | null;
  action: { title: string } | null;
}

async function agenda(story: TriageStory, chapterId = story.chapterId): Promise<Entry[]> {
  const reply = await app.graphql<{ triageAgenda: Entry[] }>(
    story.impediments.dev.cookie,
    `{ triageAgenda(chapterId: "${chapterId}") { reason why impediment { title } source { name } action { title } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.triageAgenda;
}

const told = (entries: Entry[]): (string | undefined)[][] =>
  entries.map(({ reason, impediment, source, action }) => [reason, impediment?.title ?? source?.name ?? action?.title]);

test('is built of what there is, in its order, and only of the chapter’s own teams', async () => {
  const story = await TriageStory.tell(app, 'Harbour');
  const { house, dev } = story.impediments;
  const late = await story.impediments.raise('Late');
  const stale = await story.impediments.raise('Later than late');
  for (const [{ id }, days] of [
    [late, 1],
    [stale, 8],
  ] as const)
    await house.query(`update impediments set clock_ends_at = now() - make_interval(days => $2) where id = $1`, [
      id.replace('Impediment_', ''),
      days,
    ]);
  const shared = await story.shared('Shared');
  for (const title of ['Gateway 1', 'Gateway 2', 'Gateway 3'])
    await story.impediments.raise(title, ', newSource: { name: "Gateway", kind: VENDOR }');
  const far = await house.team('Far', await house.areaNamed('Other area'));
  const farTeams = [far, await house.team('Farther', far.areaId)].map(({ id }) => `"Team_${id}"`).join(', ');
  const elsewhere = await app.graphql(
    story.master.cookie,
    `mutation { raiseImpediment(input: { title: "Elsewhere", category: TOOLING, raisingTeamId: "Team_${far.id}", affectedTeamIds: [${farTeams}] }) { id } }`,
  );
  expect(elsewhere.errors).toBeUndefined();
  const dueOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await app.graphql(
    story.master.cookie,
    `mutation { addAction(input: { title: "Ask", ownerId: "Person_${dev.id}", dueOn: "${dueOn}", chapterId: "${story.chapterId}" }) { id } }`,
  );
  const own = await agenda(story);
  expect(told(own)).toEqual([
    ['CLOCK_OUT', 'Later than late'],
    ['CLOCK_OUT', 'Late'],
    ['NEW_SHARED', 'Shared'],
    ['RECURRING_SOURCE', 'Gateway'],
    ['OPEN_ACTION', 'Ask'],
  ]);
  expect(own.map(({ why }) => why)).toEqual([
    expect.stringMatching(/^Its clock ran out [567] working days ago\.$/),
    expect.stringMatching(/^Its clock ran out (today|1 working day ago)\.$/),
    'It is new, hits 2 teams and has cost 0 blocked team-days.',
    'It came up 3 times in two quarters with Tooling.',
    `Dora promised it for ${dueOn}.`,
  ]);
  // What is triaged is new no more, until the next session tells what came since.
  await app.graphql(
    story.master.cookie,
    `mutation { triageImpediment(id: "${shared.id}", version: ${shared.version}, input: { ownerId: "Person_${dev.id}", severity: LOW, level: 1, nextStep: "Ask" }) { id } }`,
  );
  expect(told(await agenda(story)).filter(([reason]) => reason === 'NEW_SHARED')).toEqual([]);
  const coach = await house.agileCoach('Cora');
  const all = await app.graphql<{ createChapter: { id: string } }>(
    coach.cookie,
    `mutation { createChapter(name: "All", scopeKind: ORGANIZATION, scopeId: "Organization_${house.id}") { id } }`,
  );
  const ofAll = told(await agenda(story, all.data?.createChapter.id));
  expect(ofAll).toContainEqual(['NEW_SHARED', 'Elsewhere']);
  expect(ofAll).not.toContainEqual(['OPEN_ACTION', 'Ask']);
});
