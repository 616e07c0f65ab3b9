import { expect, test } from '@jest/globals';
import { headingIds, type HtmlNode } from './heading-ids';

test('headings get the anchors that links to them have; the same twice gets a number; no id is one of the app', () => {
  const heading = (value: string): HtmlNode => ({
    type: 'element',
    tagName: 'h2',
    children: [{ type: 'element', tagName: 'em', children: [{ type: 'text', value }] }],
  });
  const tree: HtmlNode = { type: 'root', children: [heading('Root'), heading('What is it?'), heading('Root')] };
  headingIds()(tree);
  expect(tree.children?.map(({ properties }) => properties?.['id'])).toEqual(['at-root', 'at-what-is-it', 'at-root-1']);
});
