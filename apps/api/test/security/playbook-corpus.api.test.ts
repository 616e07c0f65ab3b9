import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { png } from '../image-files.js';
import { fetched, publishedFolder, unzipped } from '../playbook-story.js';
import { SCRIPTS, scriptFolder } from '../script-corpus.js';
import { TestApp } from '../test-app.js';
import type { TestOrganization, TestPerson } from '../world.js';

let app: TestApp;
let house: TestOrganization;
let ada: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
  ada = await house.administrator('Ada');
});
afterAll(() => app.stop());

/** Every tag with every field that may be in a document; all else is text. */
const TAGS =
  /<!doctype html>|<html lang="en">|<\/?(?:head|body|nav|main|header|footer|title|html|section|div|span|h[1-6]|p|blockquote|ul|ol|li|pre|code|em|strong|del|br|hr|table|thead|tbody|tr|th|td|sup|a)>|<(?:h[1-6]|section|li|p|sup)(?: class="(?:page|turn)")?(?: id="[^"<]*")?>|<(?:nav) aria-label="\w+">|<div class="turn">|<ol start="\d+">|<a(?: id="[^"<]*")? href="(?:https?:\/\/[^"<]*|mailto:[^"<]*|#[^"<]*|(?![a-z][a-z0-9+.-]*:|\/\/)[^"<]*)"(?: aria-current="page")?(?: id="[^"<]*")?>|<img src="(?:\/files\/images\/Image_[0-9a-f-]{36}|[./]*pictures\/[0-9a-f-]{36}\.png)" alt="[^"]*">|<t[hd] align="(?:left|right|center)">|<input type="checkbox"(?: checked)? disabled>|<meta charset="utf-8">|<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;[^"<]*">|<meta name="(?:viewport|referrer)" content="[a-z=-]+">|<style>\n:root[^<]*<\/style>/gu;

/** What a site has around its pages besides. */
const FRAME =
  /<\/?(?:details|summary|small)>|<details(?: class="pages"| open)>|<a class="skip" href="#text">|<header class="top">|<div class="site">|<main class="text" id="text" tabindex="-1">|<ul class="tree">|<nav class="turn" aria-label="Previous and next">|<p class="(?:trail|said)">|<a rel="(?:prev|next)" href="(?![a-z][a-z0-9+.-]*:|\/\/)[^"<]*">/gu;

function strangeIn(html: string): string[] {
  const left = html.replaceAll(TAGS, '').replaceAll(FRAME, '');
  return [...left.matchAll(/<[^<]{0,80}/gu)].map(([tag]) => tag).slice(0, 5);
}

describe('case 29: a corpus of scripts in every place of a playbook', () => {
  it('runs nothing in what goes out: document, site, PDF', async () => {
    const folder = { ...scriptFolder(), 'README.md': '# Start\n', '0/crane.png': png(), 'crane.png': png() };
    expect(Object.keys(folder).length).toBeGreaterThan(450);
    const { number, version } = await publishedFolder(app, house, ada, folder, SCRIPTS[0]);
    const at = `/files/artifacts/A-${number}/${version}`;
    const print = await fetched(app, ada.cookie, `${at}/print.html`);
    expect(strangeIn(print.body)).toEqual([]);
    expect(print.headers['content-security-policy']).toMatch(
      /^default-src 'none'; img-src 'self' data: file:; style-src 'sha256-/u,
    );
    const site = unzipped((await fetched(app, ada.cookie, `${at}/site.zip`)).rawPayload);
    expect(site.size).toBeGreaterThan(450);
    for (const [name, bytes] of site) {
      expect(name).toMatch(/^(?:index\.html|pages\/[\w/-]+\.html|pictures\/[0-9a-f-]{36}\.png)$/u);
      if (!name.endsWith('.html')) continue;
      expect([name, strangeIn(bytes.toString())]).toEqual([name, []]);
      expect(bytes.toString()).toContain(`content="default-src &#39;none&#39;;`);
    }
    const pdf = await fetched(app, ada.cookie, `${at}/print.pdf`);
    expect(pdf.rawPayload.toString('latin1')).not.toMatch(
      /\/(JS|JavaScript|OpenAction|AA|Launch|URI|EmbeddedFile|AcroForm)\b/u,
    );
    const document = await getDocumentProxy(new Uint8Array(pdf.rawPayload));
    expect([await document.getJSActions(), await document.getAttachments()]).toEqual([null, null]);
    // And all of it goes out again as the words that it was.
    const zip = unzipped((await fetched(app, ada.cookie, `${at}.zip`)).rawPayload);
    for (const [path, text] of Object.entries(folder)) expect(zip.get(path)).toEqual(Buffer.from(text));
  });
});

interface Previewed {
  problems: { where: string; what: string }[];
  counts: { kind: string; created: number }[];
}

async function previewed(zip: Uint8Array, name = 'rules.zip'): Promise<Previewed & { status: number }> {
  const reply = await app.app.inject({
    method: 'POST',
    url: `/files/imports?kind=PLAYBOOK&name=${encodeURIComponent(name)}`,
    headers: {
      'content-type': 'application/octet-stream',
      'x-chapterhouse': 'web',
      cookie: `chapterhouse=${ada.cookie}`,
    },
    payload: Buffer.from(zip),
  });
  if (reply.statusCode !== 201) return { status: reply.statusCode, problems: [], counts: [] };
  const { id, version } = reply.json<{ id: string; version: number }>();
  const answer = await app.graphql<{ previewImport: { preview: Previewed } }>(
    ada.cookie,
    `mutation { previewImport(id: "${id}", version: ${version}, mapping: {}) {
       preview { problems { where what } counts { kind created } } } }`,
  );
  if (!answer.data) throw new Error(answer.text);
  return { status: 201, ...answer.data.previewImport.preview };
}
const zipped = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
const rows = async (): Promise<string> =>
  JSON.stringify(
    await house.query(
      `select (select count(*) from artifacts where organization_id = $1) as artifacts,
              (select count(*) from artifact_draft_pages where organization_id = $1) as pages,
              (select count(*) from images where organization_id = $1) as images,
              (select count(*) from communities where organization_id = $1) as communities`,
      [house.id],
    ),
  );

describe('case 30: what is called a picture', () => {
  it('is one by its bytes, or is left out; no SVG, HTML or script ever becomes a file here', async () => {
    const evil = ['<svg onload="alert(1)"/>', '<html><script>alert(1)</script>', 'alert(1)', '%PDF-1.7', 'GIF89', 'MZ'];
    const endings = ['png', 'jpg', 'gif', 'webp', 'svg', 'svgz', 'html', 'js', 'xhtml', 'pdf', 'exe', 'png.html'];
    const files = Object.fromEntries(
      endings.flatMap((ending) => evil.map((content, place) => [`img/${place}.${ending}`, content])),
    );
    const links = Object.keys(files).map((path) => `![x](${path})`);
    const { problems, counts } = await previewed(zipped({ 'README.md': `# A\n\n${links.join('\n')}\n`, ...files }));
    expect(counts.find(({ kind }) => kind === 'picture')).toBeUndefined();
    for (const path of Object.keys(files)) expect(problems.filter(({ where }) => where.endsWith(path))).not.toEqual([]);
    const { number, version } = await publishedFolder(
      app,
      house,
      ada,
      { 'README.md': `# A\n\n${links.join('\n')}\n`, ...files },
      'pictures',
    );
    const site = unzipped(
      (await fetched(app, ada.cookie, `/files/artifacts/A-${number}/${version}/site.zip`)).rawPayload,
    );
    expect([...site.keys()]).toEqual(['index.html']);
    expect(site.get('index.html')?.toString()).not.toContain('<img');
  });
});

describe('case 33: front matter', () => {
  it.each([
    ['an engine', '---js\n{ title: process.exit(1) }\n---\n'],
    ['another engine', '---coffee\nprocess.exit 1\n---\n'],
    ['TOML', '+++\ntitle = "x"\n+++\n'],
    ['a tag', '---\ntitle: !!js/function "function () { process.exit(1) }"\n---\n'],
    ['a Python tag', '---\ntitle: !!python/object/apply:os.system ["ls"]\n---\n'],
    ['a key twice', '---\ntitle: One\ntitle: Two\n---\n'],
    [
      'a bomb',
      `---\na: &a [${'x,'.repeat(99)}]\n${Array.from({ length: 30 }, (_, n) => `k${n}: &k${n} [${`*${n === 0 ? 'a' : `k${n - 1}`},`.repeat(9)}]`).join('\n')}\n---\n`,
    ],
    ['a merge key', '---\n<<: { title: x }\nbase: &b { a: 1 }\n---\n'],
    ['depth', `---\na: ${'['.repeat(20_000)}\n---\n`],
    ['many keys', `---\n${Array.from({ length: 20_000 }, (_, n) => `k${n}:`).join('\n')}\n---\n`],
    ['lists in lists', `---\n${'- '.repeat(20_000)}x\n---\n`],
    ['a long key', `---\n${'k'.repeat(100_000)}: 1\n---\n`],
    ['a prototype', '---\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n---\n'],
    ['no end', '---\ntitle: x\n'],
  ])('of %s runs nothing, ends soon and keeps the words', async (what, matter) => {
    const before = await rows();
    const started = performance.now();
    const pages = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`p${n}.md`, `${matter}\n# Words ${n}\n\nmore\n`]),
    );
    const { counts, problems } = await previewed(zipped(pages));
    expect(performance.now() - started).toBeLessThan(200_000);
    expect(counts.find(({ kind }) => kind === 'page')).toMatchObject({ created: 40 });
    if (/engine|tag|twice|bomb|depth/u.test(what)) {
      expect(problems.length).toBeGreaterThanOrEqual(40);
      expect(problems[0]?.where).toMatch(/^p\d+\.md:\d+$/u);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(await rows()).toBe(before);
  });
});

describe('case 34: a zip', () => {
  const page = strToU8('# A\n');
  it.each([
    ['../a.md'],
    ['a/../../b.md'],
    ['/etc/a.md'],
    ['C:/a.md'],
    ['a\\..\\..\\b.md'],
    ['..\\a.md'],
    ['docs/../../../root/.ssh/a.md'],
  ])('that names %s is refused as a whole', async (path) => {
    const before = await rows();
    const { problems, counts } = await previewed(zipSync({ 'README.md': page, [path]: page }));
    expect(counts).toEqual([]);
    expect(problems[0]?.what).toContain('names a file outside of itself');
    expect(await rows()).toBe(before);
  });

  it('with links reads none of them', async () => {
    const link: Zippable = {
      'README.md': page,
      'passwd.md': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }],
    };
    const { problems, counts } = await previewed(zipSync(link));
    expect(counts.find(({ kind }) => kind === 'page')).toMatchObject({ created: 1 });
    expect(problems.map(({ what }) => what)).toContain('This is a link to another file: links are not followed.');
  });

  it('that unpacks to too much, says less than it holds, is cut off or is no zip: bounded, and told', async () => {
    const before = await rows();
    const large = new Uint8Array(9 * 1024 * 1024);
    const bomb = zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}.md`, large])), { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect((await previewed(bomb)).counts).toEqual([]);
    // It says a byte, and holds megabytes.
    const lying = Buffer.from(zipSync({ 'a.md': new Uint8Array(4 * 1024 * 1024), 'b.md': page }, { level: 9 }));
    const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    lying.writeUInt32LE(1, entry + 24);
    const lied = await previewed(lying);
    expect(lied.problems.map(({ what }) => what)).toContain('This file is damaged, or larger than it says: left out.');
    const whole = Buffer.from(zipSync({ 'a.md': page }));
    for (const odd of [whole.subarray(0, 40), Buffer.from('PK\u0003\u0004'), Buffer.alloc(64), Buffer.from('no zip')])
      expect((await previewed(odd)).counts).toEqual([]);
    const secret = Buffer.from(whole);
    const listed = secret.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    secret.writeUInt16LE(secret.readUInt16LE(listed + 8) | 1, listed + 8);
    expect((await previewed(secret)).problems.map(({ what }) => what)).toContain(
      'This file is encrypted: it cannot be read.',
    );
    // A zip within a zip is a file like any other.
    expect((await previewed(zipSync({ 'a.md': page, 'b.zip': bomb }))).problems[0]?.where).toBe('b.zip');
    const many = zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`${n}.md`, page])), { level: 0 });
    expect((await previewed(many)).problems[0]?.what).toContain('holds more than 20000 files');
    expect(await rows()).toBe(before);
  });
});
