import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { linesOf, scan } from '../../../../test/independent/markdown-folder.js';
import { countLines } from '../../../../test/independent/markdown-lines.js';
import { exportPages } from './export-pages.js';
import { contentPages } from './playbook-content.js';
import { bodyHere, readPlaybook, type ReadPlaybook } from './read-playbook.js';
import type { FolderFile } from './sorted-files.js';

const FOLDER = join(import.meta.dirname, '../../../../../../../shared/data/playbook-microsoft/docs');
const there = existsSync(FOLDER);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real playbook in ${FOLDER}.\n`);

/**
 * It is told of this folder that it has 249 pages, 106 images and 551 relative links, 2 links and 1 image broken. What these
 * count (`countLines` finds just them): 249 files that are no pictures (243 pages, 3 `.pages`, 2 sets of slides, 1 diagram);
 * 106 pictures written as `![..](..)`, 6 of them on the web; 551 different addresses within the folder, each once in a page,
 * links and pictures alike, without those to headings of the same page. We count pages that are read (243), picture files
 * (108), every link to another file (520) and to a heading of its own page (79), every picture shown from the folder (107).
 * Broken are 1 link and 1 picture whose file is not there, and 7 links to headings that are not there.
 */
suite('A playbook of some hundred pages', () => {
  const names = there
    ? readdirSync(FOLDER, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
    : [];
  const files: FolderFile[] = names.map((path) => ({ path, content: readFileSync(join(FOLDER, path)) }));
  let playbook: ReadPlaybook;
  beforeAll(async () => {
    playbook = await readPlaybook(files, null);
  });

  it('has as many pages, pictures and links as a count line by line, without a parser', () => {
    const count = scan(FOLDER, names);
    expect(playbook.counts).toEqual(count.counts);
    expect(playbook.counts.pages).toBeGreaterThan(200);
    process.stdout.write(`${JSON.stringify(playbook.counts)}\n`);
  });

  it('has the 249 files, 106 images and 551 addresses that are told of it, counted as they were', () => {
    expect(countLines(FOLDER, names)).toEqual({ pages: 249, images: 106, links: 551 });
    expect(playbook.broken.filter(({ fault }) => fault === 'MISSING').map(({ isPicture }) => isPicture)).toEqual([
      true,
      false,
    ]);
  });

  it('reports exactly the broken links', () => {
    const told = playbook.broken.map(({ file, line, target }) => `${file}:${line} ${target}`).sort();
    expect(told).toEqual(scan(FOLDER, names).broken.sort());
    process.stdout.write(`${told.join('\n')}\n`);
  });

  it('has every folder and file in its tree, each behind its parent', () => {
    const paths = playbook.pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { parentPath, path } of playbook.pages)
      if (parentPath !== null) expect(paths.indexOf(parentPath)).toBeLessThan(paths.indexOf(path));
    expect(new Set(playbook.pages.flatMap(({ file }) => file ?? []))).toEqual(
      new Set(names.filter((name) => name.endsWith('.md'))),
    );
    const missing = names.filter((name) => !/\.(?:md|png|jpg|pages)$/iu.test(name));
    for (const name of missing) expect(playbook.problems).toContainEqual({ where: name, what: expect.any(String) });
  });

  it('keeps every line but those whose links lead to pages and pictures', () => {
    for (const page of playbook.pages) {
      const body = bodyHere(page, (goal) => (goal.to === 'PAGE' ? `A-1/${goal.path}` : null));
      const lines = linesOf(page.text).slice((page.read?.bodyLine ?? 1) - 1);
      const here = linesOf(body);
      if (page.read === null) continue;
      expect(here).toHaveLength(lines.length);
      const linked = new Set(page.links.map(({ line }) => line - (page.read?.bodyLine ?? 1)));
      expect(here.filter((line, at) => line !== lines[at] && !linked.has(at))).toEqual([]);
      expect(page.read.head + page.read.body).toBe(page.text);
    }
  });

  it('goes out as it came, byte by byte, and comes in again as the same pages', async () => {
    const content = contentPages(playbook, 'A-1', () => null);
    const pages = content.map(({ path, parentPath, title, depth, body }, position) => ({
      id: path,
      parentId: parentPath,
      path,
      title,
      depth,
      position,
      body,
    }));
    const out = exportPages(
      pages,
      content.map((page) => ({ ...page, id: page.path })),
      'A-1',
      () => null,
    );
    const given = new Map(files.map(({ path, content: bytes }) => [path, Buffer.from(bytes ?? []).toString()]));
    expect(out.map(({ file }) => file).sort()).toEqual(names.filter((name) => name.endsWith('.md')).sort());
    expect(out.filter(({ file, text }) => given.get(file) !== text)).toEqual([]);
    // Every page with a word more: all others of its bytes stay.
    const touched = pages.map((page) => ({ ...page, body: `${page.body}more\n` }));
    const again = exportPages(
      touched,
      content.map((page) => ({ ...page, id: page.path })),
      'A-1',
      () => null,
    );
    const differs = again.filter(({ file, text }) => given.has(file) && text !== `${given.get(file) ?? ''}more\n`);
    process.stdout.write(`${differs.length} of ${again.length} files are written otherwise in places\n`);
    const rest = files.filter(({ path }) => !path.endsWith('.md'));
    const second = await readPlaybook(
      [...rest, ...again.map(({ file, text }) => ({ path: file, content: Buffer.from(text) }))],
      null,
    );
    const words = new Map(
      contentPages(second, 'A-1', () => null).map(({ path, title, body }) => [path, { title, body }]),
    );
    for (const { path, title, body, file } of content)
      if (file !== null) expect(words.get(path)).toEqual({ title, body: `${body}more\n` });
  });
});
