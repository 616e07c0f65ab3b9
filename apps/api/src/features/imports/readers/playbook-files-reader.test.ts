import { describe, expect, it } from '@jest/globals';
import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { strToU8, zipSync } from 'fflate';
import { readPlaybookFiles, type PlaybookFiles } from './playbook-files-reader.js';

const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 9, 0, 0, 0, 9,
]);

async function read(files: Record<string, string | Uint8Array>): Promise<PlaybookFiles & { tally: ImportTally }> {
  const tally = new ImportTally();
  const entries = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  const zip = zipSync(Object.fromEntries(entries));
  return { ...(await readPlaybookFiles([{ name: 'rules.zip', content: zip }], null, tally)), tally };
}
const told = ({ tally }: { tally: ImportTally }): string[] =>
  tally.outcome().problems.map(({ where, what }) => `${where} ${what}`);

describe('A zip of markdown', () => {
  it('is read from the folder that mkdocs.yml names, in its order, with titles and pictures', async () => {
    const result = await read({
      'repo-1/mkdocs.yml':
        'site_name: Rules\nmarkdown_extensions:\n  - x: !!python/name:os.system\nnav:\n  - Home: README.md\n  - Ship it: ship\n  - guide/b.md\n  - guide/a.md\n',
      'repo-1/docs/README.md': '# Hello\n\n![c](img/c.png) [b](guide/b.md#x) [gone](no.md) [up](../LICENSE)\n',
      'repo-1/docs/guide/a.md': 'no title\n',
      'repo-1/docs/guide/b.md': '---\ntitle: Bee\nreview: 2027-01-31\n---\n\n## X\n',
      'repo-1/docs/img/c.png': PNG,
      'repo-1/docs/img/d.svg': '<svg onload="alert(1)"/>',
      'repo-1/docs/img/e.png': '<html><script>alert(1)</script>',
      'repo-1/LICENSE': 'words',
      'repo-1/.git/config': 'x',
    });
    expect(result.source).toBe('rules');
    expect(result.read).toMatchObject({ folder: 'docs', title: 'Rules', reviewDueOn: '2027-01-31' });
    expect(result.read.pages.map(({ path, title }) => `${path} ${title}`)).toEqual([
      'index Hello',
      'guide Guide',
      'guide/b Bee',
      'guide/a A',
    ]);
    expect(result.read.pictures.map(({ file }) => file)).toEqual(['img/c.png']);
    expect(told(result)).toEqual([
      'docs/README.md:3 The link no.md is broken: nothing of that name is there.',
      'docs/README.md:3 The link ../LICENSE is broken: it leads out of the folder.',
      '.git/config This file is of tools, not of the playbook: left out.',
      'docs/img/d.svg An SVG can hold scripts: left out. Save it as PNG.',
      'docs/img/e.png This is no picture, whatever it is called: left out.',
      'LICENSE This file lies outside of the pages: left out.',
    ]);
  });

  it.each([
    ['an engine', '---js\n{ title: process.exit(1) }\n---\n\n# A\n\nwords\n'],
    ['a tag', '---\ntitle: !!js/function "function () { process.exit(1) }"\n---\n\n# A\n\nwords\n'],
    ['a key twice', '---\ntitle: One\ntitle: Two\n---\n\n# A\n\nwords\n'],
    [
      'a bomb',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n---\n\n# A\n\nwords\n`,
    ],
    [
      'a prototype',
      '---\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n---\n\n# A\n\nwords\n',
    ],
  ])('whose front matter holds %s runs nothing, and keeps its words', async (what, text) => {
    const result = await read({ 'a.md': text });
    expect(result.read.pages[0]).toMatchObject({ title: 'A', read: { body: 'words\n' }, text });
    expect(told(result)).toHaveLength(what === 'a prototype' ? 0 : 1);
    expect(told(result)[0] ?? 'a.md:1').toMatch(/^a\.md:\d/u);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('that leads out of itself is not read at all, and one without pages is refused', async () => {
    for (const files of [{ '../a.md': '# A' }, { '/etc/a.md': '# A' }, { 'x.txt': 'x' }]) {
      const result = await read(files);
      expect(result.tally.isRefused).toBe(true);
      expect(result.read.pages).toEqual([]);
    }
  });

  it('keeps lines across a page that are no front matter', async () => {
    const result = await read({ 'a.md': '---\nJust words\n---\n\nmore\n' });
    expect(result.read.pages[0]?.read?.body).toBe('---\nJust words\n---\n\nmore\n');
  });
});

it('does not follow a symbolic link in a folder, and tells it and what leads to it', async () => {
  const tally = new ImportTally();
  const link = { content: new Uint8Array(), isLink: true };
  const { read } = await readPlaybookFiles(
    [
      { name: 'README.md', content: '# A\n\n[there](other.md)\n' },
      { name: 'other.md', ...link },
      { name: 'folder', ...link },
    ],
    null,
    tally,
  );
  expect(read.pages.map(({ path }) => path)).toEqual(['index']);
  expect(told({ tally })).toEqual([
    'README.md:3 The link other.md is broken: that file is neither a page nor a picture that is shown here: it is not taken.',
    'other.md This is a link to another file or folder: links are not followed, left out.',
    'folder This is a link to another file or folder: links are not followed, left out.',
  ]);
});
