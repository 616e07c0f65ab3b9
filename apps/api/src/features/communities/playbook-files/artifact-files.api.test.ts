import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { png } from '../../../../test/image-files.js';
import { fetched, type Folder, publishDraft, publishedFolder, unzipped } from '../../../../test/playbook-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../../test/world.js';
import { ImportRunner } from '../../imports/public.js';

let app: TestApp;
let house: TestOrganization;
let ada: TestPerson;
let cleo: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
  ada = await house.administrator('Ada');
  cleo = await house.person('Cleo');
});
afterAll(() => app.stop());

const FOLDER: Folder = {
  'mkdocs.yml':
    'site_name: Our way\nnav:\n  - README.md\n  - guide:\n      - guide/testing.md\n      - guide/pairing.md\n',
  'docs/README.md': '\uFEFF---\r\nowner:   Ana\r\n---\r\n# Our way\r\n\r\nSee [pairing](guide/pairing.md#why).\r\n',
  'docs/guide/README.md': '# Guide\n\n![crane](crane.png) ![crane](../guide/crane.png "again")\n',
  'docs/guide/pairing.md': '# Pairing\n\nBack to [the start](../README.md).\n\n## Why\n\n- [x] two\n- [ ] one\n',
  'docs/guide/testing.md':
    '# Testing\n\n| a | b |\n|---|---|\n| 1 | 2<br>3 |\n\n```mermaid\ngraph TD\n  A --> B\n```\n',
  'docs/guide/crane.png': png(4, 3),
  'docs/notes/.pages': 'order: desc\n',
  'docs/notes/a.md': 'no title\n',
  'docs/notes/b.md': '# B\n',
};
const of = (files: Map<string, Buffer>): Record<string, string> =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString('latin1')]).sort());
const came = (folder: Folder): Record<string, string> =>
  of(new Map(Object.entries(folder).map(([path, content]) => [path, Buffer.from(content)])));

const query = <T>(organization: TestOrganization, sql: string): Promise<T[]> =>
  organization.query<T & Record<string, unknown>>(sql, [organization.id]);
const TREE = `select path, title, depth, position, regexp_replace(body, 'Image_[0-9a-f-]+', 'Image', 'g') as body
                from artifact_version_pages p
               where organization_id = $1
                 and version_id = (select current_version_id from artifacts a where a.organization_id = $1 order by number desc limit 1)
               order by position`;

describe('A playbook as files', () => {
  it('goes out as it came, byte by byte, and comes in elsewhere as the same playbook', async () => {
    const { number, version } = await publishedFolder(app, house, ada, FOLDER);
    const reply = await fetched(app, cleo.cookie, `/files/artifacts/A-${number}/${version}.zip`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="A-${number}-version-1.zip"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(of(unzipped(reply.rawPayload))).toEqual(came(FOLDER));
    const quay = await app.world.organization('Quay');
    const eve = await quay.administrator('Eve');
    const files = Object.fromEntries(unzipped(reply.rawPayload));
    await publishedFolder(app, quay, eve, files);
    expect(await query(quay, TREE)).toEqual(await query(house, TREE));
    expect((await fetched(app, eve.cookie, `/files/artifacts/A-1/1.zip`)).rawPayload).toEqual(reply.rawPayload);
  });

  it('that was changed and arranged here goes out so, and comes in as it is here', async () => {
    const port = await app.world.organization('Port');
    const eve = await port.administrator('Eve');
    const { number } = await publishedFolder(app, port, eve, FOLDER);
    const { 'docs/guide/testing.md': testing = '', ...others } = FOLDER;
    // A newer folder begins the draft of the next version.
    const newer = { ...others, 'docs/guide/testing.md': `${testing.toString()}\nMore.\n` };
    const order = {
      organizationId: port.id,
      kind: 'PLAYBOOK' as const,
      files: Object.entries(newer).map(([name, content]) => ({ name, content })),
      mapping: { source: 'our-way' },
    };
    await app.app.get(ImportRunner).apply(order, { actorId: eve.id });
    const [picture] = await query<{ id: string }>(port, 'select id from images where organization_id = $1');
    await query(
      port,
      `with moved as (
         update artifact_draft_pages set position = case path when 'guide/pairing' then 0 else 1 end
          where organization_id = $1 and path in ('guide/pairing', 'guide/testing')),
       made as (
         insert into artifact_draft_pages (organization_id, artifact_id, id, parent_id, slug, path, title, position, body, updated_at)
         select $1, artifact_id, gen_random_uuid(), id, 'new', 'guide/new', 'A *new* one', 2,
                'See [pairing](A-${number}/guide/pairing) and ![it](/files/images/Image_${picture?.id ?? ''})', now()
           from artifact_draft_pages where organization_id = $1 and path = 'guide')
       update artifact_draft_pages set title = 'The way', body = body || E'\n[new](A-${number}/guide/new)\n'
        where organization_id = $1 and path = 'index'`,
    );
    await publishDraft(app, port, eve, 'our-way');
    const reply = await fetched(app, eve.cookie, `/files/artifacts/A-${number}/2.zip`);
    const files = unzipped(reply.rawPayload);
    expect(files.get('docs/README.md')?.toString()).toContain('# The way\r\n\r\nSee [pairing](guide/pairing.md#why).');
    expect(files.get('docs/README.md')?.toString()).toContain('owner:   Ana\r\n');
    expect(files.get('docs/README.md')?.toString()).toContain('[new](guide/new.md)');
    expect(files.get('docs/guide/new.md')?.toString()).toBe(
      '# A \\*new\\* one\n\nSee [pairing](pairing.md) and ![it](crane.png)',
    );
    expect(files.get('docs/guide/.pages')?.toString()).toBe(
      'title: guide\nnav:\n  - pairing.md\n  - testing.md\n  - new.md\n',
    );
    for (const same of ['mkdocs.yml', 'docs/guide/pairing.md', 'docs/guide/crane.png', 'docs/notes/.pages'])
      expect(files.get(same)).toEqual(Buffer.from(FOLDER[same] ?? ''));
    const home = await app.world.organization('Home');
    await publishedFolder(app, home, await home.administrator('Eve'), Object.fromEntries(files));
    expect(await query(home, TREE)).toEqual(await query(port, TREE));
  });

  it('is a site that needs nothing but itself', async () => {
    const reply = await fetched(app, cleo.cookie, '/files/artifacts/A-1/1/site.zip');
    const files = unzipped(reply.rawPayload);
    const names = [...files.keys()].sort();
    expect(names.filter((name) => name.endsWith('.html'))).toEqual([
      'index.html',
      'pages/guide.html',
      'pages/guide/pairing.html',
      'pages/guide/testing.html',
      'pages/notes.html',
      'pages/notes/a.html',
      'pages/notes/b.html',
    ]);
    for (const name of names.filter((one) => one.endsWith('.html')))
      for (const [, address = ''] of (files.get(name)?.toString() ?? '').matchAll(/(?:href|src)="([^"]*)"/gu)) {
        const goal = new URL(address, `https://site.example/${name}`);
        expect(goal.host).toBe('site.example');
        expect(names).toContain(goal.pathname.slice(1));
      }
    expect(files.get(names.find((name) => name.startsWith('pictures/')) ?? '')).toEqual(FOLDER['docs/guide/crane.png']);
  });

  it('is one document, in the browser and as PDF', async () => {
    const html = await fetched(app, cleo.cookie, '/files/artifacts/A-1/1/print.html');
    expect(html.statusCode).toBe(200);
    expect(html.headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/u);
    expect(html.headers['content-security-policy']).not.toContain('script');
    expect(html.body).toContain('Our way');
    expect(html.body).toMatch(/<img src="\/files\/images\/Image_[0-9a-f-]{36}" alt="crane">/u);
    const pdf = await fetched(app, cleo.cookie, '/files/artifacts/A-1/1/print.pdf');
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.rawPayload)), { mergePages: true });
    for (const words of ['Our way', 'Back to the start.', 'A --> B', 'version 1', 'Testing', '☑'])
      expect(text).toContain(words);
  });

  it('is here for the organization alone', async () => {
    const stranger = await (await app.world.organization('Elsewhere')).administrator('Eve');
    for (const file of ['1.zip', '1/site.zip', '1/print.html', '1/print.pdf']) {
      const random = await fetched(app, cleo.cookie, `/files/artifacts/A-999/${file}`);
      expect([random.statusCode, random.body]).toEqual([404, expect.stringContaining('This is not here.')]);
      const foreign = await fetched(app, stranger.cookie, `/files/artifacts/A-1/${file}`);
      expect(foreign.statusCode).toBe(404);
      expect(foreign.body.replace(/"requestId":"[^"]*"/u, '')).toBe(random.body.replace(/"requestId":"[^"]*"/u, ''));
      expect((await fetched(app, null, `/files/artifacts/A-1/${file}`)).statusCode).toBe(401);
    }
    for (const odd of ['A-1/9.zip', 'A-1/0.zip', 'A-1/1', 'a-1/1.zip', 'A-99999999999/1.zip', 'A-1/1/evil.html'])
      expect((await fetched(app, cleo.cookie, `/files/artifacts/${odd}`)).statusCode).toBe(404);
  });
});
