import { graphql, nameOf } from './board.mjs';

export const name =
  'A team decides on level 6: the Product Owner is told and vetoes in time; the next one runs past its veto and stands';

const AREA = 'When we release';
const DAY = 86_400_000;
export const withDemo = true;

export async function run({ person, restart, expect, checkAccessibility }) {
  const owner = await person();
  await owner.exploreDemo('Product Owner');
  const ownerName = await nameOf(owner.page);
  const developer = await person();
  await developer.exploreDemo('Developer');

  // The Product Owner delegates by keyboard: a new decision area, its note on 6, saved as a version.
  await owner.page.goto('/decisions/delegation');
  await expect.eventually(() => owner.page.getByLabel('Board of').inputValue(), 'Checkout');
  await owner.page.getByRole('button', { name: 'Decision area', exact: true }).click();
  const area = owner.page.getByRole('dialog', { name: 'Add a decision area' });
  await area.getByLabel('Name').fill(AREA);
  await owner.page.keyboard.press('Control+Enter');
  await expect.gone(area);
  const level = owner.page.getByRole('radiogroup', { name: `Level of ${AREA}` });
  await level.getByRole('radio').first().focus();
  await owner.page.keyboard.press('6');
  await expect.visible(owner.page.getByText('not saved').first());
  await checkAccessibility(owner.page, 'a delegation board that is edited');
  await owner.page.getByRole('button', { name: /^Save as version / }).click();
  await expect.visible(owner.page.getByText(/^Version \d+ of the board is saved\.$/));
  await expect.gone(owner.page.getByText('not saved'));

  // A Developer proposes in the quick form and reads at once who decides, who is told and until when it can be vetoed.
  const vetoed = await decide(developer.page, 'We release on Fridays', { expect, checkAccessibility, ownerName });
  const stands = await decide(developer.page, 'We release on Tuesdays', { expect });

  // The Product Owner is told, and vetoes with a reason; it does not go without one.
  const { page } = owner;
  await page.goto('/inbox');
  await expect.visible(page.getByText('We release on Fridays').first());
  await page.goto(`/decisions/${vetoed}`);
  await expect.visible(page.getByRole('heading', { name: /We release on Fridays/ }));
  await page.getByRole('button', { name: 'Veto …' }).click();
  const veto = page.getByRole('dialog', { name: `Veto ${vetoed}?` });
  await veto.getByRole('button', { name: 'Veto' }).click();
  await expect.visible(veto.getByText(/^Say why/));
  await veto.getByLabel('Reason').fill('Nobody is here on Saturday to take it back.');
  await page.keyboard.press('Control+Enter');
  await expect.gone(veto);
  await expect.visible(page.getByText('Nobody is here on Saturday to take it back.').first());
  expect.equal(await stateOf(page, vetoed), 'VETOED');
  await checkAccessibility(page, 'a decision that was vetoed');

  // Whoever proposed it hears of it, and reads why.
  await developer.page.goto('/inbox');
  await expect.visible(developer.page.getByText(/veto/i).first());
  await developer.page.goto(`/decisions/${vetoed}`);
  await expect.visible(developer.page.getByText('Nobody is here on Saturday to take it back.').first());

  // A week later nobody has said no to the other one: it stands, and can no longer be vetoed.
  expect.equal(await mayVeto(page, stands), true);
  await restart({ ahead: 8 * DAY });
  await page.goto('/decisions');
  expect.equal(await stateOf(page, stands), 'ACCEPTED');
  expect.equal(await mayVeto(page, stands), false);
  await page.goto(`/decisions/${stands}`);
  await expect.visible(page.getByRole('heading', { name: /We release on Tuesdays/ }));
  await expect.gone(page.getByRole('button', { name: 'Veto …' }));
  await checkAccessibility(page, 'a decision that stands');

  // The numbers count the veto.
  await page.goto('/decisions/delegation/numbers');
  await expect.visible(page.getByText(/veto/i).first());
  expect.equal([...owner.faults, ...developer.faults], []);
}

/** Proposes and accepts in the quick form, by keyboard where a person would; returns its key. */
async function decide(page, title, { expect, checkAccessibility, ownerName }) {
  await page.goto('/decisions');
  await page.getByRole('button', { name: /^Propose a decision/ }).waitFor();
  await page.keyboard.press('d');
  const form = page.getByRole('dialog', { name: 'Propose a decision' });
  await form.getByLabel('What is to be decided?').fill(title);
  await form.getByLabel('Decision area').selectOption({ label: AREA });
  await form.getByLabel('The decision, in a sentence or two').fill(`${title}, behind a switch that is off at first.`);
  const flow = form.getByRole('region', { name: 'How it is decided' });
  await expect.visible(flow.getByText('6 Inquire'));
  await expect.visible(flow.getByText('the team Checkout').first());
  if (ownerName) await expect.visible(flow.getByText(ownerName).first());
  if (checkAccessibility) await checkAccessibility(page, 'proposing a decision');
  await form.getByRole('button', { name: 'Propose and accept' }).click();
  await expect.gone(form);
  await page.waitForURL(/\/decisions\/D-\d+$/);
  const key = new URL(page.url()).pathname.split('/').at(-1);
  await expect.visible(page.getByRole('heading', { name: new RegExp(title) }));
  await expect.eventually(() => stateOf(page, key), 'ACCEPTED');
  return key;
}

async function askOf(page, key) {
  const { data } = await graphql(page, 'query ($key: String!) { decision(key: $key) { state viewerCan } }', { key });
  return data.decision;
}

const stateOf = async (page, key) => (await askOf(page, key)).state;
const mayVeto = async (page, key) => (await askOf(page, key)).viewerCan.includes('decision:veto');
