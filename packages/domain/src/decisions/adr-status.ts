/** Where a decision may stand that a file brings; SKIP leaves it out. A veto is given here only, never by a file's status. */
export const STATUS_TARGETS = [
  'PROPOSED',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
  'SUPERSEDED',
  'REVERTED',
  'SKIP',
] as const;
export type StatusTarget = (typeof STATUS_TARGETS)[number];

/** A status line as people write it, taken apart. */
export interface AdrStatus {
  /** In small letters, without links and days; empty when there is none. */
  name: string;
  /** References as written: paths, addresses, numbers, names. */
  supersededBy: string[];
  supersedes: string[];
  /** A day within the status, as written. */
  day: string | null;
}

const KNOWN: Record<Exclude<StatusTarget, 'SKIP'>, readonly string[]> = {
  PROPOSED: ['proposed', 'draft', 'pending', 'open', 'in progress', 'in review', 'under review', 'on hold', 'deferred'],
  ACCEPTED: ['accepted', 'approved', 'agreed', 'adopted', 'decided', 'active', 'implementable', 'implemented'],
  REJECTED: ['rejected', 'declined'],
  WITHDRAWN: ['withdrawn', 'abandoned', 'cancelled', 'canceled'],
  SUPERSEDED: ['superseded', 'replaced'],
  REVERTED: ['deprecated', 'reverted', 'retired', 'obsolete'],
};

const TARGETS = new Map<string, StatusTarget>([
  ...Object.entries(KNOWN).flatMap(([target, names]) =>
    names.map((name) => [name, STATUS_TARGETS.find((one) => one === target) ?? 'SKIP'] as const),
  ),
  ['provisional', 'PROPOSED'],
]);

/** What a status means that everybody writes so; undefined for all others. */
export function knownStatus(name: string): StatusTarget | undefined {
  return TARGETS.get(name);
}

/** What somebody most likely meant: a slip of the pen, or a known word with a remark. SKIP when nothing comes close. */
export function usualStatus(name: string): StatusTarget {
  const known = knownStatus(name);
  if (known !== undefined) return known;
  if (/[|{}]/u.test(name)) return 'SKIP';
  for (const [word, target] of TARGETS) if (name.startsWith(`${word} `) || distance(name, word) <= 2) return target;
  return 'SKIP';
}

/** "superseded", "superceded", "superseeded", "supersceded". */
const SUPERSEDED = /\bsuper?s?c?(?:ee|e)d(?:ed|e)?\b/iu;
const REPLACED_BY = /\b(?:super?s?c?(?:ee|e)d(?:ed|e)?|replaced)\b\s*(?:by|with)\s*:?\s*(.+)$/iu;
const REPLACES = /\b(?:super?s?c?(?:ee|e)des|replaces)\b\s*:?\s*(.+)$/iu;
const DAY = /\(?\b(?:on\s+)?(\d{4}-\d{1,2}-\d{1,2})\b\)?/u;

/** Takes apart "Accepted", "Superceded by [9. X](0009-x.md)", "superseded by ADR-0123", several lines of them. */
export function readStatus(text: string): AdrStatus {
  const result: AdrStatus = { name: '', supersededBy: [], supersedes: [], day: null };
  for (const line of text.replaceAll(/<!--.*?-->/gsu, '').split(/\r?\n|;/u)) {
    const plain = line.replaceAll(/^[\s>*+-]+|[\s*_]+$/gu, '');
    if (plain === '') continue;
    const by = REPLACED_BY.exec(plain);
    const of = REPLACES.exec(plain);
    if (by?.[1] !== undefined) {
      result.supersededBy.push(...referencesIn(by[1]));
      result.name = 'superseded';
    } else if (of?.[1] !== undefined) {
      result.supersedes.push(...referencesIn(of[1]));
      result.name ||= nameOf(plain.slice(0, of.index));
    } else if (result.name === '') {
      result.day = DAY.exec(plain)?.[1] ?? null;
      result.name = nameOf(plain.replace(DAY, ''));
    }
  }
  return result;
}

/** References of a text: the targets of its links; without any, its parts between commas. */
export function referencesIn(text: string): string[] {
  const targets = [...text.matchAll(/\[[^\]]*\]\(([^)\s]+)[^)]*\)/gu)].flatMap(([, target]) => target ?? []);
  if (targets.length > 0) return targets;
  return text
    .split(/,|\s+and\s+|\s+&\s+/iu)
    .map((part) => part.replaceAll(/^[\s"'“”‘’([<]+|[\s"'“”‘’)\]>.]+$/gu, ''))
    .filter((part) => part !== '');
}

function nameOf(text: string): string {
  const name = text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/[^\p{L}\p{N}\s(){}|-]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
  return SUPERSEDED.test(name) && name.split(' ').length === 1 ? 'superseded' : name;
}

/** Letters to add, take, change or swap with their neighbour until one word is the other. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    const [last, before] = [rows[i - 1] ?? [], rows[i - 2] ?? []];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (last[j - 1] ?? 9) + same);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 9) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 9;
}
