import { graphql } from './board.mjs';

export const name =
  'A decision tree is drawn by keyboard, checked as text, published, walked on a phone and counted; a checklist is ticked by two';
export const limit = 720_000;

/** What is written is saved when its writer pauses. */
const SAVED = 90_000;
export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const master = await person();
  await master.exploreDemo('Scrum Master');
  const { page } = master;
  const made = await artifactsOf(page);

  // Drawn by keyboard: a question, its answers and outcomes; the text beside it says the same.
  await page.goto(`/artifacts/${made.tree.key}/draft`);
  const text = page.getByRole('textbox', { name: 'Where does a bug go?, as Mermaid text' });
  await expect.visible(text);
  await page.getByRole('button', { name: 'Begin with a question' }).click();
  const question = page.getByRole('textbox', { name: 'Question', exact: true });
  await focused(expect, question);
  await page.keyboard.type('Is a customer hurt?');
  await answer(page, expect, 'Yes', 'Call the duty officer\nThen **write down** what happened.');
  await answer(page, expect, 'No', 'Who found it?');
  // Down to the second answer: an outcome that becomes a question.
  await answer(page, expect, 'A colleague', 'Raise an impediment', 1);
  await answer(page, expect, 'A test', 'Mend it now', 1);
  await expect.eventually(() => text.innerText().then((words) => words.includes('"Is a customer hurt?"')), true);
  await expect.visible(page.getByText('It can be walked from its beginning to each outcome.'));
  await expect.visible(page.getByText('Saved', { exact: true }), SAVED);
  await checkAccessibility(page, 'a tree being written');

  // A slip in the text is told at its line while one types, and the tree waits until it is mended.
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('n9["Oops');
  await expect.visible(
    page.getByRole('region', { name: 'What is wrong with it' }).getByRole('button', { name: /^Line \d+/ }),
  );
  await expect.visible(page.locator('.cm-problem'));
  await expect.visible(page.getByText('The text has slips', { exact: false }));
  for (let letters = 0; letters < 'n9["Oops'.length; letters += 1) await page.keyboard.press('Backspace');
  await expect.visible(page.getByText('It can be walked from its beginning to each outcome.'));
  // Said otherwise in the text, it is said so in the tree.
  await page.getByRole('treeitem').first().click();
  await question.fill('Is somebody hurt?');
  await expect.eventually(() => text.innerText().then((words) => words.includes('"Is somebody hurt?"')), true);
  await expect.visible(page.getByText('Saved', { exact: true }), SAVED);
  await page.getByRole('radio', { name: 'Picture' }).click();
  await expect.visible(page.getByRole('button', { name: 'Question: Is somebody hurt?' }));
  await checkAccessibility(page, 'the picture of a tree being written');

  // Published.
  await page.getByRole('link', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' });
  await dialog.getByRole('textbox', { name: 'What changed' }).fill('The first one.');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect.visible(page.getByRole('button', { name: 'Begin', exact: true }));

  // Walked on a phone: answered, gone on with after a reload, taken back, ended.
  const walker = await person({ width: 360, height: 740, touch: true, colorScheme: 'dark' });
  await walker.exploreDemo('Developer');
  const phone = walker.page;
  await phone.goto(`/artifacts/${made.tree.key}`);
  await phone.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect.visible(phone.getByRole('heading', { name: 'Is somebody hurt?' }));
  await checkAccessibility(phone, 'a question on a phone');
  const sizes = await phone.locator('.walk__answer').evaluateAll((all) => all.map((one) => one.offsetHeight));
  expect.ok(Math.min(...sizes) >= 44, `an answer is as high as a thumb: ${sizes}`);
  await phone.getByRole('button', { name: 'No' }).click();
  await expect.visible(phone.getByRole('heading', { name: 'Who found it?' }));
  await phone.reload();
  await expect.visible(phone.getByRole('heading', { name: 'Who found it?' }));
  await phone.getByRole('button', { name: 'Back' }).click();
  await expect.visible(phone.getByRole('heading', { name: 'Is somebody hurt?' }));
  await phone.getByRole('button', { name: 'Yes' }).click();
  await expect.visible(phone.getByRole('heading', { name: 'Call the duty officer' }));
  await expect.visible(phone.getByText('write down'));
  await expect.visible(phone.getByText('How you came here'));
  await checkAccessibility(phone, 'an outcome on a phone');
  await phone.getByRole('button', { name: 'Start again' }).click();
  await expect.visible(phone.getByRole('heading', { name: 'Is somebody hurt?' }));
  expect.ok(
    await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    'nothing is wider than a phone',
  );

  // Its authors see how it is walked.
  await page.goto(`/artifacts/${made.tree.key}/pages?show=counts`);
  await expect.visible(page.getByText('2 walks', { exact: false }));
  const outcomes = page.getByRole('table', { name: 'How often each outcome was reached' });
  await expect.eventually(
    () =>
      outcomes
        .getByRole('row', { name: /Call the duty officer/ })
        .innerText()
        .then((row) => /\b1\b/.test(row)),
    true,
  );
  await checkAccessibility(page, 'how a tree is walked');

  // A checklist by keyboard, published, and a run of it ticked by two of one team, live.
  await page.goto(`/artifacts/${made.checklist.key}/draft`);
  await page.getByRole('button', { name: 'Write the first step' }).click();
  await page.keyboard.type('Tell everybody');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The harbour master too');
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Switch');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.eventually(
    () => page.locator('.step-row').evaluateAll((rows) => rows.map((row) => row.dataset.depth)),
    ['0', '1', '0'],
  );
  await expect.visible(page.getByText('Saved', { exact: true }), SAVED);
  await checkAccessibility(page, 'a checklist being written');
  await publish(page, made.checklist);
  await page.goto(`/artifacts/${made.checklist.key}`);
  await page.getByRole('button', { name: 'Start a run' }).click();
  const start = page.getByRole('dialog');
  await start.getByLabel('What this run is for').fill('Release 12');
  await start.getByRole('button', { name: 'Start' }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Release 12' }));
  await phone.goto(new URL(page.url()).pathname);
  await expect.visible(phone.getByRole('checkbox', { name: 'Switch' }));
  await page.getByRole('checkbox', { name: 'Tell everybody' }).check();
  await expect.eventually(() => phone.getByRole('checkbox', { name: 'Tell everybody' }).isChecked(), true);
  await expect.visible(phone.getByText('1 of 3').first());
  await checkAccessibility(phone, 'a run on a phone');
  await page.getByRole('button', { name: 'Note something about “Switch”' }).click();
  await page.getByRole('textbox', { name: 'Note about “Switch”' }).fill('At noon.');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect.visible(phone.getByText('At noon.'));
  await page.getByRole('button', { name: 'End the run' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the run' }).click();
  await expect.visible(page.getByText('Done when it ended'));
  await page.goto('/checklist-runs?which=ended');
  await expect.visible(page.getByRole('link', { name: 'Release 12' }));
  await checkAccessibility(page, 'runs of checklists');

  // A template fills the form of a decision.
  await page.goto(`/artifacts/${made.template.key}`);
  await page.getByRole('link', { name: 'Propose a decision with it' }).click();
  await expect.eventually(() => page.getByRole('textbox', { name: /^Context/ }).inputValue(), 'Who waits for this?');

  expect.equal([...master.faults, ...walker.faults], []);
}

async function focused(expect, field) {
  await expect.eventually(() => field.evaluate((one) => one === document.activeElement).catch(() => false), true);
}

/** Adds an answer to the row that is `down` rows below the chosen one's place, by keys alone. */
async function answer(page, expect, words, outcome, row = 0) {
  if (row !== undefined) {
    await page.getByRole('treeitem').first().focus();
    await page.keyboard.press('Home');
    const wanted =
      row === 0 ? page.getByRole('treeitem').first() : page.getByRole('treeitem', { name: /Who found it\?$/ });
    for (let tries = 0; tries < 6; tries += 1) {
      if ((await wanted.getAttribute('aria-selected')) === 'true') break;
      await page.keyboard.press('ArrowDown');
    }
  }
  await page.keyboard.press('a');
  const field = page.getByRole('textbox', { name: /that leads here$/ }).first();
  await focused(expect, field);
  await page.keyboard.type(words);
  await page.keyboard.press('Tab');
  await page.keyboard.type(outcome);
}

async function artifactsOf(page) {
  const ask = async (query, variables) => {
    const { data, errors } = await graphql(page, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { foundCommunity } = await ask('mutation { foundCommunity(name: "Deciders", purpose: "We decide.") { id } }');
  const create = async (input) => {
    const given = { communityId: foundCommunity.id, approvalsNeeded: 0, ...input };
    const { createArtifact } = await ask(
      'mutation($given: ArtifactInput!) { createArtifact(input: $given) { id key draft { revision } } }',
      { given },
    );
    return createArtifact;
  };
  const made = {
    tree: await create({ kind: 'DECISION_TREE', title: 'Where does a bug go?' }),
    checklist: await create({ kind: 'CHECKLIST', title: 'Release' }),
    template: await create({ kind: 'TEMPLATE', title: 'Weekly decision', templateFor: 'DECISION' }),
  };
  const { artifact } = await ask(
    'query($key: String!) { artifact(key: $key) { draft { page(path: "index") { path body version } } } }',
    { key: made.template.key },
  );
  const { path, body, version } = artifact.draft.page;
  await ask('mutation($id: ID!, $page: PageWrite!) { writePage(artifactId: $id, page: $page) { id } }', {
    id: made.template.id,
    page: {
      path,
      baseBody: body,
      baseVersion: version,
      body: '## Context\n\nWho waits for this?\n\n## Drivers\n\n- Calm\n',
    },
  });
  await publish(page, made.template);
  return made;
}

async function publish(page, { id, key }) {
  const { data } = await graphql(page, 'query($key: String!) { artifact(key: $key) { draft { revision } } }', { key });
  const { errors } = await graphql(
    page,
    'mutation($id: ID!, $revision: Int!) { publishVersion(artifactId: $id, revision: $revision, whatChanged: "The first one.") { id } }',
    { id, revision: data.artifact.draft.revision },
  );
  if (errors) throw new Error(JSON.stringify(errors));
}
