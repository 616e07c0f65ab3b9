import { setImmediate } from 'node:timers/promises';
import { PAGE_BODY_LIMIT } from '@chapterhouse/domain/communities/artifact-fields';
import { pageAddresses, splitAtHash } from '@chapterhouse/domain/communities/page-address';
import { withEdits } from '@chapterhouse/domain/communities/playbook-links';
import { type MarkdownNode, markdownTree, readPageMarkdown } from '../playbook-files/page-markdown.js';
import { writtenAddresses } from '../versions/written-addresses.js';

/** A page that may have to name others by new addresses. */
export interface RelinkedPage {
  id: string;
  /** Where it stood, and where it stands now. */
  before: string;
  after: string;
  body: string;
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * Pages moved: those whose links would lead elsewhere now, with links that lead where they led. Links that are right as they
 * are stay as they were written.
 * @param key of the artifact: `A-5`
 */
export async function withMovedLinks(
  pages: readonly RelinkedPage[],
  key: string,
): Promise<{ id: string; body: string }[]> {
  const nowAt = new Map(pages.map(({ before, after }) => [before, after]));
  const ledTo = pageAddresses([...nowAt.keys()], key);
  const leadsTo = pageAddresses([...nowAt.values()], key);

  /** Where a link leads to now that would lead elsewhere; undefined for one that is right. */
  const changed = (target: string, page: RelinkedPage): string | undefined => {
    const goal = splitAtHash(target)[0] === '' ? null : ledTo(target, page.before);
    const now = goal === null ? undefined : nowAt.get(goal.path);
    return now === undefined || leadsTo(target, page.after)?.path === now ? undefined : now;
  };

  const linksIn = (page: RelinkedPage): Edit[] => {
    const written = writtenAddresses(page.body);
    if (written?.every((target) => changed(target, page) === undefined) === true) return [];
    return (readPageMarkdown(page.body)?.links ?? []).flatMap(({ target, from, to, tag, isPicture }) => {
      const now = tag === null && !isPicture ? changed(target, page) : undefined;
      if (now === undefined) return [];
      const [, hash] = splitAtHash(page.body.slice(from, to));
      return [{ from, to, text: `${key}/${asAddress(now)}${hash === '' ? '' : `#${hash}`}` }];
    });
  };

  const namesIn = ({ body }: RelinkedPage): Edit[] =>
    renamed(body, 0).every(({ from }) => body.slice(from - 2, from) === '](')
      ? []
      : wordsOf(markdownTree(body)).flatMap(({ from, to }) => renamed(body.slice(from, to), from));

  /** `A-5/onboarding` as a word. @param at where the words stand */
  const renamed = (words: string, at: number): Edit[] =>
    [...words.matchAll(PAGE_NAME)].flatMap(({ 0: whole, 1: named, 2: path = '', index }) => {
      const now = named === key ? nowAt.get(path) : undefined;
      if (now === undefined || now === path) return [];
      return [{ from: at + index, to: at + index + whole.length, text: `${key}/${now}` }];
    });

  const relinked: { id: string; body: string }[] = [];
  for (const page of pages) {
    // Long work: others get their turn in between.
    await setImmediate();
    const edits = [...linksIn(page), ...namesIn(page)];
    if (edits.length === 0) continue;
    const body = withEdits(page.body, edits);
    // Too long to be kept: the link is told as broken instead.
    if (Array.from(body).length <= PAGE_BODY_LIMIT) relinked.push({ id: page.id, body });
  }
  return relinked;
}

const PAGE_NAME = /(?<![\p{L}\p{N}_/.-])(A-[1-9]\d{0,8})\/([\w-]+(?:\/[\w-]+)*)(?![\p{L}\p{N}_/]|-[\p{L}\p{N}])/gu;

/** Where plain words stand: not in code, not in links. */
function wordsOf(node: MarkdownNode | null): { from: number; to: number }[] {
  if (node === null || node.type === 'link' || node.type === 'linkReference') return [];
  if (node.type === 'text') {
    const { start, end } = node.position ?? {};
    return start?.offset === undefined || end?.offset === undefined ? [] : [{ from: start.offset, to: end.offset }];
  }
  return 'children' in node ? node.children.flatMap(wordsOf) : [];
}

/** Without what would end an address in Markdown. */
function asAddress(path: string): string {
  return path
    .replaceAll(/[\s()<>\\%]/gu, encodeURIComponent)
    .replaceAll(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'));
}
