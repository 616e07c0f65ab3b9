/** What a reference may mean: one of the decisions that are known by a path, a page elsewhere, or nothing that is there. */
export type FoundReference = { path: string; isByNumber: boolean } | 'ELSEWHERE' | 'MISSING';

export interface KnownDecision {
  /** Of its file, with `/` between folders. */
  path: string;
  title: string;
  numbers: readonly string[];
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;
const NUMBER = /^(?:(?:ADR|KEP|DR|D|#|No\.?)[-_ #]*)?0*(\d{1,6})(?!\d|\.\d)(?:$|[\s:.,_-])/iu;
/** Files that stand for the folder they lie in. */
const OF_FOLDER = /\/(?:readme\.md|index\.md|kep\.yaml)$/iu;

/** Finds decisions by what people write when they mean another: paths, addresses, numbers, names. */
export class DecisionReferences {
  private readonly byTail = new Map<string, Set<string>>();
  private readonly byNumber = new Map<string, Set<string>>();
  private readonly byName = new Map<string, Set<string>>();
  private readonly plain = new Map<string, string>();

  constructor(known: Iterable<KnownDecision>) {
    for (const { path, title, numbers } of known) {
      const plain = plainPath(path);
      this.plain.set(plain, path);
      const segments = plain.split('/');
      segments.forEach((_, place) => add(this.byTail, segments.slice(place).join('/'), path));
      for (const number of numbers) add(this.byNumber, String(Number(number)), path);
      add(this.byName, slug(title), path);
      add(this.byName, slug((segments.at(-1) ?? '').replace(/^\d+[-_ .]/u, '')), path);
    }
  }

  /** @param from the path of the file that refers */
  find(reference: string, from: string): FoundReference {
    const text = reference.trim().replace(/[?#].*$/u, '');
    if (text === '') return 'MISSING';
    if (SCHEME.test(text)) return this.byAddress(text);
    if (/\//u.test(text) || /\.(?:md|markdown|yaml)$/iu.test(text)) return this.byPath(decoded(text), from);
    const number = NUMBER.exec(text)?.[1];
    const numbered = number === undefined ? undefined : only(this.byNumber.get(String(Number(number))));
    if (numbered !== undefined) return { path: numbered, isByNumber: false };
    const named = only(this.byName.get(slug(text)));
    return named === undefined ? 'MISSING' : { path: named, isByNumber: false };
  }

  private byAddress(text: string): FoundReference {
    const segments = plainPath(decoded(text.replace(SCHEME, '')))
      .split('/')
      .filter((one) => one !== '');
    const found = this.tailOf(segments, 2);
    return found === undefined ? 'ELSEWHERE' : { path: found, isByNumber: false };
  }

  private byPath(text: string, from: string): FoundReference {
    const folder = text.startsWith('/') ? '' : from.split('/').slice(0, -1).join('/');
    const exact = this.plain.get(plainPath(normal(`${folder}/${text}`))) ?? this.plain.get(plainPath(normal(text)));
    if (exact !== undefined) return { path: exact, isByNumber: false };
    const segments = plainPath(normal(text)).split('/');
    const found = this.tailOf(segments, 1);
    if (found !== undefined) return { path: found, isByNumber: false };
    // Files are renamed; their numbers stay. A date in front is no number.
    const number = /^0*(\d{1,6})[-_ .]/u.exec(segments.at(-1) ?? '')?.[1];
    const numbered = number === undefined ? undefined : only(this.byNumber.get(number));
    return numbered === undefined ? 'MISSING' : { path: numbered, isByNumber: true };
  }

  private tailOf(segments: string[], least: number): string | undefined {
    for (let place = 0; place <= segments.length - least; place += 1) {
      const found = only(this.byTail.get(segments.slice(place).join('/')));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** In the first of them that knows it; what only has the number of it comes after what is meant. */
export function findAmong(layers: readonly DecisionReferences[], reference: string, from: string): FoundReference {
  const found = layers.map((layer) => layer.find(reference, from));
  const known = found.filter((one) => typeof one === 'object');
  return (
    known.find(({ isByNumber }) => !isByNumber) ?? known[0] ?? found.find((one) => one === 'ELSEWHERE') ?? 'MISSING'
  );
}

function plainPath(path: string): string {
  return path
    .replace(OF_FOLDER, '')
    .replace(/\.(?:md|markdown)$/iu, '')
    .replaceAll(/^\/+|\/+$/gu, '')
    .toLowerCase();
}

/** Without `.` and `..`; what leads out of the top is cut off. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

function add(map: Map<string, Set<string>>, key: string, path: string): void {
  if (key === '') return;
  const there = map.get(key);
  if (there === undefined) map.set(key, new Set([path]));
  else there.add(path);
}

function only(paths: Set<string> | undefined): string | undefined {
  return paths?.size === 1 ? [...paths][0] : undefined;
}
