import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';
import { Tx } from '../database/tx.js';

let app: TestApp;
let house: TestOrganization;
let ana: TestPerson;
let teamId: string;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Names');
  const team = await house.team('Payments');
  teamId = team.id;
  ana = await team.scrumMaster('Ana');
});
afterAll(() => app?.stop());

interface Named {
  key: string;
  name: string;
}

async function things(cookie: string, keys: readonly string[]): Promise<Named[]> {
  const document = 'query ($keys: [String!]!) { things(keys: $keys) { key name } }';
  const { data } = await app.graphql<{ things: Named[] }>(cookie, document, { keys });
  return data?.things ?? [];
}

async function raise(title: string): Promise<string> {
  const { data } = await app.graphql<{ raiseImpediment: { key: string } }>(
    ana.cookie,
    `mutation ($input: RaiseImpedimentInput!) { raiseImpediment(input: $input) { key } }`,
    { input: { title, category: 'OTHER', raisingTeamId: `Team_${teamId}` } },
  );
  return data?.raiseImpediment.key ?? '';
}

test('things are named as they are called now, each once; what is not here is missing', async () => {
  const key = await raise('The lab is closed');
  const person = `Person_${ana.id}`;
  const team = `Team_${teamId}`;
  const nobody = 'Person_0b9fd1a0-1111-4222-8333-0123456789ab';
  const nothing = [
    nobody,
    nobody.replace('Person', 'IMP'),
    'Person-1',
    'IMP-999',
    'D-0',
    'A-1',
    'B-1',
    'X-1',
    '\0',
    '',
  ];
  const named = await things(ana.cookie, [key, key, ...nothing, person, team]);
  expect(named).toEqual([
    { key, name: 'The lab is closed' },
    { key: person, name: 'Ana' },
    { key: team, name: 'Payments' },
  ]);
});

test('what another organization has is missing, as what nobody has', async () => {
  const other = await app.world.organization('Elsewhere');
  const eve = await other.person('Eve');
  const key = await raise('Only ours');
  expect(await things(eve.cookie, [key, `Person_${ana.id}`, `Team_${teamId}`])).toEqual([]);
});

test('however many things, however often they are asked for in one request: one statement for each kind', async () => {
  const keys = Array.from({ length: 60 }, (_, at) => [`IMP-${at + 1}`, `D-${at + 1}`, `B-${at + 1}`]).flat();
  const spy = jest.spyOn(Tx.prototype, 'query');
  const { data } = await app.graphql(
    ana.cookie,
    'query ($keys: [String!]!) { one: things(keys: $keys) { key } two: things(keys: $keys) { key } }',
    { keys: [...keys, `Person_${ana.id}`, `Team_${teamId}`] },
  );
  const asked = spy.mock.calls.filter(([sql]) => sql.includes(' as name') || sql.includes('as asked'));
  spy.mockRestore();
  expect(data).not.toBeNull();
  expect(asked).toHaveLength(5);
});

test('more than two hundred at once are refused, with the field', async () => {
  const { errors } = await app.graphql(ana.cookie, 'query ($keys: [String!]!) { things(keys: $keys) { key } }', {
    keys: Array.from({ length: 201 }, (_, at) => `D-${at + 1}`),
  });
  expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  expect(JSON.stringify(errors?.[0]?.extensions.details)).toContain('keys');
});
