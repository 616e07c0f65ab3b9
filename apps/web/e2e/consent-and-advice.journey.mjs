import { graphql, nameOf } from './board.mjs';

export const name =
  'Agree: a proposal waits for consent, is objected to, reworded and consented; Advise: it waits for advice; both stand in the log';

const AGREED = 'How we pair';
const ADVISED = 'Which editor we use';
export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const owner = await person();
  await owner.exploreDemo('Product Owner');
  const ownerName = await nameOf(owner.page);
  const developer = await person();
  await developer.exploreDemo('Developer');
  await delegate(owner.page, { [AGREED]: '4', [ADVISED]: '5' }, expect);

  // Level 4: the Developer may accept, once the Product Owner has consented; the form says so before anything is sent.
  const { page } = developer;
  const key = await propose(page, { title: 'We pair on every change', area: AGREED }, expect, async (flow) => {
    await expect.visible(flow.getByText('4 Agree'));
    await expect.visible(flow.getByText(ownerName).first());
    await checkAccessibility(page, 'a proposal that will need consent');
  });
  await page.getByRole('button', { name: 'Accept …' }).click();
  const early = page.getByRole('dialog', { name: `Accept ${key}?` });
  await expect.visible(early.getByText('It still waits.'));
  await early.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect.visible(early.getByText(ownerName).first());
  expect.equal(await stateOf(page, key), 'PROPOSED');
  await page.keyboard.press('Escape');
  await expect.gone(early);

  // The Product Owner finds it where work waits, and objects; an objection needs words.
  await owner.page.goto('/inbox');
  await expect.visible(owner.page.getByText('We pair on every change').first());
  await owner.page.goto('/my-work');
  await owner.page
    .getByRole('link', { name: /We pair on every change/ })
    .first()
    .click();
  await owner.page.getByRole('button', { name: 'Consent or object …' }).click();
  const answer = owner.page.getByRole('dialog', { name: `Consent to ${key}?` });
  await answer.getByLabel('I object').check();
  await answer.getByRole('button', { name: 'Object' }).click();
  await expect.visible(answer.getByText(/^Say /));
  await answer.getByLabel('What would have to change?').fill('Not on one-line mends.');
  await checkAccessibility(owner.page, 'an objection');
  await owner.page.keyboard.press('Control+Enter');
  await expect.gone(answer);

  // The Developer sees it without a reload, rewords, and the consent is asked anew.
  await expect.visible(page.getByText('Not on one-line mends.').first());
  await page.keyboard.press('e');
  const words = page.getByRole('textbox', { name: 'The decision, in a sentence or two' });
  await words.waitFor();
  await words.fill('We pair on every change of more than a line.');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(new RegExp(`/decisions/${key}$`));
  await expect.visible(page.getByText('We pair on every change of more than a line.').first());
  await owner.page
    .getByRole('button', { name: /^Consent/ })
    .first()
    .click();
  await owner.page.getByRole('dialog').getByLabel('I consent').check();
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Consent', exact: true }).click();
  await expect.gone(owner.page.getByRole('dialog'));
  await accept(page, key, expect);

  // Level 5: advice is asked of the Product Owner; once it is given, the team decides.
  const advised = await propose(page, { title: 'Everybody uses their own editor', area: ADVISED }, expect, (flow) =>
    expect.visible(flow.getByText('5 Advise')),
  );
  await owner.page.goto(`/decisions/${advised}`);
  await owner.page.getByRole('button', { name: 'Advise …' }).click();
  const advice = owner.page.getByRole('dialog', { name: `Advise on ${advised}` });
  await advice.getByLabel('Your advice').fill('Keep one shared set of formatting rules.');
  await owner.page.keyboard.press('Control+Enter');
  await expect.gone(advice);
  await expect.visible(page.getByText('Keep one shared set of formatting rules.').first());
  await accept(page, advised, expect);
  await checkAccessibility(page, 'a decision made with advice');
  expect.equal([...owner.faults, ...developer.faults], []);
}

/** The Product Owner puts decision areas on levels, by keyboard, and saves the board. */
async function delegate(page, levels, expect) {
  await page.goto('/decisions/delegation');
  await expect.eventually(() => page.getByLabel('Board of').inputValue(), 'Checkout');
  for (const [area, level] of Object.entries(levels)) {
    await page.getByRole('button', { name: 'Decision area', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a decision area' });
    await dialog.getByLabel('Name').fill(area);
    await page.keyboard.press('Control+Enter');
    await expect.gone(dialog);
    await page
      .getByRole('radiogroup', { name: `Level of ${area}` })
      .getByRole('radio')
      .first()
      .focus();
    await page.keyboard.press(level);
  }
  await page.getByRole('button', { name: /^Save as version / }).click();
  await expect.visible(page.getByText(/^Version \d+ of the board is saved\.$/));
}

/** Proposes in the quick form; `look` reads how it will be decided. Returns its key. */
async function propose(page, { title, area }, expect, look) {
  await page.goto('/decisions');
  await page.getByRole('button', { name: /^Propose a decision/ }).waitFor();
  await page.keyboard.press('d');
  const form = page.getByRole('dialog', { name: 'Propose a decision' });
  await form.getByLabel('What is to be decided?').fill(title);
  await form.getByLabel('Decision area').selectOption({ label: area });
  await form.getByLabel('The decision, in a sentence or two').fill(`${title}, from Monday on.`);
  await look(form.getByRole('region', { name: 'How it is decided' }));
  await page.keyboard.press('Control+Enter');
  await expect.gone(form);
  await page.waitForURL(/\/decisions\/D-\d+$/);
  return new URL(page.url()).pathname.split('/').at(-1);
}

async function accept(page, key, expect) {
  await page.getByRole('button', { name: 'Accept …' }).click();
  const dialog = page.getByRole('dialog', { name: `Accept ${key}?` });
  await expect.gone(dialog.getByText('It still waits.'));
  await page.keyboard.press('Control+Enter');
  await expect.gone(dialog);
  await expect.eventually(() => stateOf(page, key), 'ACCEPTED');
}

async function stateOf(page, key) {
  const { data } = await graphql(page, 'query ($key: String!) { decision(key: $key) { state } }', { key });
  return data.decision.state;
}
