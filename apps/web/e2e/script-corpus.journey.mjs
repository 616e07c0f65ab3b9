import { graphql } from './board.mjs';
import { nothingRan, nothingRuns, PAYLOADS, watchForScripts } from './script-payloads.mjs';

export const name = 'Case 29: a corpus of scripts in every text field executes nowhere';

export async function run({ person, expect }) {
  const ana = await person();
  const { page } = ana;
  const dialogs = await watchForScripts(page);
  await ana.setUp();
  const ask = async (query, variables) => {
    const reply = await graphql(page, query, variables);
    if (reply.errors) throw new Error(`${query}: ${JSON.stringify(reply.errors)}`);
    return reply.data;
  };
  const one = (index) => PAYLOADS[index % PAYLOADS.length];
  const all = PAYLOADS.join('\n\n');
  const { createProduct: product } = await ask('mutation($name: String!) { createProduct(name: $name) { id } }', {
    name: one(0),
  });
  const { createArea: area } = await ask(
    'mutation($id: ID!, $name: String!, $purpose: String) { createArea(productId: $id, name: $name, purpose: $purpose) { id } }',
    { id: product.id, name: one(1), purpose: all },
  );
  const { createTeam: team } = await ask(
    'mutation($id: ID!, $name: String!, $purpose: String) { createTeam(areaId: $id, name: $name, purpose: $purpose) { id } }',
    { id: area.id, name: one(2), purpose: all },
  );
  const { addPerson: somebody } = await ask('mutation($name: String!) { addPerson(name: $name) { id } }', {
    name: one(3),
  });
  await ask(
    'mutation($id: ID!, $note: String) { recordAbsence(personId: $id, startsOn: "2030-01-01", endsBefore: "2030-02-01", note: $note) { id } }',
    { id: somebody.id, note: one(4) },
  );
  for (const [role, who] of [
    ['SCRUM_MASTER', somebody.id],
    ['DEVELOPER', (await ask('{ viewer { person { id } } }')).viewer.person.id],
  ]) {
    await ask('mutation($input: AssignRoleInput!) { assignRole(input: $input) { id } }', {
      input: { personId: who, role, scopeId: team.id, kind: 'PRIMARY', startsOn: '2026-01-01' },
    });
  }
  const raised = [];
  for (const [index, title] of PAYLOADS.entries()) {
    const { raiseImpediment } = await ask(
      'mutation($input: RaiseImpedimentInput!) { raiseImpediment(input: $input) { id key version } }',
      {
        input: {
          title,
          description: `${title}\n\n${one(index + 7)}`,
          category: 'OTHER',
          raisingTeamId: team.id,
          newSource: { name: title.slice(0, 150), kind: 'VENDOR' },
          blockedItemKeys: [one(index + 3).slice(0, 90)],
        },
      },
    );
    raised.push(raiseImpediment);
  }
  const [first, second] = raised;
  await ask('mutation($id: ID!, $body: String!) { commentOnImpediment(id: $id, body: $body) { id } }', {
    id: first.id,
    body: all,
  });
  await ask(
    'mutation($id: ID!, $version: Int!, $reason: String!) { declineImpediment(id: $id, version: $version, reason: $reason) { id } }',
    { ...pick(second), reason: all },
  );
  await ask(
    'mutation($id: ID!, $version: Int!, $input: TriageImpedimentInput!) { triageImpediment(id: $id, version: $version, input: $input) { id } }',
    { ...pick(first), input: { ownerId: somebody.id, severity: 'HIGH', level: 2, nextStep: all } },
  );
  await ask('mutation($version: Int!, $name: String) { editOrganization(version: $version, name: $name) { id } }', {
    version: 1,
    name: one(5),
  });

  const screens = [
    '/impediments',
    ...raised.slice(0, 12).map(({ key }) => `/impediments/${key}`),
    '/impediments/history',
    '/organization',
    `/teams/${team.id}`,
    '/people',
    `/people/${somebody.id}`,
    '/imports',
    '/profile',
  ];
  await nothingRuns(page, expect, screens);
  await page.goto('/impediments');
  await expect.visible(page.locator('[data-card]'));
  await page.keyboard.press('c');
  await page.getByLabel('What is in the way?').fill('script window pwned');
  await page.waitForLoadState('networkidle');
  await nothingRan(page, expect, 'similar ones');
  expect.equal(dialogs, []);
  expect.equal(ana.faults, []);
}

const pick = ({ id, version }) => ({ id, version });
