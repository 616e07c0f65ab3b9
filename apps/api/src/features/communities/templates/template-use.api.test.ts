import { offeredOptions } from '@chapterhouse/domain/communities/template-options';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BriefStory } from '../../../../test/brief-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let story: BriefStory;
let dev: TestPerson;
let communityId: string;

beforeAll(async () => {
  app = await TestApp.start();
  story = await BriefStory.tell(app, 'Templates');
  dev = story.impediments.dev;
  const { it: founded } = await ask<{ it: { id: string } }>(
    story.lead,
    'mutation { it: foundCommunity(name: "Writers", purpose: "We write") { id } }',
  );
  communityId = founded.id;
});
afterAll(() => app?.stop());

async function ask<T>(who: TestPerson, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const reply = await app.graphql<T>(who.cookie, query, variables);
  if (!reply.data) throw new Error(reply.text);
  return reply.data;
}

/** Writes the template; answers its id, its key and what publishing it is refused with. */
async function template(use: string, body: string): Promise<{ id: string; key: string; refused: string }> {
  const input = { communityId, kind: 'TEMPLATE', templateFor: use, title: `For ${use}`, approvalsNeeded: 0 };
  const { it: made } = await ask<{
    it: { id: string; key: string; draft: { page: { body: string; version: number } } };
  }>(
    story.lead,
    'mutation ($input: ArtifactInput!) { it: createArtifact(input: $input) { id key draft { page(path: "index") { body version } } } }',
    { input },
  );
  const { page: base } = made.draft;
  const page = { path: 'index', body, baseVersion: base.version, baseBody: base.body };
  await ask(
    story.lead,
    'mutation ($id: ID!, $page: PageWrite!) { writePage(artifactId: $id, page: $page) { version } }',
    { id: made.id, page },
  );
  const { node } = await ask<{ node: { draft: { revision: number } } }>(
    story.lead,
    'query ($id: ID!) { node(id: $id) { ... on Artifact { draft { revision } } } }',
    { id: made.id },
  );
  const published = await app.graphql(
    story.lead.cookie,
    'mutation ($id: ID!, $revision: Int!) { publishVersion(artifactId: $id, revision: $revision, whatChanged: "First") { number } }',
    { id: made.id, revision: node.draft.revision },
  );
  return { id: made.id, key: made.key, refused: JSON.stringify(published.errors?.[0]?.extensions ?? null) };
}

/** Whoever writes something chooses the template from the list, and is offered its words by field. */
async function offered(use: string, key: string): Promise<Record<string, string>> {
  const { templates } = await ask<{ templates: { key: string }[] }>(
    dev,
    'query ($use: TemplateFor!) { templates(for: $use) { key } }',
    { use },
  );
  expect(templates).toEqual([{ key }]);
  const { templateFields } = await ask<{ templateFields: { fields: { name: string; text: string }[] } }>(
    dev,
    'query ($key: String!) { templateFields(key: $key) { fields { name text } } }',
    { key },
  );
  return Object.fromEntries(templateFields.fields.map(({ name, text }) => [name, text]));
}

function proposed(input: object): Promise<{ proposeDecision: Record<string, unknown> }> {
  const scope = { scopeKind: 'TEAM', scopeId: `Team_${story.impediments.team.id}` };
  return ask(
    dev,
    `mutation ($input: ProposeDecisionInput!) {
       proposeDecision(input: $input) { key context outcome options { title description } drivers moreInformation } }`,
    { input: { ...scope, ...input } },
  );
}

it('a decision is proposed from a template, and no word of it is lost', async () => {
  const { key, refused } = await template(
    'DECISION',
    'Why we ask.\n\n## Considered options\n### Build\nOurselves.\n### Buy\n\n## Risks\nSome.\n',
  );
  expect(refused).toBe('null');
  const { context = '', options = '', moreInformation = '' } = await offered('DECISION', key);
  const { proposeDecision } = await proposed({
    title: 'Build or buy',
    kind: 'ARCHITECTURE',
    context,
    options: offeredOptions(options),
    moreInformation,
  });
  expect(proposeDecision).toEqual({
    key: 'D-1',
    context: 'Why we ask.',
    outcome: '',
    options: [
      { title: 'Build', description: 'Ourselves.' },
      { title: 'Buy', description: '' },
    ],
    drivers: [],
    moreInformation: '## Risks\nSome.',
  });
});

it('an agreement is written as a decision of the team', async () => {
  const { key } = await template('AGREEMENT', 'We review within a day.\n\n## Why\nWork waits.\n');
  const { outcome = '', rationale = '' } = await offered('AGREEMENT', key);
  const { proposeDecision } = await proposed({ title: 'Reviews', kind: 'PROCESS', outcome, rationale });
  expect(proposeDecision).toMatchObject({ key: 'D-2', outcome: 'We review within a day.' });
});

it("an impediment's brief is sent with the words of a template", async () => {
  const { key } = await template('BRIEF', '## Proposal\nOne contact.\n## What we ask for\nPay for it.\n');
  const { proposal = '', ask: asked = '' } = await offered('BRIEF', key);
  const raised = await story.impediments.inState('TRIAGED', 'Cards are refused');
  const sent = await story.trySending(raised, { input: { proposal, ask: asked } });
  expect(sent.errors).toBeUndefined();
  const { impediment } = await ask<{ impediment: unknown }>(
    story.lead,
    `{ impediment(key: "${raised.key}") { briefs { data { proposal ask } } } }`,
  );
  expect(impediment).toEqual({ briefs: [{ data: { proposal: 'One contact.', ask: 'Pay for it.' } }] });
});

it('a template that becomes one for runs has nothing to run before it is published so', async () => {
  const { id } = await template('AGREEMENT', 'We start at nine.');
  const { node } = await ask<{ node: { version: number } }>(
    story.lead,
    'query ($id: ID!) { node(id: $id) { ... on Artifact { version } } }',
    { id },
  );
  await ask(
    story.lead,
    'mutation ($id: ID!, $version: Int!) { editArtifact(id: $id, version: $version, changes: { templateFor: CHECKLIST_RUN }) { id } }',
    { id, version: node.version },
  );
  const start = `mutation { startChecklistRun(artifactId: "${id}", title: "Run") { id } }`;
  expect((await app.graphql(dev.cookie, start)).errors?.[0]?.extensions.code).toBe('NOTHING_TO_RUN');
});

it('a run is started from a template by its tasks, and goes on', async () => {
  expect((await template('CHECKLIST_RUN', 'Nothing to tick.')).refused).toContain('INVALID_INPUT');
  const { id, key, refused } = await template(
    'CHECKLIST_RUN',
    'Before a release.\n\n- [ ] Tests are green\n  Also the slow ones.\n  - [ ] Ask the team\n- [ ] Say so\n',
  );
  expect(refused).toBe('null');
  expect(await offered('CHECKLIST_RUN', key)).toHaveProperty('words');
  const run = await ask<{ startChecklistRun: { id: string; total: number; steps: { step: { id: string } }[] } }>(
    dev,
    `mutation ($id: ID!, $team: ID!) { startChecklistRun(artifactId: $id, title: "Release 4", teamId: $team) {
       id total steps { step { id text hint depth } } version { checklist { text } } } }`,
    { id, team: `Team_${story.impediments.team.id}` },
  );
  expect(run.startChecklistRun).toMatchObject({
    total: 3,
    steps: [
      { step: { text: 'Tests are green', hint: 'Also the slow ones.', depth: 0 } },
      { step: { text: 'Ask the team', hint: '', depth: 1 } },
      { step: { text: 'Say so', hint: '', depth: 0 } },
    ],
    version: { checklist: [{ text: 'Tests are green' }, { text: 'Ask the team' }, { text: 'Say so' }] },
  });
  const ticked = await ask<unknown>(
    dev,
    'mutation ($run: ID!, $step: ID!) { tickStep(runId: $run, stepId: $step, done: true) { done total } }',
    { run: run.startChecklistRun.id, step: run.startChecklistRun.steps[1]?.step.id },
  );
  expect(ticked).toEqual({ tickStep: { done: 1, total: 3 } });
  const { node } = await ask<{ node: { viewerCan: string[] } }>(
    dev,
    'query ($id: ID!) { node(id: $id) { ... on Artifact { viewerCan } } }',
    { id },
  );
  expect(node.viewerCan).toEqual(expect.arrayContaining(['template:use', 'checklist-run:start']));
});
