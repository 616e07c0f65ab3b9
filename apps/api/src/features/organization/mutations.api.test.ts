import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp, type GraphqlReply } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';

/** What holds for every mutation of the feature, whatever it does: who may, whose ids, which version, which event, once. */
interface Story {
  house: TestOrganization;
  administrator: TestPerson;
  developer: TestPerson;
  ids: Record<'product' | 'area' | 'otherArea' | 'team' | 'person' | 'other' | 'role' | 'absence', string>;
}

interface Case {
  mutation: string;
  variables: (story: Story) => Record<string, string | number>;
  event: string;
}

const CASES: Case[] = [
  {
    mutation: 'editOrganization(version: $version, name: "Harbour and Sons")',
    variables: () => ({ version: 1 }),
    event: 'organization.edited',
  },
  { mutation: 'createProduct(name: "Ferries")', variables: () => ({}), event: 'product.created' },
  {
    mutation: 'editProduct(id: $id, version: $version, name: "Ferries")',
    variables: ({ ids }) => ({ id: ids.product, version: 1 }),
    event: 'product.edited',
  },
  {
    mutation: 'createArea(productId: $id, name: "Docks", purpose: "Where ships rest")',
    variables: ({ ids }) => ({ id: ids.product }),
    event: 'area.created',
  },
  {
    mutation: 'editArea(id: $id, version: $version, name: "Docks")',
    variables: ({ ids }) => ({ id: ids.area, version: 1 }),
    event: 'area.edited',
  },
  {
    mutation: 'createTeam(areaId: $id, name: "Cranes")',
    variables: ({ ids }) => ({ id: ids.area }),
    event: 'team.created',
  },
  {
    mutation: 'editTeam(id: $id, version: $version, purpose: "Lifts")',
    variables: ({ ids }) => ({ id: ids.team, version: 1 }),
    event: 'team.edited',
  },
  {
    mutation: 'moveTeam(id: $id, version: $version, areaId: $to)',
    variables: ({ ids }) => ({ id: ids.team, version: 1, to: ids.otherArea }),
    event: 'team.moved',
  },
  { mutation: 'addPerson(name: "Zoe", email: "zoe@example.org")', variables: () => ({}), event: 'person.added' },
  {
    mutation: 'editPerson(id: $id, version: $version, name: "Zora")',
    variables: ({ ids }) => ({ id: ids.person, version: 1 }),
    event: 'person.edited',
  },
  {
    mutation: 'deactivatePerson(id: $id, version: $version)',
    variables: ({ ids }) => ({ id: ids.person, version: 1 }),
    event: 'person.deactivated',
  },
  {
    mutation:
      'assignRole(input: { personId: $id, scopeId: $to, role: PRODUCT_OWNER, kind: PRIMARY, startsOn: "2026-01-01" })',
    variables: ({ ids }) => ({ id: ids.other, to: ids.team }),
    event: 'role.assigned',
  },
  {
    mutation: 'endRole(id: $id, version: $version, endsBefore: "2026-01-01")',
    variables: ({ ids }) => ({ id: ids.role, version: 1 }),
    event: 'role.ended',
  },
  {
    mutation: 'handOverRole(id: $id, version: $version, toPersonId: $to, on: "2026-01-01")',
    variables: ({ ids }) => ({ id: ids.role, version: 1, to: ids.other }),
    event: 'role.handed-over',
  },
  {
    mutation: 'recordAbsence(personId: $id, startsOn: "2026-05-01", endsBefore: "2026-05-08", note: "Sailing")',
    variables: ({ ids }) => ({ id: ids.other }),
    event: 'absence.recorded',
  },
  {
    mutation: 'removeAbsence(id: $id, version: $version)',
    variables: ({ ids }) => ({ id: ids.absence, version: 1 }),
    event: 'absence.removed',
  },
];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe.each(CASES)('$event', ({ mutation, variables, event }) => {
  it('is granted to an administrator and appends its event in the same transaction', async () => {
    const story = await tell();
    const before = await eventsOf(story);
    const reply = await send(story.administrator, mutation, variables(story));
    expect(reply.errors).toBeUndefined();
    const names = (await eventsOf(story)).slice(before.length).map((row) => row.name);
    expect(names).toContain(event);
    if (event === 'absence.removed') return;
    expect(await changedWith(story, event)).toBeGreaterThan(0);
  });

  it('is denied to a developer, who learns why, and changes nothing', async () => {
    const story = await tell();
    const before = await snapshot(story.house);
    const reply = await send(story.developer, mutation, variables(story));
    expect(codeOf(reply)).toBe('FORBIDDEN');
    expect(String(reply.errors?.[0]?.extensions.details?.['reason'])).toMatch(/Administrator/);
    expect(await snapshot(story.house)).toEqual(before);
  });

  it('finds no id of another organization, exactly as it finds no random one', async () => {
    const story = await tell();
    const foreign = await tell();
    const own = variables(story);
    const theirs = variables(foreign);
    const before = await snapshot(foreign.house);
    for (const [name, value] of Object.entries(own)) {
      if (typeof value !== 'string') continue;
      const random = `${value.split('_', 1)[0]}_${randomUUID()}`;
      const withTheirs = await send(story.administrator, mutation, { ...own, [name]: theirs[name] ?? '' });
      const withRandom = await send(story.administrator, mutation, { ...own, [name]: random });
      expect(codeOf(withTheirs)).toBe('NOT_FOUND');
      expect(withTheirs.text).toBe(withRandom.text);
    }
    expect(await snapshot(foreign.house)).toEqual(before);
  });

  it('refuses a stale version and shows the thing as it is', async () => {
    const story = await tell();
    const own = variables(story);
    if (!('version' in own)) return;
    const before = await snapshot(story.house);
    const reply = await send(story.administrator, mutation, { ...own, version: 7 });
    expect(codeOf(reply)).toBe('CONFLICT');
    expect(reply.errors?.[0]?.extensions.details).toMatchObject({ currentVersion: 1, current: { version: 1 } });
    expect(await snapshot(story.house)).toEqual(before);
  });

  it('takes effect once when it is sent twice with one key', async () => {
    const story = await tell();
    const key = randomUUID();
    const first = await send(story.administrator, mutation, variables(story), key);
    const once = await snapshot(story.house);
    const second = await send(story.administrator, mutation, variables(story), key);
    expect(second.errors).toBeUndefined();
    expect(second.text).toBe(first.text);
    expect(await snapshot(story.house)).toEqual(once);
  });

  it('needs a session', async () => {
    const story = await tell();
    expect(codeOf(await send(null, mutation, variables(story)))).toBe('UNAUTHENTICATED');
  });
});

async function tell(): Promise<Story> {
  const house = await app.world.organization('Harbour');
  const team = await house.team('Payments');
  const person = await house.person('Per');
  const ids = {
    product: `Product_${house.productId}`,
    area: `Area_${team.areaId}`,
    otherArea: `Area_${await house.areaNamed('Second area')}`,
    team: `Team_${team.id}`,
    person: `Person_${person.id}`,
    other: `Person_${(await house.person('Olga')).id}`,
    role: `RoleAssignment_${await house.assign(person, 'SCRUM_MASTER', { team_id: team.id })}`,
    absence: `Absence_${await house.insert('absences', { person_id: person.id, starts_on: '2026-02-01', ends_before: '2026-02-05' })}`,
  };
  return { house, administrator: await house.administrator('Ada'), developer: await team.developer('Dev'), ids };
}

function send(
  person: TestPerson | null,
  mutation: string,
  variables: Record<string, string | number>,
  key?: string,
): Promise<GraphqlReply<Record<string, { id: string }>>> {
  const names = Object.keys(variables).map((name) => `$${name}: ${name === 'version' ? 'Int!' : 'ID!'}`);
  const head = names.length > 0 ? `(${names.join(', ')})` : '';
  const call = key ? mutation.replace(/\)$/, `, idempotencyKey: "${key}")`) : mutation;
  return app.graphql(person?.cookie ?? null, `mutation ${head} { ${call} { id __typename } }`, variables);
}

function codeOf(reply: GraphqlReply<unknown>): string | undefined {
  return reply.errors?.[0]?.extensions.code;
}

function eventsOf({ house }: Story): Promise<{ name: string }[]> {
  return house.query('select name from events where organization_id = $1 order by id', [house.id]);
}

/** How many rows were last written by the very transaction that appended the event. */
async function changedWith({ house }: Story, event: string): Promise<number> {
  const tables = ['organizations', 'products', 'areas', 'teams', 'people', 'role_assignments', 'absences'];
  const counts = tables.map(
    (
      table,
    ) => `select count(*) as rows from ${table} t join events e on e.organization_id = t.organization_id and e.name = $2
      and (e.xid::text::numeric % 4294967296)::text = t.xmin::text where t.organization_id = $1`,
  );
  const [row] = await house.query<{ rows: string }>(`select sum(rows) as rows from (${counts.join(' union all ')}) c`, [
    house.id,
    event,
  ]);
  return Number(row?.rows);
}

/** Every row of the feature, as the organization sees it. */
async function snapshot(house: TestOrganization): Promise<unknown> {
  const tables = ['organizations', 'products', 'areas', 'teams', 'people', 'role_assignments', 'absences', 'events'];
  const rows = await Promise.all(
    tables.map((table) =>
      house.query(`select to_jsonb(t) as row from ${table} t where organization_id = $1 order by t`, [house.id]),
    ),
  );
  return Object.fromEntries(tables.map((table, index) => [table, rows[index]]));
}
