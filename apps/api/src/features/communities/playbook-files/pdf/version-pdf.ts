import { setImmediate } from 'node:timers/promises';
import { type Block, QUIET, Sheet } from '../../../../platform/pdf/sheet.js';
import { headingAnchors } from '@chapterhouse/domain/communities/heading-anchors';
import { type MarkdownNode, markdownTree, plainText } from '../page-markdown.js';
import type { VersionFiles, VersionPicture } from '../version-files.read.js';
import { flatPng, MOST_PIXELS } from './flat-png.js';
import { drawMarkdown } from './markdown-on-paper.js';

const TITLE: Block = { size: 22, weight: 'strong', leading: 29 };
const ABOUT: Block = { size: 9.5, weight: 'regular', leading: 14, color: QUIET };
const LINE: Block = { size: 10, weight: 'regular', leading: 15 };
const PAGE_TITLE: Block = { size: 16, weight: 'strong', leading: 22 };
/** Of all pictures together. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A version on paper: what it holds, then page by page, with pictures. @param contentOf a picture's bytes */
export async function versionAsPdf(
  version: VersionFiles,
  contentOf: (picture: VersionPicture) => Promise<Buffer | undefined>,
): Promise<Buffer> {
  const { key, title, number, publishedOn, pages } = version;
  const sheet = new Sheet(title, key, new Date(`${publishedOn}T00:00:00Z`));
  sheet.text('H1', title, TITLE);
  sheet.y += 4;
  sheet.text('P', `${key}, version ${number}, published on ${publishedOn}`, ABOUT);
  sheet.y += 14;
  if (pages.length > 1)
    for (const page of pages) {
      const left = sheet.left + 14 * page.depth;
      sheet.text('P', [{ text: page.title, goTo: page.path }], { ...LINE, left, width: sheet.width - 14 * page.depth });
    }
  const paths = new Set(pages.map(({ path }) => path));
  let room = MOST_BYTES;
  for (const page of pages) {
    if (pages.length > 1) sheet.turn();
    sheet.place(page.path);
    if (pages.length > 1) sheet.bookmark(page.title, page.depth);
    // The first page is often called as the whole: that stands there already.
    if (page !== pages[0] || page.title !== title) {
      sheet.text('H2', page.title, PAGE_TITLE);
      sheet.y += 6;
    }
    const pictures = new Map<string, { bytes: Buffer; width: number; height: number }>();
    const tree = markdownTree(page.body);
    for (const [target, picture] of version.pictures) {
      if (!page.body.includes(target) || picture.width * picture.height > MOST_PIXELS) continue;
      const bytes = await onPaper(picture, contentOf);
      if (bytes === null || bytes.length > room) continue;
      room -= bytes.length;
      pictures.set(target, { bytes, width: picture.width, height: picture.height });
    }
    if (tree === null) sheet.text('P', page.body, LINE);
    else {
      const anchors = headingAnchors(headingsIn(tree)).values();
      await drawMarkdown(sheet, tree, { pictures, key, path: page.path, paths, anchors });
    }
    // Long work: others get their turn in between.
    await setImmediate();
  }
  // To a heading that is not there: to its page.
  return sheet.finish((name) => name.replace(/#.*$/su, ''));
}

function headingsIn(node: MarkdownNode): string[] {
  if (node.type === 'heading') return [plainText(node).replaceAll(/[\r\n]+/gu, ' ')];
  return 'children' in node ? node.children.flatMap(headingsIn) : [];
}

/** As paper takes it; null for what it does not. */
async function onPaper(
  picture: VersionPicture,
  contentOf: (picture: VersionPicture) => Promise<Buffer | undefined>,
): Promise<Buffer | null> {
  if (picture.type !== 'image/png' && picture.type !== 'image/jpeg') return null;
  const bytes = await contentOf(picture);
  if (bytes === undefined) return null;
  return picture.type === 'image/png' ? flatPng(bytes, picture) : bytes;
}
