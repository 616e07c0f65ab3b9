import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../test/world.js';

let app: TestApp;
let house: TestOrganization;
let ada: TestPerson;
let team: TestTeam;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  house = await app.world.organization('Harbour');
  ada = await house.administrator('Ada');
  team = await house.team('Payments');
});

interface Held {
  id: string;
  version: number;
  kind: string;
  startsOn: string | null;
  endsBefore: string | null;
  person: { name: string };
  scope: { name: string; kind: string };
}

interface Refused {
  code: string;
  details: Record<string, unknown>;
}

async function send(person: TestPerson, call: string): Promise<Held> {
  const fields = 'id version kind startsOn endsBefore person { name } scope { name kind }';
  const reply = await app.graphql<{ call: Held }>(person.cookie, `mutation { call: ${call} { ${fields} } }`);
  const refusal = reply.errors?.[0]?.extensions;
  if (refusal) throw Object.assign(new Error(refusal.code), { code: refusal.code, details: refusal.details });
  if (!reply.data) throw new Error(reply.text);
  return reply.data.call;
}

async function refused(person: TestPerson, call: string): Promise<Refused> {
  return send(person, call).then(
    (held) => ({ code: `granted ${held.id}`, details: {} }),
    ({ code, details }: Refused) => ({ code, details }),
  );
}

function assign(person: TestPerson, role: string, more = '', scope = `Team_${team.id}`): string {
  const input = `personId: "Person_${person.id}", role: ${role}, scopeId: "${scope}", ${more}`;
  const rest = [/kind:/.test(more) ? '' : 'kind: PRIMARY', /startsOn:/.test(more) ? '' : 'startsOn: "2026-01-01"'];
  return `assignRole(input: { ${input} ${rest.join(', ')} })`;
}

describe('assigning', () => {
  it('gives a role for days, in a place', async () => {
    const per = await house.person('Per');
    const held = await send(ada, assign(per, 'DEVELOPER', 'sharePercent: 40, endsBefore: "2026-07-01",'));
    expect(held).toMatchObject({
      version: 1,
      kind: 'PRIMARY',
      startsOn: '2026-01-01',
      endsBefore: '2026-07-01',
      person: { name: 'Per' },
      scope: { name: 'Payments', kind: 'TEAM' },
    });
  });

  it('is refused while somebody else is primary, with who and when; the day after is free', async () => {
    const mia = await house.person('Mia');
    await house.assign(mia, 'SCRUM_MASTER', { team_id: team.id }, { startsOn: '2025-01-01', endsBefore: '2026-06-01' });
    const per = await house.person('Per');
    expect(await refused(ada, assign(per, 'SCRUM_MASTER'))).toEqual({
      code: 'PRIMARY_TAKEN',
      details: {
        scopeId: `Team_${team.id}`,
        role: 'SCRUM_MASTER',
        holderName: 'Mia',
        from: '2025-01-01',
        until: '2026-06-01',
      },
    });
    expect(await house.query('select name from events')).toEqual([]);
    expect((await send(ada, assign(per, 'SCRUM_MASTER', 'startsOn: "2026-06-01"'))).startsOn).toBe('2026-06-01');
  });

  it('is refused when the person has the role there already', async () => {
    const dev = await team.developer('Dev');
    expect(await refused(ada, assign(dev, 'DEVELOPER', 'kind: BACKUP,'))).toEqual({
      code: 'ROLE_HELD_ALREADY',
      details: { scopeId: `Team_${team.id}`, role: 'DEVELOPER', from: '2020-01-01', until: null },
    });
  });

  it('lets twenty who want one place at once wait, and gives it to one', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, index) => house.person(`P${index}`)));
    const codes = await Promise.all(
      people.map(async (person) => (await refused(ada, assign(person, 'PRODUCT_OWNER'))).code),
    );
    expect(codes.filter((code) => code.startsWith('granted'))).toHaveLength(1);
    expect(codes.filter((code) => code === 'PRIMARY_TAKEN')).toHaveLength(19);
  });

  it('keeps roles to their kind of place', async () => {
    const per = await house.person('Per');
    const answer = await refused(ada, assign(per, 'SCRUM_MASTER', '', `Area_${team.areaId}`));
    expect(answer).toEqual({
      code: 'ROLE_NOT_FOR_SCOPE',
      details: { role: 'SCRUM_MASTER', scope: 'AREA', allowed: ['TEAM'] },
    });
  });

  it('names the field that is wrong', async () => {
    const per = await house.person('Per');
    const cases: [string, string][] = [
      ['endsBefore: "2026-01-01",', 'endsBefore'],
      ['sharePercent: 101,', 'sharePercent'],
      ['startsOn: "0000-12-31"', 'startsOn'],
      ['kind: ASSOCIATE,', 'kind'],
    ];
    for (const [more, field] of cases) {
      const { code, details } = await refused(ada, assign(per, 'DEVELOPER', more));
      expect([code, details['fields']]).toMatchObject(['INVALID_INPUT', [{ field }]]);
    }
    await house.query(`update teams set archived_on = '2025-01-01' where id = $1 returning id`, [team.id]);
    const closed = await refused(ada, assign(per, 'DEVELOPER'));
    expect(closed.details['fields']).toMatchObject([{ field: 'scopeId' }]);
  });

  it('goes no higher than one’s own role, and never to oneself', async () => {
    const [mia, chief] = [await team.scrumMaster('Mia'), await house.chiefProductOwner('Chris')];
    const per = await house.person('Per');
    const organization = `Organization_${house.id}`;
    const attempts: [TestPerson, string][] = [
      [mia, assign(mia, 'DEVELOPER')],
      [mia, assign(per, 'PRODUCT_OWNER')],
      [mia, assign(per, 'ADMINISTRATOR', '', organization)],
      [chief, assign(chief, 'ADMINISTRATOR', '', organization)],
      [chief, assign(per, 'AGILE_COACH', '', organization)],
      [per, assign(per, 'ADMINISTRATOR', '', organization)],
    ];
    for (const [person, call] of attempts) expect((await refused(person, call)).code).toBe('FORBIDDEN');
    expect((await refused(mia, assign(per, 'DEVELOPER'))).code).toMatch(/^granted/);
  });
});

describe('ending', () => {
  it('shortens a role and never lengthens it', async () => {
    const per = await house.person('Per');
    const id = await house.assign(
      per,
      'DEVELOPER',
      { team_id: team.id },
      { startsOn: '2026-01-01', endsBefore: '2026-06-01' },
    );
    const end = (day: string, version: number): string =>
      `endRole(id: "RoleAssignment_${id}", version: ${version}, endsBefore: "${day}")`;
    expect((await refused(ada, end('2026-07-01', 1))).details['fields']).toMatchObject([{ field: 'endsBefore' }]);
    expect((await refused(ada, end('2025-12-31', 1))).details['fields']).toMatchObject([{ field: 'endsBefore' }]);
    expect(await send(ada, end('2026-03-01', 1))).toMatchObject({ version: 2, endsBefore: '2026-03-01' });
  });

  it('takes back what was to start on that day', async () => {
    const per = await house.person('Per');
    const held = await send(ada, assign(per, 'SCRUM_MASTER'));
    await send(ada, `endRole(id: "${held.id}", version: 1, endsBefore: "2026-01-01")`);
    expect(await house.query('select id from role_assignments where person_id = $1', [per.id])).toEqual([]);
    const right = await house.person('Right');
    expect((await send(ada, assign(right, 'SCRUM_MASTER'))).person.name).toBe('Right');
  });
});

describe('handing over', () => {
  const handOver = (id: string, to: TestPerson, on: string): string =>
    `handOverRole(id: "RoleAssignment_${id}", version: 1, toPersonId: "Person_${to.id}", on: "${on}")`;

  it('leaves no day without and no day with two, and keeps the end', async () => {
    const [mia, nils] = [await house.person('Mia'), await house.person('Nils')];
    const id = await house.assign(
      mia,
      'SCRUM_MASTER',
      { team_id: team.id },
      { startsOn: '2025-01-01', endsBefore: '2027-01-01' },
    );
    const next = await send(ada, handOver(id, nils, '2026-02-01'));
    expect(next).toMatchObject({ kind: 'PRIMARY', startsOn: '2026-02-01', endsBefore: '2027-01-01', version: 1 });
    const rows = await house.query(
      'select p.name, r.starts_on, r.ends_before, r.version from role_assignments r join people p on p.id = r.person_id where r.team_id = $1 order by r.starts_on',
      [team.id],
    );
    expect(rows).toEqual([
      { name: 'Mia', starts_on: '2025-01-01', ends_before: '2026-02-01', version: 2 },
      { name: 'Nils', starts_on: '2026-02-01', ends_before: '2027-01-01', version: 1 },
    ]);
  });

  it('to the backup ends their standing in', async () => {
    const [mia, bea] = [await team.scrumMaster('Mia'), await house.person('Bea')];
    const backup = await house.assign(bea, 'SCRUM_MASTER', { team_id: team.id }, { kind: 'BACKUP' });
    const [held] = await house.query<{ id: string }>('select id from role_assignments where person_id = $1', [mia.id]);
    expect((await send(ada, handOver(held?.id ?? '', bea, '2026-02-01'))).person.name).toBe('Bea');
    const [ended] = await house.query('select ends_before from role_assignments where id = $1', [backup]);
    expect(ended).toEqual({ ends_before: '2026-02-01' });
  });

  it('names the field that is wrong, and leaves all as it was', async () => {
    const [mia, nils] = [await house.person('Mia'), await house.person('Nils')];
    const id = await house.assign(
      mia,
      'SCRUM_MASTER',
      { team_id: team.id },
      { startsOn: '2025-01-01', endsBefore: '2027-01-01' },
    );
    for (const on of ['2024-12-31', '2027-01-01', '2028-01-01', '0001-01-01']) {
      const { code, details } = await refused(ada, handOver(id, nils, on));
      expect(code).toBe('INVALID_INPUT');
      expect(details['fields']).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'on' })]));
    }
    const same = await refused(ada, handOver(id, mia, '2026-01-01'));
    expect(same.details['fields']).toMatchObject([{ field: 'toPersonId' }]);
    expect(await house.query('select version from role_assignments where team_id = $1', [team.id])).toEqual([
      { version: 1 },
    ]);
  });

  it('on the first day replaces the holder altogether', async () => {
    const [mia, nils] = [await house.person('Mia'), await house.person('Nils')];
    const id = await house.assign(mia, 'SCRUM_MASTER', { team_id: team.id }, { startsOn: '2026-01-01' });
    await send(ada, handOver(id, nils, '2026-01-01'));
    const rows = await house.query('select person_id, starts_on from role_assignments where team_id = $1', [team.id]);
    expect(rows).toEqual([{ person_id: nils.id, starts_on: '2026-01-01' }]);
  });
});
