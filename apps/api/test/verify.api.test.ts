import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Verifications } from '../src/platform/events/verifications.js';
import { TestApp } from './test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

async function wrong(kind: 'slug' | 'demo'): Promise<string[]> {
  const rows = await app.database.withoutOrganization<{ organization_id: string }>(
    `select organization_id from doorways d where kind = $1 and ($1 = 'demo' or not exists
       (select from doorways x where x.organization_id = d.organization_id and x.kind = 'demo'))`,
    [kind],
  );
  const organizationId = rows[0]?.organization_id ?? '';
  const found = await app.database.transaction({ organizationId }, (tx) => app.app.get(Verifications).run(tx));
  return Object.values(found).flat();
}

it('finds nothing after a first run with an invitation, and nothing in the demo', async () => {
  const password = 'four unrelated harbour words';
  const setUp = await app.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: {
      query: `mutation($input: SetUpOrganizationInput!) { setUpOrganization(input: $input) { viewer { id } } }`,
      variables: {
        input: {
          name: 'Harbour',
          slug: 'harbour',
          timeZone: 'Asia/Kolkata',
          administratorName: 'Ana Anchor',
          administratorEmail: 'ana@example.org',
          password,
        },
      },
    },
  });
  const cookie = /chapterhouse=([^;]+)/u.exec(String(setUp.headers['set-cookie']))?.[1] ?? null;
  const added = await app.graphql<{ addPerson: { id: string } }>(
    cookie,
    'mutation { addPerson(name: "Bo Bollard") { id } }',
  );
  const invited = await app.graphql<{ invitePerson: { link: string } }>(
    cookie,
    `mutation { invitePerson(personId: "${added.data?.addPerson.id}", email: "bo@example.org") { link } }`,
  );
  const token = invited.data?.invitePerson.link.split('#')[1];
  const accepted = await app.graphql(
    null,
    `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { id } } }`,
    {
      input: { token, email: 'bo@example.org', password },
    },
  );
  expect(accepted.errors).toBeUndefined();
  expect(await wrong('slug')).toEqual([]);

  await app.graphql(null, 'mutation { createDemo { viewer { id } } }');
  expect(await wrong('demo')).toEqual([]);
});

it('names a row that was changed without its event', async () => {
  const [demo] = await app.database.withoutOrganization<{ organization_id: string }>(
    `select organization_id from doorways where kind = 'demo'`,
  );
  const organizationId = demo?.organization_id ?? '';
  await app.database.transaction({ organizationId }, (tx) =>
    tx.run(`update impediments set version = version + 1 where number = 7`),
  );
  await app.database.transaction({ organizationId }, (tx) =>
    tx.run(`update impediment_counters set last_number = last_number + 1`),
  );
  await app.database.transaction({ organizationId }, (tx) =>
    tx.run(`update impediments set clock_ends_at = now() where number = 7`),
  );
  expect(await wrong('demo')).toEqual([
    expect.stringMatching(/^Impediment .* is at version \d+, its latest event at \d+\.$/u),
    'There are 602 impediments, the highest key is IMP-602, the counter stands at 603.',
    'The clock of IMP-7 is not that of its state and level.',
  ]);
});
