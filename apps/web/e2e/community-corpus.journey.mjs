import { graphql } from './board.mjs';
import { nothingRan, nothingRuns, PAYLOADS, watchForScripts } from './script-payloads.mjs';

export const name =
  'Case 29 in communities: scripts in pages, diagrams, trees, steps, ideas and discussions execute nowhere';

export const limit = 900_000;

/** Words of a Mermaid label in quotes. */
const labelOf = (payload) => payload.replaceAll('"', "'").replaceAll('\n', ' ').replaceAll('\t', ' ');

const TREE = [
  'flowchart TD',
  `  a{"${labelOf(PAYLOADS[0])}"}`,
  ...PAYLOADS.map(
    (payload, index) => `  a -->|"${index} ${labelOf(payload)}"| o${index}["${labelOf(payload)} ${index}"]`,
  ),
].join('\n');

const diagram = (lines) => ['```mermaid', ...lines, '```'].join('\n');

const DIAGRAMS = [
  diagram([
    'flowchart LR',
    ...PAYLOADS.slice(0, 10).map((payload, index) => `  n${index}["${labelOf(payload)}"] --> m`),
  ]),
  diagram([
    '%%{init: {"securityLevel": "loose", "flowchart": {"htmlLabels": true}}}%%',
    'flowchart LR',
    '  a["<img src=x onerror=window.__pwned=1>"] --> b',
  ]),
  diagram(['flowchart LR', '  a --> b', '  click a "javascript:window.__pwned=1"', '  click b call window.__pwned()']),
  diagram([
    'sequenceDiagram',
    '  A->>B: <img src=x onerror=window.__pwned=1>',
    '  Note over A: <script>window.__pwned=1</script>',
  ]),
  diagram(['classDiagram', '  class A["<svg onload=window.__pwned=1>"]']),
].join('\n\n');

export async function run({ person, expect }) {
  const ana = await person();
  const { page, context } = ana;
  const dialogs = await watchForScripts(page);
  await ana.setUp();
  const ask = async (query, variables) => {
    const reply = await graphql(page, query, variables);
    if (reply.errors) throw new Error(`${query}: ${JSON.stringify(reply.errors)}`);
    return reply.data;
  };
  const one = (index) => PAYLOADS[index % PAYLOADS.length];
  const all = PAYLOADS.join('\n\n');
  const { foundCommunity: community } = await ask(
    'mutation($name: String!, $purpose: String!, $topics: [String!]) { foundCommunity(name: $name, purpose: $purpose, topics: $topics) { id } }',
    { name: one(0), purpose: all, topics: [one(1).slice(0, 40), one(2).slice(0, 40)] },
  );
  const { startDiscussion: discussion } = await ask(
    'mutation($id: ID!, $title: String!, $body: String!) { startDiscussion(communityId: $id, title: $title, body: $body) { id } }',
    { id: community.id, title: one(1), body: all },
  );
  await ask('mutation($id: ID!, $body: String!) { replyToDiscussion(id: $id, body: $body) { id } }', {
    id: discussion.id,
    body: all,
  });
  const ideas = [];
  for (const [index, title] of PAYLOADS.entries()) {
    const { addIdea } = await ask(
      'mutation($id: ID!, $title: String!, $words: String!) { addIdea(communityId: $id, title: $title, words: $words) { id } }',
      { id: community.id, title, words: one(index + 5) },
    );
    ideas.push(addIdea);
  }
  const create = async (kind, index, templateFor) => {
    const input = {
      communityId: community.id,
      kind,
      title: one(index),
      summary: all.slice(0, 500),
      approvalsNeeded: 0,
      templateFor,
    };
    const { createArtifact } = await ask(
      'mutation($input: ArtifactInput!) { createArtifact(input: $input) { id key draft { revision page(path: "index") { body version } } } }',
      { input },
    );
    return createArtifact;
  };
  const publish = async (id) => {
    const { node } = await ask('query($id: ID!) { node(id: $id) { ... on Artifact { draft { revision } } } }', { id });
    await ask(
      'mutation($id: ID!, $revision: Int!, $words: String!) { publishVersion(artifactId: $id, revision: $revision, whatChanged: $words) { number } }',
      { id, revision: node.draft.revision, words: all.slice(0, 1000) },
    );
  };
  const write = async ({ id, draft }, body) => {
    const { body: baseBody, version: baseVersion } = draft.page;
    await ask('mutation($id: ID!, $page: PageWrite!) { writePage(artifactId: $id, page: $page) { version } }', {
      id,
      page: { path: 'index', body, baseVersion, baseBody },
    });
  };
  const text = `# ${one(9)}\n\n${all}\n\n${DIAGRAMS}\n\n| a | b |\n| - | - |\n${PAYLOADS.map((payload) => `| ${payload.replaceAll('|', '')} | x |`).join('\n')}\n`;
  const playbook = await create('PLAYBOOK', 3);
  await write(playbook, text);
  await ask('mutation($id: ID!, $title: String!) { addPage(artifactId: $id, title: $title) { revision } }', {
    id: playbook.id,
    title: one(4),
  });
  await publish(playbook.id);
  await ask('mutation($id: ID!) { beginDraft(artifactId: $id) { revision } }', { id: playbook.id });
  const template = await create('TEMPLATE', 5, 'DECISION');
  await write(template, all);
  await publish(template.id);
  const checklist = await create('CHECKLIST', 6);
  await ask(
    'mutation($id: ID!, $revision: Int!, $steps: [ChecklistStepInput!]!) { writeChecklist(artifactId: $id, revision: $revision, steps: $steps) { revision } }',
    {
      id: checklist.id,
      revision: checklist.draft.revision,
      steps: PAYLOADS.map((payload, index) => ({ text: payload, hint: one(index + 2) })),
    },
  );
  await publish(checklist.id);
  const { startChecklistRun } = await ask(
    'mutation($id: ID!, $title: String!) { startChecklistRun(artifactId: $id, title: $title) { id } }',
    { id: checklist.id, title: one(7) },
  );
  const tree = await create('DECISION_TREE', 8);
  await ask(
    'mutation($id: ID!, $revision: Int!, $mermaid: String!) { writeTree(artifactId: $id, revision: $revision, mermaid: $mermaid) { revision } }',
    { id: tree.id, revision: tree.draft.revision, mermaid: TREE },
  );
  await publish(tree.id);

  const at = (path, id) => `/${path}/${encodeURIComponent(id)}`;
  await nothingRuns(page, expect, [
    '/communities',
    at('communities', community.id),
    `${at('communities', community.id)}/ideas`,
    `${at('communities', community.id)}/discussions`,
    at('discussions', discussion.id),
    ...ideas.slice(0, 6).map(({ id }) => at('ideas', id)),
    '/artifacts',
    ...[playbook, template, checklist, tree].map(({ key }) => `/artifacts/${key}/pages`),
    ...[playbook, template, checklist, tree].map(({ key }) => `/artifacts/${key}/versions`),
    `/artifacts/${playbook.key}/draft`,
    `/artifacts/${playbook.key}/propose/index`,
    at('checklist-runs', startChecklistRun.id),
  ]);

  // Diagrams are drawn, or say why not; either way nothing in them runs.
  await page.goto(`/artifacts/${playbook.key}/pages`);
  await expect.visible(page.getByRole('figure').first());
  await page.waitForLoadState('networkidle');
  await nothingRan(page, expect, 'drawn diagrams');
  // The tree as a picture.
  await page.goto(`/artifacts/${tree.key}/pages`);
  await page.getByText('Picture', { exact: true }).click();
  await page.waitForLoadState('networkidle');
  await nothingRan(page, expect, 'the picture of a tree');

  // What leaves as a document of its own.
  const { artifact } = await ask(`{ artifact(key: "${playbook.key}") { current { printUrl siteUrl archiveUrl } } }`);
  const printed = await context.newPage();
  const printedDialogs = await watchForScripts(printed);
  await printed.goto(artifact.current.printUrl);
  await printed.waitForLoadState('networkidle');
  await nothingRan(printed, expect, 'the printed document');
  expect.equal([...dialogs, ...printedDialogs], []);
  expect.equal(ana.faults, []);
}
