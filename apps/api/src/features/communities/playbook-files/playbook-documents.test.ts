import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { printDocument, type ShownVersion } from './playbook-documents.js';
import { sitePages } from './playbook-site.js';

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';
const page = (
  path: string,
  depth: number,
  position: number,
  body: string,
  title = path,
): ShownVersion['pages'][number] => ({
  id: path,
  parentId: null,
  path,
  title,
  depth,
  position,
  body,
});
const VERSION: ShownVersion = {
  key: 'A-5',
  title: 'House rules',
  number: 3,
  publishedOn: '2026-11-20',
  pages: [
    page('index', 0, 0, '[two](A-5/guide/two#here) [other](A-6/x) [web](https://x.example)\n'),
    page('guide', 0, 1, ''),
    page('guide/two', 1, 2, '## Here\n\n[top](A-5/index) ![crane](/files/images/Image_1)\n'),
  ],
};
const site = (version: ShownVersion): Map<string, string> =>
  new Map([...sitePages(version, () => 'pictures/crane.png')].map(({ file, html }) => [file, html]));

describe('A playbook as a site', () => {
  it('has a file of every page, with links, pictures, contents, previous and next', () => {
    const files = site(VERSION);
    expect([...files.keys()]).toEqual(['index.html', 'pages/guide.html', 'pages/guide/two.html']);
    expect(files.get('index.html')).toContain(
      '<a href="pages/guide/two.html#here">two</a> other <a href="https://x.example">',
    );
    const two = files.get('pages/guide/two.html');
    expect(two).toContain('<h3 id="here">Here</h3>');
    expect(two).toContain('<a href="../../index.html">top</a> <img src="../../pictures/crane.png" alt="crane">');
    expect(two).toContain('<a rel="prev" href="../guide.html"><small>Previous</small>guide</a></nav>');
    expect(two).toContain('<p class="trail"><a href="../guide.html">guide</a></p>');
  });

  it('folds the pages but for the branch in which one stands', () => {
    const pages = [
      page('index', 0, 0, ''),
      page('a', 0, 1, ''),
      page('a/b', 1, 2, ''),
      page('c', 0, 3, ''),
      page('c/d', 1, 4, ''),
    ];
    const html = site({ ...VERSION, pages }).get('pages/a/b.html') ?? '';
    expect(html).toContain('<details class="pages"><summary>Pages</summary>');
    expect(html).toContain(
      '<details open><summary><span>Below a</span></summary><ul><li><a href="b.html" aria-current="page">a/b</a></li></ul></details>',
    );
    expect(html).toContain(
      '<details><summary><span>Below c</span></summary><ul><li><a href="../c/d.html">c/d</a></li></ul></details>',
    );
  });

  it('begins with what all pages are where none stands at the top', () => {
    const files = site({ ...VERSION, pages: [page('a', 0, 0, 'Words.'), page('b', 0, 1, '')] });
    expect([...files.keys()]).toEqual(['index.html', 'pages/a.html', 'pages/b.html']);
    const start = files.get('index.html');
    expect(start).toContain('<h1>House rules</h1>');
    expect(start).toContain('<li><a href="pages/a.html">a</a></li>');
    expect(start).toContain('<a rel="next" href="pages/a.html">');
    expect(files.get('pages/a.html')).toContain('<header class="top"><a href="../index.html">House rules</a>');
  });

  it('says that a diagram is shown as its text', async () => {
    const pages = [page('index', 0, 0, '```mermaid\nflowchart TD\n```\n')];
    const words = '<p><em>Diagram, as its text:</em></p>\n<pre>';
    expect(site({ ...VERSION, pages }).get('index.html')).toContain(words);
    expect(await printDocument({ ...VERSION, pages }, () => null)).toContain(words);
  });

  it('says itself that nothing runs, and its style is the one that it allows', () => {
    const [html = ''] = site(VERSION).values();
    const style = /<style>(.*?)<\/style>/su.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`style-src &#39;sha256-${hash}&#39;`);
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=/iu);
  });

  it('is inert whatever its names are', async () => {
    const version = {
      ...VERSION,
      key: 'A-5',
      title: EVIL,
      publishedOn: EVIL,
      pages: [page('index', 0, 0, EVIL, EVIL)],
    };
    for (const html of [...site(version).values(), await printDocument(version, () => null)])
      expect(html).not.toMatch(/<script|<img|\sonerror=alert\(1\)>(?!&)/iu);
  });
});

describe('A playbook on paper', () => {
  it('is one document in which links lead to pages and headings', async () => {
    const html = await printDocument(VERSION, () => '/files/images/Image_0b9fd1a0-0000-4000-8000-000000000001');
    expect(html).toContain('<a href="#p3-here">two</a>');
    expect(html).toContain('<section class="page" id="p3-"><h3>guide/two</h3>\n<h5 id="p3-here">Here</h5>');
    expect(html).toContain('<a href="#p1-">top</a>');
    expect(html).toContain('src="/files/images/Image_0b9fd1a0-0000-4000-8000-000000000001"');
  });

  it('says its title once, where the first page is called like the whole', async () => {
    const pages = [page('index', 0, 0, '# One\n', 'House rules'), page('two', 0, 1, '', 'Two')];
    const html = await printDocument({ ...VERSION, pages }, () => null);
    expect(html.match(/<h\d[^>]*>House rules</gu)).toEqual(['<h1>House rules<']);
    expect(html).toContain('<section class="page" id="p1-"><h2 id="p1-one">One</h2>');
    expect(html).toContain('<section class="page" id="p2-"><h2>Two</h2>');
  });
});
