import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CommunityStory } from '../../../test/community-story.js';
import { publishedArtifact } from '../../../test/published-artifact.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let story: CommunityStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await CommunityStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

interface Found {
  kind: string;
  key: string | null;
  title: string;
  detail: string;
}

async function search(text: string, given = story): Promise<Found[]> {
  const reply = await app.graphql<{ search: Found[] }>(
    given.cleo.cookie,
    'query ($text: String!) { search(text: $text) { kind key title detail } }',
    { text },
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.search;
}

const databaseId = (id: string): string => id.slice(id.indexOf('_') + 1);
const kinds = (found: Found[]): string[] => found.map(({ kind }) => kind);

it('finds discussions and ideas by what is said in them, replies included, until a reply is removed', async () => {
  const { ana, ben, communityId } = story;
  const talk = await story.done<{ id: string }>(
    ben,
    `startDiscussion(communityId: "${communityId}", title: "Slow builds", body: "We wait for **linkers** all day") { id }`,
  );
  const idea = await story.done<{ id: string }>(
    ben,
    `addIdea(communityId: "${communityId}", title: "Faster", words: "Share one cache of artefacts") { id version }`,
  );
  const talked = { kind: 'DISCUSSION', key: null, title: 'Slow builds', detail: 'Harbour testers' };
  expect(await search('linker')).toEqual([talked]);
  expect(await search('waiting day')).toEqual([talked]);
  expect(await search('share cach')).toEqual([
    { kind: 'IDEA', key: null, title: 'Faster', detail: 'Idea · Harbour testers' },
  ]);
  const { replies } = await story.done<{ replies: { id: string }[] }>(
    ana,
    `replyToDiscussion(id: "${talk.id}", body: "Try a ramdisk") { replies { id } }`,
  );
  await story.done(ana, `commentOnIdea(id: "${idea.id}", body: "Ramdisks as well") { id }`);
  expect(kinds(await search('ramdisk')).toSorted()).toEqual(['DISCUSSION', 'IDEA']);
  await story.done(ana, `removeDiscussionReply(id: "${replies[0]?.id}") { id }`);
  expect(kinds(await search('ramdisk'))).toEqual(['IDEA']);
});

it('finds communities by what they are for', async () => {
  const [found] = await search('early');
  expect(found).toMatchObject({ kind: 'COMMUNITY', title: 'Harbour testers', detail: 'Testing' });
});

it('finds artifacts by title and key, and pages of what is published by what they say', async () => {
  const { house, ana, communityId } = story;
  const of = { communityId: databaseId(communityId), by: ana.id, versions: 2 };
  const playbook = await publishedArtifact(house, { ...of, kind: 'PLAYBOOK' });
  await publishedArtifact(house, { ...of, kind: 'CHECKLIST' });
  const key = `A-${playbook.number}`;
  const whole = { kind: 'ARTIFACT', key, title: 'PLAYBOOK', detail: 'Playbook · Harbour testers' };
  const page = { kind: 'PAGE', key: `${key}/index`, title: 'PLAYBOOK', detail: 'PLAYBOOK' };
  expect(await search(key.toLowerCase())).toEqual([whole]);
  expect(await search('playbok')).toEqual([whole]);
  expect(await search('playbook')).toEqual([whole, page]);
  // Both pages say it, each once, though there are two versions; a checklist is found as a whole.
  expect((await search('why asking')).map((hit) => [hit.kind, hit.title])).toEqual([
    ['ARTIFACT', 'CHECKLIST'],
    ['PAGE', 'PLAYBOOK'],
  ]);
  expect((await search('second first'))[0]?.title).toBe('CHECKLIST');
  await house.query(
    `update artifacts set archived_at = now(), archived_by = $2, archive_reason = 'Old' where organization_id = $1 and title = 'PLAYBOOK' returning 1`,
    [house.id, ana.id],
  );
  expect((await search(key))[0]?.detail).toBe('Archived · Playbook · Harbour testers');
});

it('finds checklists by their steps, trees by their questions, templates by their pages, each as a whole', async () => {
  const { house, ana, communityId } = story;
  const of = { communityId: databaseId(communityId), by: ana.id, versions: 1 };
  const [tree, template] = [
    await publishedArtifact(house, { ...of, kind: 'DECISION_TREE' }),
    await publishedArtifact(house, { ...of, kind: 'TEMPLATE' }),
  ];
  expect((await search('long')).map(({ key }) => key)).toEqual([`A-${tree.number}`]);
  expect((await search('drivers cost')).map(({ key }) => key)).toContain(`A-${template.number}`);
  // What the text of a flowchart is made of says nothing.
  expect(await search('flowchart TD')).toEqual([]);
});

it('finds runs by their titles and the notes at their steps, adoptions by how it goes', async () => {
  const { house, ana, ben, team, communityId } = story;
  const of = { communityId: databaseId(communityId), by: ana.id, versions: 1 };
  const checklist = await publishedArtifact(house, { ...of, kind: 'CHECKLIST', mark: 'Gangway' });
  const artifact = `artifactId: "Artifact_${checklist.id}", teamId: "Team_${team.id}"`;
  const run = await story.done<{ id: string; rowVersion: number }>(
    ben,
    `startChecklistRun(${artifact}, title: "Sundays crossing") { id rowVersion }`,
  );
  const tick = (note: string): Promise<unknown> =>
    story.done(ben, `tickStep(runId: "${run.id}", stepId: "one", done: true, note: "${note}") { id }`);
  await tick('');
  await tick('Waited for the quartermaster');
  const found = { kind: 'CHECKLIST_RUN', key: null, title: 'Sundays crossing', detail: 'Gangway CHECKLIST · Payments' };
  expect(await search('sunday cross')).toEqual([found]);
  expect(await search('quartermaster wait')).toEqual([found]);
  await tick('Nobody came');
  expect(await search('quartermaster')).toEqual([]);
  const { rowVersion } = await story
    .seen<{ checklistRun: { rowVersion: number } }>(ben, `checklistRun(id: "${run.id}") { rowVersion }`)
    .then(({ checklistRun }) => checklistRun);
  await story.done(ben, `endChecklistRun(id: "${run.id}", rowVersion: ${rowVersion}) { id }`);
  expect(await search('nobody came')).toEqual([{ ...found, detail: `Ended · ${found.detail}` }]);

  const adoption = await story.done<{ id: string; rowVersion: number }>(
    ben,
    `adopt(${artifact}, number: 1, note: "Fewer **bollards** since") { id rowVersion }`,
  );
  expect(await search('bollard')).toEqual([
    { kind: 'ADOPTION', key: `A-${checklist.number}`, title: 'Gangway CHECKLIST', detail: 'Payments · version 1' },
  ]);
  await story.done(ben, `endAdoption(id: "${adoption.id}", rowVersion: ${adoption.rowVersion}, why: "Tired") { id }`);
  expect(await search('bollards')).toEqual([]);
});

it('guesses only where nothing has the words, and says so', async () => {
  await story.done(story.cleo, 'foundCommunity(name: "Slow lines", purpose: "Queues") { id }');
  const asked = (text: string): Promise<{ search: { title: string; isGuess: boolean }[] }> =>
    story.seen(story.cleo, `search(text: "${text}") { title isGuess }`);
  expect(await asked('slow linkers')).toEqual({ search: [{ title: 'Slow builds', isGuess: false }] });
  const { search: guessed } = await asked('slow linez');
  expect(guessed).toContainEqual({ title: 'Slow lines', isGuess: true });
  expect(guessed.every(({ isGuess }) => isGuess)).toBe(true);
});

it('puts key before title, its beginning before its middle, words of a title before those of a text, and each kind in', async () => {
  const { house, ana, ben, team, communityId } = story;
  const raise = (title: string): Promise<{ id: string; key: string }> =>
    story.done(
      ben,
      `raiseImpediment(input: { title: "${title}", category: TOOLING, raisingTeamId: "Team_${team.id}" }) { id key }`,
    );
  for (let left = 14; left > 0; left -= 1) await raise(`The fog of harbour ${left} needs a pilot`);
  await raise('Autopilots fail');
  await publishedArtifact(house, {
    communityId: databaseId(communityId),
    by: ana.id,
    versions: 1,
    kind: 'CHECKLIST',
    mark: 'A pilot',
  });
  await story.done(ben, `addIdea(communityId: "${communityId}", title: "Pilot boats", words: "Faster") { id }`);
  await story.done(
    ben,
    `startDiscussion(communityId: "${communityId}", title: "Fog", body: "Who calls the pilot?") { id }`,
  );
  await story.done(ben, 'foundCommunity(name: "Pilot", purpose: "They know the way") { id }');
  const found = await search('pilot');
  expect(found.slice(0, 4).map(({ title }) => title)).toEqual([
    'Pilot',
    'Pilot boats',
    'The fog of harbour 1 needs a pilot',
    'A pilot CHECKLIST',
  ]);
  expect(found.slice(-3).map(({ kind, title }) => [kind, title])).toEqual([
    ['IMPEDIMENT', 'The fog of harbour 14 needs a pilot'],
    ['IMPEDIMENT', 'Autopilots fail'],
    ['DISCUSSION', 'Fog'],
  ]);
  // In any order, wherever they stand.
  expect((await search('pilot fog 7')).map(({ title }) => title)).toEqual(['The fog of harbour 7 needs a pilot']);
  const { key } = await raise('A-1');
  expect((await search(key))[0]?.key).toBe(key);
});

it('survives what nobody means as a question', async () => {
  for (const text of ["'", '%', ':*', '!&|', '\\', 'a'.repeat(500), `"the (or" -no`, 'and the of'])
    await expect(search(text)).resolves.toBeDefined();
});

it('finds nothing of another organization', async () => {
  const other = await CommunityStory.tell(app, 'Elsewhere');
  for (const text of ['linker', 'ramdisk', 'why ask', 'Harbour', 'crossing', 'nobody came'])
    expect(await search(text, other)).toEqual([]);
});
