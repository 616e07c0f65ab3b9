import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { TestApp } from '../../../test/test-app.js';
import { listen, LiveClient } from '../../../test/security/live-client.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';

const FILE = `
sigs:
- dir: sig-tea
  name: Tea
  leadership:
    chairs:
    - {github: Ana, name: Ana Roth}
    - {github: ben, name: "=cmd()"}
    - {name: Nobody}
  meetings:
  - {description: Weekly, day: Tuesday, time: 2PM, tz: PT (Pacific Time), frequency: weekly}
  - {description: Later, day: Tuesday, time: "09:00", tz: UTC, frequency: when needed}
`;
const RANDOM = 'Import_01920000-0000-7000-8000-000000000000';
const IMPORT = `id version state fileNames choices mapping failure progressDone progressTotal reportAddress requestedBy { name }
  preview { counts { kind created updated ended unchanged } changes { effect kind key title details } problems { where what } problemCount }
  result { counts { kind created updated ended unchanged } problemCount }`;
const PREVIEW = `mutation ($id: ID!, $version: Int!, $mapping: JSON!) { previewImport(id: $id, version: $version, mapping: $mapping) { ${IMPORT} } }`;
const APPLY = `mutation ($id: ID!, $version: Int!) { applyImport(id: $id, version: $version) { ${IMPORT} } }`;
const READ = `query ($id: ID!) { import(id: $id) { ${IMPORT} } }`;

interface ImportData {
  id: string;
  version: number;
  state: string;
  reportAddress: string;
  choices: { groups: { name: string; count: number }[] };
  preview: { counts: object[]; problems: { where: string; what: string }[]; problemCount: number } | null;
  result: { counts: { kind: string; created: number; unchanged: number }[]; problemCount: number } | null;
}

describe('imports over GraphQL and HTTP', () => {
  let app: TestApp;
  let house: TestOrganization;
  let admin: TestPerson;
  let developer: TestPerson;
  let stranger: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    house = await app.world.organization('Harbour');
    admin = await house.administrator('Ada');
    developer = await (await house.team('Payments')).developer('Dev');
    stranger = await (await app.world.organization('Elsewhere')).administrator('Eve');
  });
  afterAll(async () => {
    LiveClient.closeAll();
    await app.stop();
  });

  const upload = (
    cookie: string | null,
    path = 'kind=SIGS&name=sigs-2024-05-01.yaml',
    headers: object = {},
    payload: Buffer | string = FILE,
  ) =>
    app.app.inject({
      method: 'POST',
      url: `/files/imports?${path}`,
      headers: {
        'content-type': 'application/octet-stream',
        'x-chapterhouse': 'web',
        ...(cookie !== null && { cookie: `chapterhouse=${cookie}` }),
        ...headers,
      },
      payload,
    });
  const uploaded = async (): Promise<{ id: string; version: number }> => {
    const reply = await upload(admin.cookie);
    expect(reply.statusCode).toBe(201);
    return reply.json();
  };

  it('previews, applies in a job, tells who looks on, and changes nothing the second time', async () => {
    const file = await uploaded();
    const before = await app.graphql<{ import: ImportData }>(admin.cookie, READ, file);
    expect(before.data?.import).toMatchObject({ state: 'UPLOADED', preview: null });
    expect(before.data?.import.choices).toMatchObject({
      groups: [{ name: 'sigs', count: 1 }, {}, {}, {}],
      defaults: { asOf: '2024-05-01', groups: { sigs: 'AREA' } },
    });

    expect(before.data?.import.choices).not.toHaveProperty('refused');

    const previewed = await app.graphql<{ previewImport: ImportData }>(admin.cookie, PREVIEW, { ...file, mapping: {} });
    expect(previewed.errors).toBeUndefined();
    const preview = previewed.data?.previewImport;
    expect(preview?.preview?.counts).toContainEqual({ kind: 'role', created: 2, updated: 0, ended: 0, unchanged: 0 });
    expect(preview?.preview?.problems).toContainEqual({
      where: 'sigs-2024-05-01.yaml:9',
      what: 'This person has no usable github handle, which is their identity: not taken.',
    });
    expect(preview?.preview?.problems).toContainEqual({
      where: 'sigs-2024-05-01.yaml:12',
      what: 'Later: Its frequency “when needed” cannot be read: this is no frequency that can be read. Not taken.',
    });
    expect(preview?.preview?.counts).toContainEqual({
      kind: 'meeting',
      created: 1,
      updated: 0,
      ended: 0,
      unchanged: 0,
    });
    expect(await house.query('select id from areas')).toHaveLength(1);

    const client = await LiveClient.signedIn(await listen(app), admin.cookie);
    client.subscribe(
      '1',
      'subscription ($id: ID!) { importChanges(id: $id) { resync version import { state } } }',
      file,
    );
    await app.app.get(JobRunner).start();
    const started = await app.graphql<{ applyImport: ImportData }>(admin.cookie, APPLY, {
      id: file.id,
      version: preview?.version,
    });
    expect(started.data?.applyImport.state).toBe('APPLYING');
    await client.next(({ payload }) => JSON.stringify(payload ?? '').includes('"APPLIED"'));
    const applied = await app.graphql<{ import: ImportData }>(admin.cookie, READ, file);
    expect(applied.data?.import).toMatchObject({ state: 'APPLIED', failure: '' });
    expect(applied.data?.import.result?.counts.find(({ kind }) => kind === 'role')).toMatchObject({ created: 2 });
    const events = await house.query<{ name: string }>(
      `select name from events where cause = $1 and actor_person_id = $2`,
      [`import:${file.id.slice(7)}`, admin.id],
    );
    expect(events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['area.created', 'person.added', 'role.assigned', 'import.applied']),
    );

    const second = await uploaded();
    const again = await app.graphql<{ previewImport: ImportData }>(admin.cookie, PREVIEW, { ...second, mapping: {} });
    expect(again.data?.previewImport.preview?.counts).toContainEqual({
      kind: 'role',
      created: 0,
      updated: 0,
      ended: 0,
      unchanged: 2,
    });
    expect(again.data?.previewImport).toMatchObject({ progressTotal: 0 });
  });

  it('takes decision records as a zip, and shows what would become of them', async () => {
    const record = '---\nstatus: shelved\n---\n# Use zips\n\n## Context\n\nMany files.\n\n## Decision\n\nZips.\n';
    const zip = Buffer.from(zipSync({ 'repo-main/docs/adr/0001-zips.md': strToU8(record) }));
    const reply = await upload(admin.cookie, 'kind=ADR&name=repo-main.zip', {}, zip);
    expect([reply.statusCode, reply.body]).toEqual([201, expect.any(String)]);
    const file: { id: string; version: number } = reply.json();
    const before = await app.graphql<{ import: ImportData }>(admin.cookie, READ, file);
    expect(before.errors).toBeUndefined();
    expect(before.data?.import.choices).toMatchObject({
      statuses: [{ name: 'shelved', count: 1, known: false, usual: 'SKIP' }],
      defaults: { source: 'repo-main', kind: 'ARCHITECTURE' },
    });
    const mapping = { statuses: { shelved: 'REJECTED' } };
    const previewed = await app.graphql<{ previewImport: ImportData }>(admin.cookie, PREVIEW, { ...file, mapping });
    expect(previewed.data?.previewImport).toMatchObject({
      state: 'PREVIEWED',
      progressTotal: 1,
      preview: { counts: [{ kind: 'decision', created: 1, updated: 0, ended: 0, unchanged: 0 }] },
    });
  });

  it('says at once what is wrong with a file that nothing can be taken from', async () => {
    const reply = await upload(admin.cookie, 'kind=JIRA_CSV&name=log.csv', {}, 'Day,Hours\n2026-01-02,3\n');
    const file: { id: string; version: number } = reply.json();
    const before = await app.graphql<{ import: ImportData }>(admin.cookie, READ, file);
    expect(before.data?.import.choices).toMatchObject({
      refused: { where: 'log.csv', what: expect.stringMatching(/^None of its columns is the key/) },
    });
  });

  it('offers the columns of a file in another language, and reads it with a mapping that says what they are', async () => {
    const text = 'Schlüssel,Titel\nQ-1,Kran\nQ-2,Bagger\n';
    const reply = await upload(admin.cookie, 'kind=JIRA_CSV&name=vorgaenge.csv', {}, text);
    const file: { id: string; version: number } = reply.json();
    const before = await app.graphql<{ import: ImportData }>(admin.cookie, READ, file);
    expect(before.data?.import.choices).toMatchObject({
      keyColumns: ['Schlüssel'],
      columns: [{ header: 'Schlüssel', field: null, filled: 2, sample: 'Q-1' }, { header: 'Titel' }],
      refused: {
        where: 'vorgaenge.csv',
        what: expect.stringMatching(/Schlüssel looks like it: say that it is KEY/),
      },
    });
    const mapping = { columns: { Schlüssel: 'KEY', Titel: 'SUMMARY' } };
    const previewed = await app.graphql<{ previewImport: ImportData }>(admin.cookie, PREVIEW, { ...file, mapping });
    const counts = previewed.data?.previewImport.preview?.counts;
    expect(counts).toContainEqual({ kind: 'backlog-item', created: 2, updated: 0, ended: 0, unchanged: 0 });
  });

  it('hands out the report with cells that no spreadsheet runs', async () => {
    const reply = await upload(
      admin.cookie,
      'kind=SIGS&name==report.yaml',
      {},
      'sigs:\n- {name: "no dir"}\n- name: x\n',
    );
    const file: { id: string; version: number } = reply.json();
    await app.graphql(admin.cookie, PREVIEW, { ...file, mapping: {} });
    const report = await read(`/files/imports/${file.id}/report.csv`, admin.cookie);
    expect(report.statusCode).toBe(200);
    expect(report.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(report.headers['content-disposition']).toMatch(/^attachment; /);
    expect(report.body).toMatch(/^\uFEFFwhere,what\r\n'=report\.yaml:2,"This group has no dir, .*"\r\n/);
  });

  it('refuses who may not, and shows nothing of other organizations', async () => {
    const file = await uploaded();
    expect((await upload(null)).statusCode).toBe(401);
    expect((await upload(developer.cookie)).statusCode).toBe(403);
    for (const query of [
      READ,
      `mutation ($id: ID!, $version: Int!) { discardImport(id: $id, version: $version) { done } }`,
      APPLY,
    ]) {
      const denied = await app.graphql(developer.cookie, query, file);
      expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const foreign = await app.graphql(stranger.cookie, query, file);
      const random = await app.graphql(stranger.cookie, query, { ...file, id: RANDOM });
      expect(foreign.text).toBe(random.text);
      expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const [foreign, random, none] = await Promise.all([
      read(`/files/imports/${file.id}/report.csv`, stranger.cookie),
      read(`/files/imports/${RANDOM}/report.csv`, stranger.cookie),
      read('/files/imports/anything/report.csv', stranger.cookie),
    ]);
    expect([foreign.statusCode, foreign.body]).toEqual([404, random.body]);
    expect(none.body).toBe(random.body);
    const added = await upload(stranger.cookie, `kind=SIGS&name=a.yaml&import=${file.id}`);
    expect([added.statusCode, added.json().code]).toEqual([404, 'NOT_FOUND']);
    expect((await house.query('select 1 from import_files where import_id = $1', [file.id.slice(7)])).length).toBe(1);
  });

  it('takes bytes only here, only from our own pages, and not too many', async () => {
    expect((await upload(admin.cookie, undefined, { 'x-chapterhouse': 'no' })).statusCode).toBe(403);
    expect((await upload(admin.cookie, undefined, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await upload(admin.cookie, undefined, { 'content-type': 'text/plain' })).statusCode).toBe(415);
    expect((await upload(admin.cookie, 'kind=NONE&name=a')).statusCode).toBe(400);
    expect((await upload(admin.cookie, 'kind=SIGS&name=a', {}, '')).statusCode).toBe(400);
    expect(
      (await upload(admin.cookie, 'kind=SIGS&name=a', {}, Buffer.alloc(64 * 1024 * 1024 + 1, 32))).statusCode,
    ).toBe(413);
  });

  it('answers a stale version with the import as it is', async () => {
    const file = await uploaded();
    await app.graphql(admin.cookie, PREVIEW, { ...file, mapping: {} });
    const stale = await app.graphql(admin.cookie, PREVIEW, { ...file, mapping: {} });
    expect(stale.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: file.version + 1, current: { state: 'PREVIEWED' } },
    });
    const unready = await app.graphql(admin.cookie, APPLY, await uploaded());
    expect(unready.errors?.[0]?.extensions.code).toBe('IMPORT_STATE');
    const wrong = await app.graphql(admin.cookie, PREVIEW, {
      ...file,
      version: file.version + 1,
      mapping: { groups: { sigs: 'PLANET' } },
    });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'mapping.groups.sigs' }] },
    });
  });

  const read = (url: string, cookie: string) =>
    app.app.inject({ method: 'GET', url, headers: { cookie: `chapterhouse=${cookie}` } });
});
