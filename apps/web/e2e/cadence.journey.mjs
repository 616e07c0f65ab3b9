import { graphql } from './board.mjs';

export const name =
  'A meeting from its template to its calendar: planned, moved, cancelled, put back, facilitated in turns';

/** The next Monday in the organization's days, YYYY-MM-DD. */
function nextMonday() {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  return day.toISOString().slice(0, 10);
}

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const master = await person();
  await master.exploreDemo('Scrum Master');
  const { page } = master;
  const { data } = await graphql(page, '{ viewer { person { id name } teams { id name } } }');
  const [team] = data.viewer.teams;

  // A template first; the rule is a sentence with its next dates while one types.
  await page.goto(`/teams/${team.id}`);
  await page.getByRole('link', { name: 'New meeting' }).click();
  await expect.visible(page.getByRole('list', { name: 'Templates' }));
  await checkAccessibility(page, 'the templates of meetings');
  await page.getByRole('link', { name: 'Daily Scrum', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Daily of the journey');
  await expect.visible(page.getByRole('list', { name: 'Hints for who takes part' }));
  await page.getByLabel('First day').fill(nextMonday());
  await page.getByLabel('Begins').fill('09:15');
  await page.getByLabel('Place').fill('Room 4');
  await page.getByLabel('Who facilitates').selectOption('ROTA');
  const everybody = page.getByRole('button', { name: 'Everybody with these roles' });
  if (await everybody.isVisible().catch(() => false)) await everybody.click();
  await page.getByRole('combobox', { name: 'Who takes turns' }).fill(data.viewer.person.name);
  await page.getByRole('option', { name: data.viewer.person.name }).first().click();
  const dates = page.getByRole('region', { name: 'Next dates' });
  await expect.visible(dates.getByText('Every day from Monday to Friday at 09:15'));
  await expect.eventually(() => dates.getByRole('listitem').count(), 5);
  await checkAccessibility(page, 'the form of a meeting');
  // What was begun outlives a reload.
  await page.reload();
  await expect.eventually(() => page.getByLabel('Name', { exact: true }).inputValue(), 'Daily of the journey');
  await page.getByRole('button', { name: /^Plan it/ }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Daily of the journey' }));
  const next = page.locator('.next-dates__one');
  await expect.eventually(() => next.count(), 10);
  await checkAccessibility(page, 'a series of meetings');
  const series = page.url();

  // Somebody of the team sees it at once in a calendar of their own, on a phone, and says that they come.
  const other = await person({ width: 360, height: 780 });
  await other.exploreDemo('Administrator');
  await next.first().getByRole('link').click();
  await expect.visible(page.getByRole('heading', { name: 'Outcomes' }));
  await checkAccessibility(page, 'one date of a meeting');
  const address = page.url();
  await other.page.goto(new URL(address).pathname);
  await expect.visible(other.page.getByRole('heading', { level: 1, name: 'Daily of the journey' }));
  await checkAccessibility(other.page, 'one date of a meeting on a phone');
  await other.page.waitForLoadState('networkidle');

  // Moved for once, and put back by the undo: whoever looks sees it.
  await page.keyboard.press('m');
  const move = page.getByRole('dialog', { name: /^Move/ });
  await move.getByLabel('Time').fill('14:00');
  await checkAccessibility(page, 'moving a date');
  await page.keyboard.press('Enter');
  await expect.gone(move);
  await expect.visible(other.page.getByText(/^Moved from/));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.gone(other.page.getByText(/^Moved from/));

  // Cancelled with a reason, and let take place after all.
  await page.getByRole('button', { name: 'What to do with this date' }).click();
  await page.getByRole('menuitem', { name: /^Cancel this date/ }).click();
  const cancel = page.getByRole('dialog', { name: /^Cancel/ });
  await cancel.getByLabel('Why').fill('The quay is closed.');
  await cancel.getByRole('button', { name: 'Cancel this date' }).click();
  await expect.gone(cancel);
  await expect.visible(other.page.getByText('The quay is closed.'));
  await page.getByRole('button', { name: 'What to do with this date' }).click();
  await page.getByRole('menuitem', { name: 'Let it take place after all' }).click();
  await expect.gone(other.page.getByText('The quay is closed.'));

  // What came of it: an action with an owner, and notes.
  await page.keyboard.press('o');
  const outcome = page.getByRole('dialog', { name: 'What came of it?' });
  await outcome.getByLabel('What is promised?').fill('Ask the harbour master');
  await checkAccessibility(page, 'an outcome of a meeting');
  await outcome.getByRole('button', { name: 'Add' }).click();
  await expect.gone(outcome);
  await expect.visible(page.getByRole('list', { name: 'Actions' }).getByText('Ask the harbour master'));
  await page.getByRole('button', { name: 'Write notes' }).click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('All is **well**.');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect.visible(other.page.getByText('All is well.'));

  // From a date on it is longer and later; what was before stays.
  await page.goto(series);
  await next.nth(2).getByRole('link').click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Daily of the journey' }));
  await page.getByRole('button', { name: 'What to do with this date' }).click();
  await page.getByRole('menuitem', { name: /^Change/ }).click();
  await page.getByLabel('Begins').fill('10:00');
  await page.getByRole('button', { name: /^Save/ }).click();
  const spans = page.getByRole('dialog', { name: 'Which dates?' });
  await checkAccessibility(page, 'which dates a change is of');
  await spans.getByLabel(/^This date and all after it/).check();
  await spans.getByRole('button', { name: 'Save' }).click();
  await expect.visible(page.getByText('Every day from Monday to Friday at 10:00').first());
  await expect.visible(page.getByText('Before, it was'));

  // Whose turn it is, a quarter ahead, and whether that is fair.
  await page.getByRole('link', { name: /Daily of the journey/ }).click();
  await expect.visible(page.getByRole('table', { name: 'Turns and shares' }));
  await checkAccessibility(page, 'a rota');

  // A calendar follows by a secret address until that is revoked.
  await page.goto('/calendar');
  await expect.visible(page.getByRole('list', { name: 'The week' }).or(page.getByText('None of these meetings')));
  await checkAccessibility(page, 'the calendar');
  await page.getByRole('button', { name: 'Follow by a calendar' }).click();
  const feeds = page.getByRole('dialog', { name: 'Follow by a calendar' });
  await feeds.getByRole('button', { name: 'Make an address' }).click();
  const feed = await feeds.getByLabel('Address', { exact: true }).inputValue();
  const read = await fetch(feed);
  expect.equal(read.status, 200);
  expect.ok((await read.text()).startsWith('BEGIN:VCALENDAR'), 'a calendar of RFC 5545');
  await checkAccessibility(page, 'addresses of calendars');
  await feeds
    .getByRole('button', { name: /^Revoke/ })
    .first()
    .click();
  await expect.eventually(async () => (await fetch(feed)).status, 404);

  expect.equal([...master.faults, ...other.faults], []);
}
