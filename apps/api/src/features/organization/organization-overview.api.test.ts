import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';

/** BEGIN, COMMIT and the look-up of the session included. */
const MOST_STATEMENTS = 12;
const SCREEN = `query ($on: Date) { organization {
  name viewerCan accountabilities(on: $on) { role holder { name } }
  warnings(on: $on) { code role scope { kind name } people { name } teams { name } }
  products { name viewerCan accountabilities(on: $on) { ...who }
    areas { name viewerCan accountabilities(on: $on) { ...who }
      teams { name viewerCan area { name product { name } } accountabilities(on: $on) { ...who } } } } } }
  fragment who on Accountability { role because scope { kind id name } holder { id name email } primary { name } primaryAbsentUntil }`;

interface Screen {
  organization: {
    warnings: { code: string; scope: { name: string } | null; people: { name: string }[]; teams: { name: string }[] }[];
    products: {
      areas: {
        teams: {
          name: string;
          accountabilities: { role: string; because: string; holder: { name: string } | null }[];
        }[];
      }[];
    }[];
  };
}

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('the organization’s screen', () => {
  it(`needs at most ${MOST_STATEMENTS} statements, with 4 teams as with 30`, async () => {
    const [small, large] = [await settle(4), await settle(30)];
    await statementsOf(small);
    const [few, many] = [await statementsOf(small), await statementsOf(large)];
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(MOST_STATEMENTS);
  });

  it('shows who answers on the day that is asked for', async () => {
    const house = await app.world.organization('Harbour');
    const ada = await house.administrator('Ada');
    const team = await house.team('Payments');
    const years = [
      ['Mia', '2024-01-01', '2025-01-01'],
      ['Nils', '2025-01-01', '2026-01-01'],
    ] as const;
    for (const [name, startsOn, endsBefore] of years)
      await house.holder(name, 'SCRUM_MASTER', { team_id: team.id }, { startsOn, endsBefore });
    await house.holder(
      'Act',
      'SCRUM_MASTER',
      { team_id: team.id },
      {
        kind: 'ACTING',
        startsOn: '2025-03-01',
        endsBefore: '2025-04-01',
      },
    );
    const on = async (day: string): Promise<unknown> => {
      const reply = await app.graphql<Screen>(ada.cookie, SCREEN, { on: day });
      const { products, warnings } = reply.data?.organization ?? { products: [], warnings: [] };
      const [, master] = products[0]?.areas[0]?.teams[0]?.accountabilities ?? [];
      return [master?.because, master?.holder?.name, warnings.some(({ code }) => code === 'TEAM_WITHOUT_SCRUM_MASTER')];
    };
    expect(await on('2024-12-31')).toEqual(['PRIMARY', 'Mia', false]);
    expect(await on('2025-01-01')).toEqual(['PRIMARY', 'Nils', false]);
    expect(await on('2025-03-15')).toEqual(['ACTING', 'Act', false]);
    expect(await on('2026-01-01')).toEqual(['VACANT', undefined, true]);
  });

  it('warns of one Scrum Master for three teams, on the organization’s and on each team’s page', async () => {
    const house = await app.world.organization('Harbour');
    const mia = await house.person('Mia');
    const teams = [];
    for (const name of ['A', 'B', 'C']) {
      const team = await house.team(name);
      teams.push(team);
      await house.assign(mia, 'SCRUM_MASTER', { team_id: team.id });
    }
    const reply = await app.graphql<Screen>(mia.cookie, SCREEN);
    expect(reply.data?.organization.warnings).toContainEqual({
      code: 'SCRUM_MASTER_OF_MANY_TEAMS',
      role: 'SCRUM_MASTER',
      scope: null,
      people: [{ name: 'Mia' }],
      teams: expect.arrayContaining([{ name: 'A' }, { name: 'B' }, { name: 'C' }]),
    });
    const page = await app.graphql<{ team: { warnings: { code: string }[] } }>(
      mia.cookie,
      'query ($id: ID!) { team(id: $id) { warnings { code } } }',
      { id: `Team_${teams[0]?.id}` },
    );
    expect(page.data?.team.warnings.map(({ code }) => code)).toContain('SCRUM_MASTER_OF_MANY_TEAMS');
  });
});

async function settle(teams: number): Promise<TestPerson> {
  const house: TestOrganization = await app.world.organization('Harbour');
  const area = await house.areaNamed('Area');
  for (let index = 0; index < teams; index += 1) {
    const team = await house.team(`Team ${index}`, index % 2 ? area : undefined);
    await team.scrumMaster(`Scrum Master ${index}`);
    const owner = await team.productOwner(`Product Owner ${index}`);
    await house.insert('absences', { person_id: owner.id, starts_on: '2020-01-01', ends_before: '2199-01-01' });
  }
  return house.administrator('Ada');
}

async function statementsOf(person: TestPerson): Promise<number> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  try {
    const reply = await app.graphql(person.cookie, SCREEN);
    expect(reply.errors).toBeUndefined();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
