/** A page of the same artifact, and the heading in it. */
export interface PageTarget {
  path: string;
  /** Decoded; empty when the page as a whole is meant. */
  anchor: string;
}

/** Where an address leads that stands in a page; null when it leads out of the artifact, or nowhere. @param from path of that page */
export type PageAddresses = (href: string, from: string) => PageTarget | null;

const SCHEME = /^[a-z][a-z\d+.-]*:/iu;
/** A folder's own page, as the tools call it, and the ending of a file. */
const FILE = /(?:^|\/)(?:readme|index)(?:\.md)?$|\.md$/iu;
const plain = (path: string): string => path.replace(FILE, '').toLowerCase();

/**
 * Reads addresses in texts of an artifact: by its key (`A-5/onboarding`), or beside the page's own file.
 * @param paths of all pages @param key `A-5`
 */
export function pageAddresses(paths: readonly string[], key: string): PageAddresses {
  const known = new Map(paths.map((path) => [plain(path), path]));
  return (href, from) => {
    const [address, anchor] = splitAtHash(href);
    if (address === '') return { path: from, anchor: decoded(anchor) };
    if (SCHEME.test(address) || address.startsWith('//') || address.includes('?')) return null;
    for (const candidate of candidates(decoded(address), from, key)) {
      const path = candidate === null ? undefined : known.get(plain(candidate.replace(/\/$/u, '')));
      if (path !== undefined) return { path, anchor: decoded(anchor) };
    }
    return null;
  };
}

/** The address before its `#`, and what stands behind. */
export function splitAtHash(href: string): [string, string] {
  const at = href.indexOf('#');
  return at === -1 ? [href, ''] : [href.slice(0, at), href.slice(at + 1)];
}

function candidates(address: string, from: string, key: string): (string | null)[] {
  if (address.toUpperCase().startsWith(`${key}/`)) return [address.slice(key.length + 1)];
  if (address.startsWith('/')) return [address.slice(1)];
  const folder = from.slice(0, Math.max(0, from.lastIndexOf('/')));
  // A folder's page stands for its folder: its links begin inside of it.
  return [resolved(folder, address), resolved(from, address)];
}

/** Null when it climbs out of the artifact. */
function resolved(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
