import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * Counts a folder of markdown with patterns over lines, fences and code left out: to compare with what parsers find. It knows
 * only the forms that playbooks use, `[words](target)`, `![words](target)` and `<img src>`.
 */
export function scan(folder: string, names: readonly string[]) {
  const pages = names.filter((name) => name.endsWith('.md'));
  const all = new Set(names.flatMap((name) => name.split('/').map((_, at, steps) => steps.slice(0, at + 1).join('/'))));
  const texts = new Map(pages.map((name) => [name, withoutCode(readFileSync(join(folder, name), 'utf8'))]));
  const anchors = new Map([...texts].map(([name, lines]) => [name, anchorsOf(lines)]));
  const counts = { pages: pages.length, pictures: 0, links: 0, ownAnchors: 0, shownPictures: 0 };
  counts.pictures = names.filter((name) => /\.(?:png|jpe?g|gif|webp)$/iu.test(name)).length;
  const broken: string[] = [];
  for (const [name, lines] of texts)
    for (const [at, line] of lines.entries())
      for (const { target, isPicture } of targetsIn(line)) {
        const isWeb = /^[a-z][a-z0-9+.-]*:/iu.test(target);
        if (isPicture) counts.shownPictures += 1;
        else if (target.startsWith('#')) counts.ownAnchors += 1;
        else if (!isWeb) counts.links += 1;
        if (isWeb) continue;
        const [path = '', anchor] = target.split('#');
        const file = decodeURI(path.replace(/\?.*$/u, ''));
        const goal = path === '' ? name : posix.normalize(posix.join(posix.dirname(name), file));
        const found = goal.replace(/\/$/u, '');
        const known = anchors.get(found);
        const isHere = all.has(found) && !/\.(?:pptx|mmd)$/u.test(found);
        if (!isHere || (anchor !== undefined && known !== undefined && !known.has(anchor.toLowerCase())))
          broken.push(`${name}:${at + 1} ${target}`);
      }
  return { counts, broken };
}

export function linesOf(text: string): string[] {
  return text.split('\n');
}

function targetsIn(line: string): { target: string; isPicture: boolean }[] {
  const found: { target: string; isPicture: boolean }[] = [];
  const inner = line.replaceAll(/!\[[^\]]*\]\(\s*([^()\s]*(?:\([^()]*\)[^()\s]*)*)[^)]*\)/gu, (_, target: string) => {
    found.push({ target, isPicture: true });
    return 'picture';
  });
  for (const [, target = ''] of inner.matchAll(
    /\]\(\s*<?([^()\s<>]*(?:\([^()]*\)[^()\s<>]*)*)>?(?:\s+"[^"]*")?\s*\)/gu,
  ))
    found.push({ target, isPicture: false });
  for (const [, target = ''] of inner.matchAll(/<img\s[^>]*src="([^"]*)"/gu)) found.push({ target, isPicture: true });
  return found;
}

function withoutCode(text: string): string[] {
  let fence: string | null = null;
  return text.split('\n').map((line) => {
    const mark = /^[\s>]*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) && line.trim().replaceAll(/[`~>\s]/gu, '') === '') fence = null;
      return '';
    }
    if (mark !== undefined) {
      fence = mark;
      return '';
    }
    return line.replaceAll(
      /(`+)(?!`).*?(?<!`)\1(?!`)/gu,
      (code) => `\`${code.replaceAll('`', '').replaceAll(/[()[\]<>!]/gu, '')}\``,
    );
  });
}

function anchorsOf(lines: string[]): Set<string> {
  const anchors = new Set<string>();
  for (const line of lines) {
    const words = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/u.exec(line)?.[1];
    if (words === undefined) continue;
    const shown = words.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1').replaceAll(/[*`]/gu, '');
    const base = shown
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = base;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${base}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}
