import { describe, expect, it } from '@jest/globals';
import type { VersionPage } from '@chapterhouse/domain/communities/version-content';
import { contentPages } from './playbook-content.js';
import { exportPages } from './export-pages.js';
import type { SourcePage } from './playbook-sources.repository.js';
import { readPlaybook } from './read-playbook.js';

const FOLDER: Record<string, string> = {
  'README.md': '# Top\n\n[two](Guide/Two.md) ![c](img/c.png)\n',
  'Guide/Two.md': '---\nx: 1\n---\n# Two\n\n[top](..) [deep](./Deep/a.md)\n',
  'Guide/Deep/a.md': 'no title\r\n',
};

async function imported(): Promise<{ pages: VersionPage[]; sources: SourcePage[] }> {
  const files = Object.entries(FOLDER).map(([path, text]) => ({ path, content: Buffer.from(text) }));
  const content = contentPages(await readPlaybook(files, null), 'A-5', () => null);
  const pages = content.map(({ path, parentPath, title, depth, body }, position) => ({
    id: path,
    parentId: parentPath,
    path,
    title,
    depth,
    position,
    body,
  }));
  return { pages, sources: content.map((page) => ({ ...page, id: page.path })) };
}
const out = (pages: VersionPage[], sources: SourcePage[]): Record<string, string> =>
  Object.fromEntries(exportPages(pages, sources, 'A-5', () => null).map(({ file, text }) => [file, text]));

describe('The files of a playbook', () => {
  it('are those that came while nobody touched them', async () => {
    const { pages, sources } = await imported();
    expect(out(pages, sources)).toEqual(FOLDER);
  });

  it('are in the folders that came, for what was made here and for folders that have a page now', async () => {
    const { pages, sources } = await imported();
    const made = {
      id: 'new',
      parentId: 'guide/deep',
      path: 'guide/deep/new',
      title: 'New',
      depth: 2,
      position: 9,
      body: '[t](A-5/guide/two)\n',
    };
    const worded = pages.map((page) => (page.path === 'guide' ? { ...page, body: 'Words\n' } : page));
    expect(out([...worded, made], sources)).toEqual({
      ...FOLDER,
      'Guide/README.md': '# Guide\n\nWords\n',
      'Guide/Deep/new.md': '# New\n\n[t](../Two.md)\n',
    });
  });

  it('are README files in folders, of what was never a folder', () => {
    const page = (id: string, parentId: string | null, body: string): VersionPage => ({
      id,
      parentId,
      path: id,
      title: id,
      depth: 0,
      position: 0,
      body,
    });
    const pages = [page('index', null, 'x'), page('a', null, '[b](A-5/a/b)'), page('a/b', 'a', '')];
    expect(out(pages, [])).toEqual({
      'README.md': '# index\n\nx',
      'a/README.md': '# a\n\n[b](b.md)',
      'a/b.md': '# a/b\n\n',
    });
  });
});
