import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const RECORD = `mutation ($id: ID!, $from: Date!, $to: Date!) {
  recordAbsence(personId: $id, startsOn: $from, endsBefore: $to) { absentToday absences { id version viewerCan } } }`;

interface Recorded {
  recordAbsence: { absentToday: boolean; absences: { id: string; version: number; viewerCan: string[] }[] };
}

describe('absences', () => {
  it('are for the person, a Scrum Master of one of their teams and administrators', async () => {
    const house = await app.world.organization('Harbour');
    const [payments, ferries] = [await house.team('Payments'), await house.team('Ferries')];
    const dev = await payments.developer('Dev');
    const [own, other] = [await payments.scrumMaster('Mia'), await ferries.scrumMaster('Max')];
    const variables = { id: `Person_${dev.id}`, from: '2020-01-01', to: '2199-01-01' };
    for (const person of [dev, own, await house.administrator('Ada')]) {
      const reply = await app.graphql<Recorded>(person.cookie, RECORD, variables);
      expect(reply.data?.recordAbsence.absentToday).toBe(true);
      expect(reply.data?.recordAbsence.absences[0]?.viewerCan).toEqual(['absence:remove']);
    }
    expect((await app.graphql(other.cookie, RECORD, variables)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('let the backup answer while they last, and say until when', async () => {
    const house = await app.world.organization('Harbour');
    const team = await house.team('Payments');
    const owner = await team.productOwner('Pia');
    await house.holder('Bea', 'PRODUCT_OWNER', { team_id: team.id }, { kind: 'BACKUP' });
    await app.graphql(owner.cookie, RECORD, { id: `Person_${owner.id}`, from: '2026-03-02', to: '2026-03-09' });
    const query = `query ($id: ID!, $on: Date) { team(id: $id) {
      accountabilities(on: $on) { role because holder { name } primary { name } primaryAbsentUntil } } }`;
    const on = async (day: string): Promise<unknown> => {
      const reply = await app.graphql<{ team: { accountabilities: { role: string }[] } }>(owner.cookie, query, {
        id: `Team_${team.id}`,
        on: day,
      });
      return reply.data?.team.accountabilities.find(({ role }) => role === 'PRODUCT_OWNER');
    };
    const primary = { name: 'Pia' };
    expect(await on('2026-03-08')).toMatchObject({
      because: 'BACKUP',
      holder: { name: 'Bea' },
      primary,
      primaryAbsentUntil: '2026-03-09',
    });
    expect(await on('2026-03-09')).toMatchObject({ because: 'PRIMARY', holder: primary, primaryAbsentUntil: null });
  });

  it('name the field that is wrong', async () => {
    const house = await app.world.organization('Harbour');
    const dev = await house.person('Dev');
    const send = (from: string, to: string): ReturnType<TestApp['graphql']> =>
      app.graphql(dev.cookie, RECORD, { id: `Person_${dev.id}`, from, to });
    const backwards = await send('2026-03-09', '2026-03-09');
    expect(backwards.errors?.[0]?.extensions.details?.['fields']).toMatchObject([{ field: 'endsBefore' }]);
    const ancient = await send('0000-01-01', '2026-03-09');
    expect(ancient.errors?.[0]?.extensions.details?.['fields']).toMatchObject([{ field: 'startsOn' }]);
  });
});
