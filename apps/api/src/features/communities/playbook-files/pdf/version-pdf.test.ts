import { expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import type { VersionFiles } from '../version-files.read.js';
import { versionAsPdf } from './version-pdf.js';

const page = (path: string, depth: number, body: string): VersionFiles['pages'][number] => ({
  id: path,
  parentId: null,
  path,
  title: `Page ${path}`,
  depth,
  position: 0,
  body,
});
const VERSION: VersionFiles = {
  key: 'A-5',
  title: 'House rules',
  number: 3,
  publishedOn: '2026-11-20',
  artifactId: 'a',
  pictures: new Map(),
  pages: [
    page(
      'index',
      0,
      'Words, **strong**, *slanted*; [why](A-5/guide/two#why), [gone](A-5/guide/two#gone), [no](A-5/no).\n',
    ),
    page('guide', 0, ''),
    page('guide/two', 1, '## Why\n\n```mermaid\nflowchart TD\n```\n'),
  ],
};

it('has an outline, links between its pages, and words that look as they are meant', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await versionAsPdf(VERSION, () => Promise.resolve(undefined))));
  const outline = await pdf.getOutline();
  expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
    ['Page index', []],
    ['Page guide', ['Page guide/two']],
  ]);
  const goals: string[] = [];
  for (const number of [1, 2, 3, 4]) {
    const annotations: unknown[] = await (await pdf.getPage(number)).getAnnotations();
    for (const one of annotations)
      if (typeof one === 'object' && one !== null && 'dest' in one && typeof one.dest === 'string')
        goals.push(`${number} ${one.dest}`);
  }
  const places = await pdf.getDestinations();
  expect([...new Set(goals)]).toEqual(['1 index', '1 guide', '1 guide/two', '2 guide/two#why', '2 guide/two#gone']);
  // A heading that is not there leads to its page.
  expect(Object.keys(places).sort()).toEqual(['guide', 'guide/two', 'guide/two#gone', 'guide/two#why', 'index']);
  const { text } = await extractText(pdf, { mergePages: true });
  expect(text).toContain('Words, strong, slanted; why, gone, no.');
  expect(text).toContain('Diagram, as its text:');
  const bytes = Buffer.from(await pdf.getData()).toString('latin1');
  for (const font of ['NotoSans-SemiBold', 'NotoSans-Italic']) expect(bytes).toContain(font);
});
