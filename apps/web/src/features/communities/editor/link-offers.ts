import { placeOf, type SearchHit } from '../../../platform/commands/search-hits';
import { mentionOf } from '../../../platform/markdown/mention';
import type { Offer } from './offers';

/** What a text leads to, by an id of its own. */
export type LinkOffer = Offer & { value: string };

/** Pages of the same playbook. */
export type LinkedPages = { artifactKey: string; pages: readonly { path: string; title: string }[] };

/** More pages than anybody looks through. */
const MOST_PAGES = 8;

/** Pages of the same playbook, then what was found anywhere, each once. */
export function linksTo(linked: LinkedPages, hits: readonly SearchHit[], typed: string): LinkOffer[] {
  const own = pageLinks(linked, typed);
  const found = hits.flatMap((hit) => linkOf(hit) ?? []);
  return [...own, ...found.filter(({ markdown }) => !own.some((page) => page.markdown === markdown))];
}

/** Those whose title or path has these words. */
function pageLinks({ artifactKey, pages }: LinkedPages, typed: string): LinkOffer[] {
  const words = typed.trim().toLowerCase();
  return pages
    .filter(({ title, path }) => words === '' || title.toLowerCase().includes(words) || path.includes(words))
    .slice(0, MOST_PAGES)
    .map(({ path, title }) => ({
      value: `page:${path}`,
      label: title,
      detail: 'Page here',
      markdown: `[${escaped(title)}](${artifactKey}/${path})`,
    }));
}

/** By key or id, so that it stays right; null for what a text does not lead to. */
function linkOf({ kind, id, key, title, detail, isGuess }: SearchHit): LinkOffer | null {
  const offer = (markdown: string): LinkOffer => ({
    value: `${kind}:${id}`,
    label: key === null || kind === 'PAGE' ? title : `${key} ${title}`,
    detail: [...(isGuess ? ['Called nearly so'] : []), placeOf({ kind, detail })].join(' · '),
    markdown,
  });
  switch (kind) {
    case 'IMPEDIMENT':
    case 'DECISION':
    case 'ITEM':
    case 'ARTIFACT':
      return key === null ? null : offer(key);
    case 'PAGE':
      return key === null ? null : offer(`[${escaped(title)}](${key})`);
    case 'PERSON':
      return offer(mentionOf({ id, name: title }));
    case 'TEAM':
      return offer(`[${escaped(title)}](team:${id})`);
    default:
      return null;
  }
}

const escaped = (title: string) => title.replaceAll(/[[\]\\]/g, String.raw`\$&`);
