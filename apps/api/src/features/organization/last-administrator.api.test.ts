import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';

const CROWD = 50;
const TODAY = new Date().toISOString().slice(0, 10);

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

type Removal = (house: TestOrganization, person: TestPerson) => Promise<string>;

const REMOVALS: [string, Removal][] = [
  ['deactivatePerson', async (_, person) => `deactivatePerson(id: "Person_${person.id}", version: 1)`],
  [
    'endRole',
    async (house, person) => `endRole(id: "${await roleOf(house, person)}", version: 1, endsBefore: "${TODAY}")`,
  ],
];

describe.each(REMOVALS)('the last administrator and %s', (_, removal) => {
  it('one stays, however many leave at once', async () => {
    const house = await app.world.organization('Harbour');
    const people: TestPerson[] = [];
    for (let index = 0; index < CROWD; index += 1) people.push(await house.administrator(`Admin ${index}`));
    const calls = await Promise.all(people.map((person) => removal(house, person)));
    const codes = await Promise.all(
      people.map(async (person, index) =>
        codeOf(await app.graphql(person.cookie, `mutation { ${calls[index]} { id } }`)),
      ),
    );
    expect(codes.filter((code) => code === 'LAST_ADMINISTRATOR')).toHaveLength(1);
    expect(codes.filter((code) => code === 'done')).toHaveLength(CROWD - 1);
    expect(await administrators(house)).toBe(1);
  });
});

describe('the last administrator', () => {
  it('cannot leave it to somebody whose time is limited, or who cannot sign in', async () => {
    const house = await app.world.organization('Harbour');
    const ada = await house.administrator('Ada');
    const end = `mutation { endRole(id: "${await roleOf(house, ada)}", version: 1, endsBefore: "${TODAY}") { id } }`;
    await house.holder('For a time', 'ADMINISTRATOR', {}, { endsBefore: '2198-01-01' });
    expect(codeOf(await app.graphql(ada.cookie, end))).toBe('LAST_ADMINISTRATOR');
    const ben = await house.administrator('Ben');
    await account(house, ada);
    expect(codeOf(await app.graphql(ada.cookie, end))).toBe('LAST_ADMINISTRATOR');
    await account(house, ben);
    expect(codeOf(await app.graphql(ada.cookie, end))).toBe('done');
  });

  it('may hand over to one who can sign in', async () => {
    const house = await app.world.organization('Harbour');
    const [ada, ben] = [await house.administrator('Ada'), await house.person('Ben')];
    await account(house, ada);
    const handOver = `mutation { handOverRole(id: "${await roleOf(house, ada)}", version: 1, toPersonId: "Person_${ben.id}", on: "${TODAY}") { id } }`;
    expect(codeOf(await app.graphql(ada.cookie, handOver))).toBe('LAST_ADMINISTRATOR');
    expect(await house.query('select name from events')).toEqual([]);
    await account(house, ben);
    expect(codeOf(await app.graphql(ada.cookie, handOver))).toBe('done');
    expect(await administrators(house)).toBe(1);
  });
});

function codeOf(reply: Awaited<ReturnType<TestApp['graphql']>>): string {
  return reply.errors?.[0]?.extensions.code ?? 'done';
}

async function roleOf(house: TestOrganization, person: TestPerson): Promise<string> {
  const [row] = await house.query<{ id: string }>('select id from role_assignments where person_id = $1', [person.id]);
  return `RoleAssignment_${row?.id}`;
}

async function account(house: TestOrganization, person: TestPerson): Promise<void> {
  await house.query(
    `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, $3, '-') returning email`,
    [house.id, person.id, `${person.name}@example.org`],
  );
}

async function administrators(house: TestOrganization): Promise<number> {
  const [row] = await house.query<{ count: number }>(
    `select count(*) from role_assignments r join people p on p.organization_id = r.organization_id and p.id = r.person_id
      where r.role = 'ADMINISTRATOR' and r.during @> current_date and p.deactivated_at is null`,
  );
  return row?.count ?? 0;
}
