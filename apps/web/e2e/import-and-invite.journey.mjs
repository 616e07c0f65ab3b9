import { graphql } from './board.mjs';

export const name =
  'A file becomes the organization, twice changes nothing; absence, another day, a link for a colleague who then is out within 5 s';

/** Days around today, so that somebody is away now. */
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const FILE = `organization: Harbour
as_of: ${day(-30)}
people:
  - { key: bo, name: Bo Bollard, absences: [{ from: ${day(-2)}, ends_before: ${day(5)}, note: Sailing }] }
  - { key: cy, name: Cy Capstan }
products:
  - key: harbour
    name: Harbour
    areas:
      - key: quay
        name: Quay
        roles:
          - { role: Area Product Owner, person: bo, from: ${day(-300)} }
          - { role: Area Product Owner, person: cy, kind: backup, from: ${day(-300)} }
        teams:
          - key: cranes
            name: Cranes
            roles: [{ role: Developer, person: cy, from: ${day(-300)} }]
`;

export async function run({ person, expect, checkAccessibility }) {
  const ana = await person();
  const { page } = ana;
  await ana.setUp();

  // A wrong file says so and changes nothing.
  await send(page, 'wrong.yaml', 'a: 1\na: 2\n');
  await expect.visible(page.getByText('wrong.yaml:2: Map keys must be unique'));
  await checkAccessibility(page, 'a file that cannot be read');

  await send(page, 'harbour.yaml', FILE);
  await page.getByRole('button', { name: /Preview/ }).click();
  await expect.visible(page.getByRole('heading', { name: 'What it would change' }));
  expect.equal((await graphql(page, '{ people { totalCount } }')).data.people.totalCount, 1);
  await checkAccessibility(page, 'preview');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.visible(page.getByRole('heading', { name: 'Done', exact: true }));
  await checkAccessibility(page, 'applied');

  await send(page, 'harbour.yaml', FILE);
  await page.getByRole('button', { name: /Preview/ }).click();
  await expect.visible(page.getByText('Nothing: all that could be read is here already, as it is in the file.'));

  // Who answers: the backup, while Bo is away; Bo himself, some days before.
  await page.goto('/organization');
  const area = page.getByText('Area Product Owner').locator('..');
  await expect.visible(area.getByText('Cy Capstan'));
  await expect.visible(page.getByText(/Bo Bollard/));
  await page.goto(`/organization?on=${day(-20)}`);
  await expect.visible(area.getByText('Bo Bollard'));
  await expect.eventually(() => area.getByText('Cy Capstan').count(), 0);

  // A link makes an account, once.
  const cy = (await graphql(page, '{ people(search: "Cy") { edges { node { id } } } }')).data.people.edges[0].node.id;
  await page.goto(`/people/${cy}`);
  await page.getByRole('button', { name: 'Invite by link' }).click();
  await page.getByRole('dialog').getByLabel('E-mail').fill('cy@harbour.example');
  await page.getByRole('dialog').getByRole('button', { name: /link/ }).click();
  await expect.visible(page.getByLabel('Invitation link'));
  const address = await page.getByLabel('Invitation link').inputValue();
  const colleague = await person();
  await colleague.page.goto(new URL(address).pathname + new URL(address).hash);
  await colleague.page.getByLabel('E-mail').fill('cy@harbour.example');
  await colleague.page.getByLabel('New password').fill('four unrelated harbour words');
  await colleague.page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect.visible(colleague.page.getByRole('navigation', { name: 'Screens' }));

  // Deactivated, they are out within five seconds, without doing anything.
  const { version } = (await graphql(page, `{ person(id: "${cy}") { version } }`)).data.person;
  const done = await graphql(
    page,
    'mutation($id: ID!, $version: Int!) { deactivatePerson(id: $id, version: $version) { deactivatedAt } }',
    { id: cy, version },
  );
  expect.equal(done.errors, undefined);
  await expect.eventually(async () => (await graphql(colleague.page, '{ viewer { id } }')).data.viewer, null, 5_000);
  await expect.visible(colleague.page.getByRole('button', { name: 'Sign in' }), 6_000);
  expect.equal([...ana.faults, ...colleague.faults], []);
}

async function send(page, fileName, text) {
  await page.goto('/imports');
  await page.getByRole('button', { name: 'New import' }).first().click();
  await page.getByRole('radio').first().check();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'application/yaml', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Send the file' }).click();
  await page.waitForURL(/\/imports\/.+/);
}
