import type { SearchQuery } from '../../generated/graphql';
import { type Folded, fold, hasWords } from './matching-commands';

export type SearchHit = SearchQuery['search'][number];

const KEY = /^(imp|d|b|a)[\s-]?(\d{1,9})$/i;

const KEYED: Record<string, KeyedKind> = { imp: 'IMPEDIMENT', d: 'DECISION', b: 'ITEM', a: 'ARTIFACT' };

/** Things that have a key that people say. */
export type KeyedKind = Extract<SearchHit['kind'], 'IMPEDIMENT' | 'DECISION' | 'ITEM' | 'ARTIFACT'>;

/** The key that somebody typed, as it is written: `imp 12` means IMP-12, `d7` D-7, `b42` B-42, `a5` A-5. */
export function keyIn(text: string): { kind: KeyedKind; key: string } | null {
  const [, prefix, digits] = KEY.exec(text.trim()) ?? [];
  const kind = KEYED[prefix?.toLowerCase() ?? ''];
  if (prefix === undefined || digits === undefined || kind === undefined) return null;
  return {
    kind,
    key: `${prefix.toUpperCase()}-${Number(digits)}`,
  };
}

const PAGES: Record<KeyedKind, string> = {
  IMPEDIMENT: '/impediments',
  DECISION: '/decisions',
  ITEM: '/backlog',
  ARTIFACT: '/artifacts',
};

/** Where a thing with a key is looked at. */
export function keyAddress(kind: KeyedKind, key: string): string {
  return `${PAGES[kind]}/${key}`;
}

/** @param key of the artifact and path of its page: `A-5/onboarding/first-day` */
function pageAddress(key: string): string {
  const [artifact = '', ...path] = key.split('/');
  return [PAGES.ARTIFACT, artifact, 'pages', ...path.map(encodeURIComponent)].join('/');
}

/** Where a hit is looked at; null for a kind that a newer server knows and this page does not. */
export function addressOf({ kind, id, key }: SearchHit): string | null {
  switch (kind) {
    case 'IMPEDIMENT':
    case 'DECISION':
    case 'ITEM':
    case 'ARTIFACT':
      return keyAddress(kind, key ?? '');
    case 'PERSON':
      return `/people/${id}`;
    case 'TEAM':
      return `/teams/${id}`;
    case 'AREA':
    case 'PRODUCT':
      return `/organization#place-${id}`;
    case 'SOURCE':
      return `/sources/${id}`;
    case 'PAGE':
      return key === null ? null : pageAddress(key);
    case 'COMMUNITY':
      return `/communities/${id}`;
    case 'IDEA':
      return `/ideas/${id}`;
    case 'DISCUSSION':
      return `/discussions/${id}`;
    case 'CHECKLIST_RUN':
      return `/checklist-runs/${id}`;
    case 'ADOPTION':
      return key === null ? null : `${keyAddress('ARTIFACT', key)}/adoption`;
    case 'CADENCE':
      return `/cadences/${id}`;
    case 'LABEL':
      return `/impediments?${new URLSearchParams({ label: id })}`;
    case 'VIEW':
      return key;
    default:
      return null;
  }
}

/** What a hit is and where it is from: `Page · Onboarding`, `Idea · On trial · Testers`. */
export function placeOf({ kind, detail }: Pick<SearchHit, 'kind' | 'detail'>): string {
  return [...new Set([KIND_WORDS[kind], ...detail.split(' · ')])].filter(Boolean).join(' · ');
}

/** What a hit is, where its detail does not say so. */
const KIND_WORDS: Record<SearchHit['kind'], string> = {
  IMPEDIMENT: '',
  PERSON: 'Person',
  TEAM: 'Team',
  AREA: 'Area',
  PRODUCT: 'Product',
  SOURCE: 'Source',
  LABEL: '',
  VIEW: '',
  DECISION: '',
  ITEM: '',
  CADENCE: 'Meeting',
  COMMUNITY: 'Community',
  ARTIFACT: '',
  PAGE: 'Page',
  IDEA: 'Idea',
  DISCUSSION: 'Discussion',
  CHECKLIST_RUN: 'Checklist run',
  ADOPTION: 'Adoption',
};

/** While the answer to longer words is on its way, what an earlier one found and still has all of them. */
export function stillFits(hit: SearchHit, words: Folded): boolean {
  return hasWords(fold([hit.key, hit.title, hit.detail].join(' ')), words);
}
