/** What people do on the board, told once for all journeys. */

/** Raises with the key `c`, from wherever the page is; the team is the person's own; returns the new impediment's key. */
export async function raise(page, title) {
  await page.getByRole('button', { name: 'Raise impediment' }).first().waitFor();
  await page.keyboard.press('c');
  await page.getByLabel('What is in the way?').fill(title);
  const reply = page.waitForResponse((response) => response.request().postData()?.includes('raiseImpediment') ?? false);
  await page.keyboard.press('Control+Enter');
  const { data } = await (await reply).json();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  return Object.values(data)[0].key;
}

/** The card of an impediment. */
export const cardOf = (page, key) => page.locator(`[data-card]:has([data-card-key="${key}"])`);

/** In which column a card stands: 0 raised, 1 triaged, 2 in progress, 3 resolved; null when it is not on the board. */
export const columnOf = (page, key) =>
  page.evaluate((wanted) => {
    const card = document.querySelector(`[data-card-key="${wanted}"]`);
    return card ? Number(card.dataset.cardColumn) : null;
  }, key);

/** Opens the card's menu by the key `m`, as the keyboard does. */
export async function openMoveMenu(page, key) {
  await page.locator(`[data-card-key="${key}"]`).focus();
  await page.keyboard.press('m');
  await page.getByRole('menu').waitFor();
}

/** Fills the triage that is open and sends it; the owner is chosen by the first letters of a name. */
export async function triage(page, owner, nextStep) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Owner').fill(owner);
  await page.getByRole('option').filter({ hasText: owner }).first().click();
  await dialog.getByLabel('Severity').selectOption('HIGH');
  await dialog.getByLabel('Next step').fill(nextStep);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}

/** The name of whoever is signed in, from the menu in the corner. */
export async function nameOf(page) {
  const label = await page.getByRole('button', { name: /profile and sign-out/ }).getAttribute('aria-label');
  return label.split(/[:,]/)[0].trim();
}

/** Asks the api as the page's person. */
export async function graphql(page, query, variables = {}) {
  return page.evaluate(
    async (body) => {
      const reply = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-chapterhouse': 'web' },
        body: JSON.stringify(body),
      });
      return reply.json();
    },
    { query, variables },
  );
}
