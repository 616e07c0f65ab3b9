import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../test/world.js';

let app: TestApp;
let house: TestOrganization;
let ada: TestPerson;
let payments: TestTeam;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  house = await app.world.organization('Harbour');
  ada = await house.administrator('Ada');
  payments = await house.team('Payments');
});

interface Changed {
  version: number;
  name: string;
  archivedOn: string | null;
  timeZone: string;
  workingDays: number[];
  holidays: string[];
  area: { id: string; name: string };
}

async function send(person: TestPerson, call: string, fields = 'id version'): Promise<Changed> {
  const reply = await app.graphql<Record<string, Changed>>(person.cookie, `mutation { call: ${call} { ${fields} } }`);
  const refusal = reply.errors?.[0]?.extensions;
  if (refusal) throw Object.assign(new Error(refusal.code), { details: refusal.details });
  const changed = reply.data?.['call'];
  if (!changed) throw new Error(reply.text);
  return changed;
}

function fieldsOf(error: { details: { fields: { field: string }[] } }): string[] {
  return error.details.fields.map(({ field }) => field);
}

describe('the organization', () => {
  it('keeps what an edit does not name, and sorts what has an order', async () => {
    const call =
      'editOrganization(version: 1, workingDays: [7, 1], holidays: ["2026-12-25", "2026-01-01"], timeZone: "Europe/Berlin")';
    const after = await send(ada, call, 'name version timeZone workingDays holidays');
    expect(after).toEqual({
      name: 'Harbour',
      version: 2,
      timeZone: 'Europe/Berlin',
      workingDays: [1, 7],
      holidays: ['2026-01-01', '2026-12-25'],
    });
  });

  it('says what is wrong with every field at once', async () => {
    const call =
      'editOrganization(version: 1, name: " ", timeZone: "Moon/Base", workingDays: [8], workingDayStarts: 18, holidays: ["0001-01-01"])';
    const error = await send(ada, call).catch((caught) => caught);
    expect(error.message).toBe('INVALID_INPUT');
    expect(fieldsOf(error)).toEqual(['name', 'timeZone', 'workingDays', 'workingDayEnds', 'holidays']);
  });

  it('takes no time zone that the database does not know, whatever JavaScript thinks of it', async () => {
    for (const zone of ['CTT', 'PST', '+05:30', 'UTC+3', 'Factory/Nowhere', "UTC'; drop table people; --", '\\u0000']) {
      const error = await send(ada, `editOrganization(version: 1, timeZone: "${zone}")`).catch((caught) => caught);
      expect([zone, error.message]).toEqual([zone, 'INVALID_INPUT']);
    }
    expect((await send(ada, 'editOrganization(version: 1, timeZone: "Asia/Kolkata")')).version).toBe(2);
  });

  it('does nothing when an edit changes nothing', async () => {
    expect((await send(ada, 'editOrganization(version: 1, name: "Harbour")')).version).toBe(1);
    expect(await house.query('select 1 from events')).toEqual([]);
  });
});

describe('areas and teams', () => {
  it('are shaped by those who answer for the product or area, and nowhere else', async () => {
    const chief = await house.chiefProductOwner('Chris');
    const owner = await house.areaProductOwner('Ari', payments.areaId);
    const other = await house.areaNamed('Elsewhere');
    const productId = `Product_${house.productId}`;
    await send(chief, `createArea(productId: "${productId}", name: "Docks")`);
    await send(owner, `createTeam(areaId: "Area_${payments.areaId}", name: "Cranes")`);
    await expect(send(owner, `createArea(productId: "${productId}", name: "Docks")`)).rejects.toThrow('FORBIDDEN');
    await expect(send(owner, `createTeam(areaId: "Area_${other}", name: "Cranes")`)).rejects.toThrow('FORBIDDEN');
    const move = `moveTeam(id: "Team_${payments.id}", version: 1, areaId: "Area_${other}")`;
    await expect(send(owner, move)).rejects.toThrow('FORBIDDEN');
    expect(await send(chief, move, 'version area { id name }')).toEqual({
      version: 2,
      area: { id: `Area_${other}`, name: 'Elsewhere' },
    });
  });

  it('name the field that is wrong', async () => {
    for (const call of [
      `createProduct(name: "")`,
      `createArea(productId: "Product_${house.productId}", name: "${'x'.repeat(201)}")`,
      `createTeam(areaId: "Area_${payments.areaId}", name: "two\\nlines")`,
      `editTeam(id: "Team_${payments.id}", version: 1, name: "nul \\u0000")`,
    ]) {
      const error = await send(ada, call).catch((caught) => caught);
      expect(error.message).toBe('INVALID_INPUT');
      expect(fieldsOf(error)).toEqual(['name']);
    }
  });

  it('cannot be archived while somebody works there', async () => {
    const dev = await payments.developer('Dev');
    const archive = (type: string, id: string, version: number): string =>
      `edit${type}(id: "${type}_${id}", version: ${version}, archivedOn: "2026-01-01")`;
    const busyTeam = await send(ada, archive('Team', payments.id, 1)).catch((caught) => caught);
    expect([busyTeam.message, busyTeam.details]).toEqual(['STILL_IN_USE', { by: ['Dev'] }]);
    const busyArea = await send(ada, archive('Area', payments.areaId, 1)).catch((caught) => caught);
    expect([busyArea.message, busyArea.details]).toEqual(['STILL_IN_USE', { by: ['Payments'] }]);
    await send(ada, `deactivatePerson(id: "Person_${dev.id}", version: 1)`);
    const today = new Date().toISOString().slice(0, 10);
    await send(ada, archive('Team', payments.id, 1).replace('2026-01-01', today));
    const late = archive('Area', payments.areaId, 1).replace('2026-01-01', today);
    expect((await send(ada, late, 'archivedOn version')).version).toBe(2);
    const closed = await send(ada, `createTeam(areaId: "Area_${payments.areaId}", name: "Late")`).catch(
      (caught) => caught,
    );
    expect(fieldsOf(closed)).toEqual(['areaId']);
    const reply = await app.graphql<{
      organization: { products: { areas: { name: string }[]; all: { name: string }[] }[] };
    }>(ada.cookie, '{ organization { products { areas { name } all: areas(includeArchived: true) { name } } } }');
    expect(reply.data?.organization.products[0]).toEqual({ areas: [], all: [{ name: 'First area' }] });
    expect(
      (await send(ada, `editArea(id: "Area_${payments.areaId}", version: 2, archivedOn: null)`, 'archivedOn'))
        .archivedOn,
    ).toBeNull();
  });

  it('show two mutations of one document what each has written', async () => {
    const document = `mutation {
      one: createTeam(areaId: "Area_${payments.areaId}", name: "One") { area { teams { name } } }
      two: createTeam(areaId: "Area_${payments.areaId}", name: "Two") { area { teams { name } } }
    }`;
    const reply = await app.graphql<Record<string, { area: { teams: { name: string }[] } }>>(ada.cookie, document);
    expect(reply.data?.['two']?.area.teams.map(({ name }) => name)).toEqual(['One', 'Payments', 'Two']);
  });

  it('are found by node, team and area, and not by anybody else', async () => {
    const stranger = await (await app.world.organization('Elsewhere')).administrator('Eve');
    const query = `query ($team: ID!, $area: ID!) { node(id: $team) { id } area(id: $area) { name } }`;
    const variables = { team: `Team_${payments.id}`, area: `Area_${payments.areaId}` };
    const reply = await app.graphql<{ node: { id: string } | null }>(ada.cookie, query, variables);
    expect(reply.data).toEqual({ node: { id: variables.team }, area: { name: 'First area' } });
    const theirs = await app.graphql<{ node: null }>(
      stranger.cookie,
      '{ node(id: "Team_' + payments.id + '") { id } }',
    );
    expect(theirs.data).toEqual({ node: null });
    const area = await app.graphql(stranger.cookie, `{ area(id: "${variables.area}") { name } }`);
    expect(area.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
