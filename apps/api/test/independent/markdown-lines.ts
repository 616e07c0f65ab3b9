import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Another way of counting the same folder, plainer than parsers: every file that is no picture is a page (what orders pages,
 * slides and a diagram, too), every `![..](..)` an image (those of the web, too), and each address that a page has beside its
 * own headings counts once in it, links and pictures alike; fences are left out, code within lines is not.
 */
export function countLines(folder: string, names: readonly string[]): { pages: number; images: number; links: number } {
  const pages = names.filter((name) => !/\.(?:png|jpe?g|gif|webp)$/iu.test(name));
  const addresses = new Set<string>();
  let images = 0;
  for (const name of pages.filter((page) => page.endsWith('.md')))
    for (const [, mark = '', inside = ''] of withoutFences(readFileSync(join(folder, name), 'utf8')).matchAll(
      /(!?)\[[^\]]*\]\(([^)]+)\)/gu,
    )) {
      if (mark !== '') images += 1;
      const address = inside.trim().split(' ')[0] ?? '';
      if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/iu.test(address)) addresses.add(`${name} ${address}`);
    }
  return { pages: pages.length, images, links: addresses.size };
}

function withoutFences(text: string): string {
  let fence: string | null = null;
  return text
    .split('\n')
    .filter((line) => {
      const mark = /^[\s>]*(`{3,}|~{3,})/u.exec(line)?.[1];
      if (fence === null && mark === undefined) return true;
      if (fence === null) fence = mark ?? null;
      else if (mark?.startsWith(fence)) fence = null;
      return false;
    })
    .join('\n');
}
