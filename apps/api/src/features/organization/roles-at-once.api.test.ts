import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const TODAY = new Date().toISOString().slice(0, 10);

describe('many changes of the same people and places at once', () => {
  it('are granted or refused with a reason: no deadlock, nobody twice, rows as the events say', async () => {
    const house = await app.world.organization('Harbour');
    const team = await house.team('Payments');
    const people = await Promise.all(Array.from({ length: 8 }, (_, index) => house.administrator(`Admin ${index}`)));
    const ada = await house.administrator('Ada');
    const held = await house.query<{ id: string; person_id: string }>('select id, person_id from role_assignments');
    const master = await house.assign(ada, 'SCRUM_MASTER', { team_id: team.id });
    const calls = people.flatMap((person, index) => {
      const id = held.find((role) => role.person_id === person.id)?.id;
      const next = people[(index + 1) % people.length]?.id;
      return [
        `deactivatePerson(id: "Person_${person.id}", version: 1)`,
        `endRole(id: "RoleAssignment_${id}", version: 1, endsBefore: "${TODAY}")`,
        `handOverRole(id: "RoleAssignment_${id}", version: 1, toPersonId: "Person_${next}", on: "${TODAY}")`,
        `handOverRole(id: "RoleAssignment_${master}", version: 1, toPersonId: "Person_${person.id}", on: "${TODAY}")`,
        `assignRole(input: { personId: "Person_${person.id}", scopeId: "Team_${team.id}", role: PRODUCT_OWNER, kind: PRIMARY, startsOn: "${TODAY}" })`,
        `editTeam(id: "Team_${team.id}", version: 1, purpose: "${index}")`,
      ];
    });
    const codes = await Promise.all(
      calls.map(async (call) => {
        const reply = await app.graphql(ada.cookie, `mutation { ${call} { id } }`);
        return reply.errors?.[0]?.extensions.code ?? 'done';
      }),
    );
    const expected = ['done', 'CONFLICT', 'PRIMARY_TAKEN', 'ROLE_HELD_ALREADY', 'PERSON_DEACTIVATED', 'INVALID_INPUT'];
    expect(codes.filter((code) => !expected.includes(code))).toEqual([]);
    const [{ live } = { live: -1 }] = await house.query<{ live: number }>(
      `select count(*) as live from role_assignments r join people p on p.id = r.person_id
        where p.deactivated_at is not null and r.during @> $1::date`,
      [TODAY],
    );
    expect(live).toBe(0);
    const [{ wrong } = { wrong: -1 }] = await house.query<{ wrong: number }>(
      `select count(*) as wrong from (select subject_id, max(subject_version) as version from events group by subject_id) e
         join role_assignments r on r.id = e.subject_id where r.version <> e.version`,
    );
    expect(wrong).toBe(0);
  });
});
