import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../../test/world.js';

const SAVE = `mutation($kind: ImportKind!, $name: String!, $mapping: JSON!, $key: String) {
  saveImportMapping(kind: $kind, name: $name, mapping: $mapping, idempotencyKey: $key) { id name kind mapping version viewerCan } }`;
const LIST = '{ importMappings(kind: JIRA_CSV) { id name mapping version } }';

interface Saved {
  id: string;
  name: string;
  mapping: object;
  version: number;
}

describe('saved mappings', () => {
  let app: TestApp;
  let house: TestOrganization;
  let admin: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    house = await app.world.organization('Harbour');
    admin = await house.administrator('Ada');
  });
  afterAll(() => app.stop());

  const save = (name: string, mapping: unknown, more: object = {}) =>
    app.graphql<{ saveImportMapping: Saved }>(admin.cookie, SAVE, { kind: 'JIRA_CSV', name, mapping, ...more });
  const list = async (cookie: string): Promise<Saved[]> =>
    (await app.graphql<{ importMappings: Saved[] }>(cookie, LIST)).data?.importMappings ?? [];

  it('are kept under a name, one of each name, and removed', async () => {
    const first = await save(' Ferries ', { productName: 'Ferries', columns: { Squad: 'TEAM' } });
    expect(first.data?.saveImportMapping).toMatchObject({ name: 'Ferries', version: 1, viewerCan: ['import:run'] });
    const second = await save('FERRIES', { productName: 'Boats' });
    expect(second.data?.saveImportMapping).toMatchObject({ id: first.data?.saveImportMapping.id, version: 2 });
    await save('Cranes', {});
    expect(await list(admin.cookie)).toMatchObject([
      { name: 'Cranes' },
      { name: 'FERRIES', mapping: { productName: 'Boats' } },
    ]);
    const { id } = first.data?.saveImportMapping ?? {};
    const node = await app.graphql(admin.cookie, `{ node(id: "${id}") { ... on ImportMapping { name } } }`);
    expect(node.data).toEqual({ node: { name: 'FERRIES' } });
    await app.graphql(admin.cookie, `mutation { removeImportMapping(id: "${id}") { done } }`);
    expect((await list(admin.cookie)).map(({ name }) => name)).toEqual(['Cranes']);
    const events = await house.query(
      `select name, payload->>'note' as note from events where subject_type = 'ImportMapping' order by id`,
    );
    expect(events).toEqual([
      { name: 'import.mapping-saved', note: 'Ferries' },
      { name: 'import.mapping-saved', note: 'FERRIES' },
      { name: 'import.mapping-saved', note: 'Cranes' },
      { name: 'import.mapping-removed', note: 'FERRIES' },
    ]);
  });

  it('are saved once for one key', async () => {
    const key = 'a-key-of-its-own';
    const once = await save('Once', {}, { key });
    const again = await save('Once', {}, { key });
    expect(again.data).toEqual(once.data);
    expect(once.data?.saveImportMapping.version).toBe(1);
  });

  it.each([
    ['no name', ' ', {}, 'name'],
    ['no object', 'Bad', [1], 'mapping'],
    ['a column that is none of ours', 'Bad', { columns: { Squad: 'NONSENSE' } }, 'mapping.columns.Squad'],
    ['a zone that is none', 'Bad', { dates: { timeZone: 'Atlantis' } }, 'mapping.dates.timeZone'],
  ])('are refused with %s', async (_what, name, mapping, field) => {
    const reply = await save(name, mapping);
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
  });

  it('are of one organization', async () => {
    const other = await app.world.organization('Elsewhere');
    const stranger = await other.administrator('Eve');
    expect(await list(stranger.cookie)).toEqual([]);
    const [mine] = await list(admin.cookie);
    const reply = await app.graphql(stranger.cookie, `mutation { removeImportMapping(id: "${mine?.id}") { done } }`);
    expect(reply.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
