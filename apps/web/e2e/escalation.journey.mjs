import { readFile } from 'node:fs/promises';
import { graphql } from './board.mjs';

export const name =
  'An escalation with its data: a brief is written and sent, leadership answers, the answer comes back';

const ASK = 'Pay for a second berth on market days.';
const ANSWER = 'Yes, for one season; we look at the waiting days in autumn.';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const master = await person();
  await master.exploreDemo('Scrum of Scrums Master');
  const { page } = master;
  const { data } = await graphql(
    page,
    '{ viewer { person { name } } impedimentBoard { impediments { key level state viewerCan title } } }',
  );
  const { key, title } = data.impedimentBoard.impediments.find(
    ({ level, state, viewerCan }) =>
      level === 2 && state === 'IN_PROGRESS' && viewerCan.includes('impediment:send-brief'),
  );

  // The way to the top level is its brief, not a refusal.
  await page.goto(`/impediments/${key}`);
  await page.getByRole('button', { name: 'Level …' }).click();
  const level = page.getByRole('dialog', { name: `Level of ${key}` });
  await expect.visible(level.getByText('Executive Action Team gets an impediment with its brief only.'));
  await checkAccessibility(page, 'the level that needs a brief');
  await level.getByRole('link', { name: 'Write the brief' }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: `Escalation brief of ${key}` }));

  // The data is there before a word is written, each number with what it was computed from.
  const facts = page.getByRole('region', { name: 'The data' });
  await expect.visible(facts.getByText(/blocked team-days? so far/));
  await expect.visible(facts.getByText(/^Lost per sprint = mean done in the last three finished sprints before it/));
  await checkAccessibility(page, 'writing a brief');
  const words = page.getByRole('form', { name: 'Words of the brief' });
  await words.getByLabel('What is asked').fill(ASK);

  // What is missing is said; what is written outlives the tab.
  await words.getByRole('button', { name: /^Send …/ }).click();
  await expect.visible(words.getByText('Propose what should change.'));
  await words
    .getByLabel('Proposed change')
    .fill('Rent the berth for a season.\n\nThe other option is fewer crossings.');
  await page.reload();
  await expect.eventually(() => words.getByLabel('What is asked').inputValue(), ASK);
  await page.getByRole('radio', { name: 'As it is sent' }).click();
  await expect.visible(page.getByRole('article').getByText('The other option is fewer crossings.'));
  await checkAccessibility(page, 'a brief as it is sent');

  // By keyboard: the question who receives it, then off.
  await words.getByLabel('What is asked').focus();
  await page.keyboard.press('Control+Enter');
  const confirm = page.getByRole('dialog', { name: `Send the brief of ${key}?` });
  const recipients = await confirm.getByRole('list', { name: 'Recipients' }).getByRole('listitem').allTextContents();
  expect.equal(recipients.length, 3);
  await checkAccessibility(page, 'who receives a brief');
  await confirm.getByRole('button', { name: 'Send to 3 people' }).click();
  await expect.visible(page.getByRole('note', { name: 'How it stands' }).getByText(/^Frozen when/));
  await checkAccessibility(page, 'a brief that was sent');

  // Who is asked signs in on a phone and finds what is asked of them.
  const executive = await person({ width: 360, height: 780, touch: true });
  await executive.exploreDemo('Executive Action Team');
  const theirs = executive.page;
  const { data: me } = await graphql(theirs, '{ viewer { person { name } } }');
  expect.ok(recipients.includes(me.viewer.person.name), 'the brief asks whoever signed in');
  await theirs.getByRole('link', { name: 'My work' }).click();
  const asked = theirs.getByRole('region', { name: 'Decisions asked of you' });
  await expect.visible(asked.getByText(ASK));
  await theirs.getByRole('link', { name: /Inbox/ }).click();
  await theirs.getByRole('link', { name: `${key} ${title}` }).click();
  await expect.eventually(() => new URL(theirs.url()).pathname + new URL(theirs.url()).hash, `/asked-of-me#${key}`);
  const brief = theirs.getByRole('article', { name: title });
  await expect.visible(brief.getByText(ASK));
  await expect.visible(brief.getByText('Rent the berth for a season.'));
  expect.equal(await theirs.getByRole('article').count(), 2);
  await checkAccessibility(theirs, 'what is asked of me, on a phone');
  await brief.getByRole('button', { name: 'All data' }).click();
  await expect.visible(brief.getByRole('heading', { name: 'Velocity' }));
  expect.ok(
    await theirs.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    'the data fits a phone',
  );
  await checkAccessibility(theirs, 'all data, on a phone');

  // The same as files.
  for (const [link, begins, ending] of [
    ['PDF', '%PDF-', '.pdf'],
    ['Markdown', '# ', '.md'],
  ]) {
    const [download] = await Promise.all([
      theirs.waitForEvent('download'),
      brief.getByRole('link', { name: link }).click(),
    ]);
    expect.equal(download.suggestedFilename(), `${key}-escalation-brief${ending}`);
    const file = await readFile(await download.path());
    expect.equal(file.subarray(0, begins.length).toString('latin1'), begins);
    expect.ok(file.length > 1_000, `the ${link} has ${file.length} bytes`);
    if (ending === '.md') expect.match(file.toString('utf8'), /Pay for a second berth on market days/);
  }

  // The answer: once, with words.
  await brief.getByRole('button', { name: /^Answer/ }).click();
  const answer = theirs.getByRole('form', { name: `Answer about ${key}` });
  await answer.getByRole('radio', { name: 'Agreed with a change' }).check();
  await expect.visible(answer.getByText('Say what is to be different from the proposal.'));
  await answer.getByLabel('In your words').fill(ANSWER);
  await checkAccessibility(theirs, 'answering, on a phone');
  await answer.getByRole('button', { name: /^Answer/ }).click();
  await expect.gone(brief);
  const before = theirs.getByRole('region', { name: 'Asked before' });
  await expect.visible(before.getByText(ANSWER));
  await expect.eventually(() => theirs.evaluate(() => document.activeElement?.id), key);
  await checkAccessibility(theirs, 'what was answered, on a phone');

  // The page that the writer still has open says so by itself; so do the inbox and the panel.
  await expect.visible(page.getByRole('article').getByText(ANSWER));
  await page.getByRole('link', { name: /^Inbox/ }).click();
  const entry = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem').filter({ hasText: ANSWER });
  await expect.visible(entry.getByText(/answered its escalation brief/));
  await entry.getByRole('link', { name: `${key} ${title}` }).click();
  const panel = page.getByRole('dialog', { name: key });
  const briefs = panel.getByRole('region', { name: 'Escalation brief' });
  await expect.visible(briefs.getByText('Agreed with a change'));
  await expect.visible(briefs.getByText(ANSWER));
  const activity = panel.getByRole('region', { name: 'Activity' });
  await expect.visible(activity.getByText('answered its escalation brief: agreed with a change'));
  await expect.visible(
    activity.getByText(/sent its escalation brief and moved it from Scrum of Scrums to Executive Action Team/),
  );
  await checkAccessibility(page, 'a panel with its brief');

  // Nobody else has the place; who follows the address is told what it is for.
  expect.equal(await page.getByRole('link', { name: 'Asked of me' }).count(), 0);
  await page.goto('/asked-of-me');
  await expect.visible(page.getByRole('heading', { name: 'Nothing is asked of you' }));
  expect.equal([...master.faults, ...executive.faults], []);
}
