import { graphql } from './board.mjs';

export const name = 'Clocks: an administrator settles ladder and calendar, a Scrum of Scrums Master pauses and resumes';

/** The next day from a month ahead on that is a Monday: nobody's holiday in the demo. */
function mondayAhead() {
  const day = new Date(Date.now() + 30 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}

const CLOCK = 'id key version viewerCan level clock { workingHours runsOutAt pausedAt pausedBecause }';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const admin = await person();
  await admin.exploreDemo('Administrator');
  const { page } = admin;

  // The way there is the navigation; the ladder comes first.
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Escalation ladder' }));
  const lowest = page.getByRole('listitem', { name: 'Level 1' });
  await lowest.getByLabel('Working hours').fill('6');
  await lowest.getByLabel('Reminder before').fill('9');
  await lowest.getByLabel('Goes up by itself when they are over').check();
  await page.getByRole('button', { name: 'Save the ladder' }).click();
  await expect.visible(lowest.getByText('give fewer hours than the clock has'));
  await checkAccessibility(page, 'a ladder with a problem');
  await lowest.getByLabel('Reminder before').fill('2');
  await expect.visible(lowest.getByText(/After 6 working hours at Team it goes up to Scrum of Scrums by itself/));

  // Nobody leaves with something unsaved without having been asked.
  await page.getByRole('link', { name: 'Working calendar' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await checkAccessibility(page, 'leaving a form');
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect.gone(question);
  await page.getByRole('button', { name: 'Save the ladder' }).click();
  await expect.visible(page.getByText('The ladder is saved.').first());
  await expect.gone(page.getByRole('region', { name: 'Unsaved changes' }));

  // The calendar: one holiday by hand by the keyboard, two from a list; clocks that run move with it.
  await page.getByRole('link', { name: 'Working calendar' }).click();
  await expect.visible(page.getByText(/^Monday to Friday, 09:00 to 17:00/));
  const day = mondayAhead();
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Name').fill('Founding Day');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Paste a list …' }).click();
  const paste = page.getByRole('dialog', { name: 'Paste holidays' });
  await paste.getByLabel('Holidays').fill('Date;Name\n2031-12-25;Christmas Day\n26.12.2031 Boxing Day\nsomething else');
  await expect.visible(paste.getByText('2 to add.'));
  await expect.visible(paste.getByText(/^Line 4 has no date/));
  await checkAccessibility(page, 'pasting holidays');
  await paste.getByRole('button', { name: 'Add them' }).click();
  const bar = page.getByRole('region', { name: 'Unsaved changes' });
  await expect.visible(bar.getByText('3 changes are not saved.'));
  await bar.getByRole('button', { name: 'Save the calendar' }).click();
  await expect.visible(page.getByText('The working calendar is saved.').first());
  await page.reload();
  for (const holiday of ['Founding Day', 'Christmas Day', 'Boxing Day'])
    await expect.visible(page.getByRole('listitem').filter({ hasText: holiday }));

  // Two administrators: who saves second sees what the first did, and keeps their own words.
  await page.getByRole('button', { name: 'Remove Boxing Day' }).click();
  const { data: before } = await graphql(page, '{ organization { version } }');
  await graphql(
    page,
    'mutation ($version: Int!) { editWorkingCalendar(version: $version, workingDayEnds: 18) { movedClocks } }',
    {
      version: before.organization.version,
    },
  );
  await expect.visible(page.getByText(/^Monday to Friday, 09:00 to 18:00/));
  await expect.visible(bar.getByText('One change is not saved.'));
  await bar.getByRole('button', { name: 'Save the calendar' }).click();
  await expect.gone(bar);

  // On a phone, the Scrum of Scrums Master pauses a clock and says why.
  const master = await person({ width: 360, height: 780 });
  await master.exploreDemo('Scrum of Scrums Master');
  const phone = master.page;
  const { data } = await graphql(phone, `{ impedimentBoard { impediments { ${CLOCK} } } }`);
  const chosen = data.impedimentBoard.impediments.find(
    ({ viewerCan, clock }) => viewerCan.includes('impediment:pause-clock') && clock !== null,
  );
  await phone.goto(`/impediments/${chosen.key}`);
  const panel = phone.getByRole('dialog', { name: chosen.key });
  await expect.visible(panel.getByText(/working hours left, until/));
  await panel.getByRole('button', { name: /^Pause …/ }).click();
  const pause = phone.getByRole('dialog', { name: `Pause the clock of ${chosen.key}` });
  await pause.getByRole('button', { name: /^Pause the clock/ }).click();
  await expect.visible(pause.locator('[aria-invalid="true"]'));
  await pause.getByLabel('Why does it stand still?').fill('The vendor answers on Thursday');
  await checkAccessibility(phone, 'pausing a clock on a phone');
  await pause.getByRole('button', { name: /^Pause the clock/ }).click();
  await expect.gone(pause);
  await expect.visible(panel.getByText(/Paused just now by/));
  await expect.visible(panel.locator('.detail-clock__reason', { hasText: 'The vendor answers on Thursday' }));
  await expect.visible(panel.getByText(/paused its clock/).first());
  await checkAccessibility(phone, 'a paused clock on a phone');
  expect.ok(
    await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    'a paused clock fits 360 px',
  );

  // Others see the mark on the card, and read who paused it.
  await page.goto('/impediments');
  const card = page.locator(`[data-card]:visible`, { hasText: chosen.key }).first();
  await expect.visible(card.locator('.card__paused'));

  // It runs on, and the activity tells of both.
  await panel.getByRole('button', { name: /^Let it run on/ }).click();
  await expect.visible(panel.getByText(/working hours left, until/));
  await expect.visible(panel.getByText(/let its clock run on/).first());
  await expect.gone(card.locator('.card__paused'));

  // A running clock keeps its terms; what comes to the level now has the new ones.
  const { data: raised } = await graphql(
    phone,
    '{ viewer { teams { id } } organization { products { areas { teams { id } } } } }',
  );
  const team = raised.viewer.teams[0] ?? raised.organization.products[0].areas[0].teams[0];
  const { data: made } = await graphql(
    page,
    `mutation { raiseImpediment(input: { title: "The crane is out of order", category: ENVIRONMENT, raisingTeamId: "${team.id}" }) { key clock { workingHours escalatesByItself } } }`,
  );
  expect.equal(made.raiseImpediment.clock, { workingHours: 6, escalatesByItself: true });
  await phone.goto(`/impediments/${made.raiseImpediment.key}`);
  const young = phone.getByRole('dialog', { name: made.raiseImpediment.key });
  await expect.visible(young.getByText(/^6 of 6 working hours left, until/));
  await expect.visible(young.getByText('It goes up to Scrum of Scrums by itself then.'));

  // Who is no administrator reads the ladder and gets no field.
  await young.getByRole('link', { name: 'How clocks run' }).click();
  await expect.visible(phone.getByText(/Administrators of the organization edit the ladder/));
  expect.equal(await phone.getByRole('textbox').count(), 0);
  await checkAccessibility(phone, 'the ladder to read on a phone');
  expect.equal([...admin.faults, ...master.faults], []);
}
