import { isElsewhere, targetFrom } from './folder-path.js';
import { anchorIn } from './heading-anchors.js';

/** What lies in a folder, for those who ask where an address leads. */
export interface FolderFacts {
  /** Pages by their file. */
  pages: ReadonlyMap<string, FolderPage>;
  /** Paths of the pages that stand for folders, by folder; `''` is the top. */
  folders: ReadonlyMap<string, string>;
  /** Files that are kept as pictures. */
  pictures: ReadonlySet<string>;
  /** Every file, taken or not. */
  files: ReadonlySet<string>;
  /** Files and folders by their names in small letters. */
  small: ReadonlyMap<string, string>;
}

export function folderFacts(facts: Omit<FolderFacts, 'small'>): FolderFacts {
  const small = new Map<string, string>();
  for (const names of [facts.files, facts.folders.keys()])
    for (const name of names) if (!small.has(inSmall(name))) small.set(inSmall(name), name);
  return { ...facts, small };
}

export interface FolderPage {
  path: string;
  headings: readonly string[];
  /** Anchors that it sets itself. */
  named: readonly string[];
}

/** Where an address of a file leads. */
export type LinkGoal =
  | { to: 'ELSEWHERE' }
  | { to: 'PAGE'; path: string; anchor: string | null }
  | { to: 'PICTURE'; file: string }
  | { to: 'NOWHERE' };

export const LINK_FAULTS = ['MISSING', 'OUTSIDE', 'NOT_TAKEN', 'LETTERS', 'HEADING'] as const;
/** Why a link is broken. One of LETTERS or HEADING leads to its page all the same. */
export type LinkFault = (typeof LINK_FAULTS)[number];

export interface FoundLink {
  goal: LinkGoal;
  fault: LinkFault | null;
}

export const LINK_FAULT_WORDS: Record<LinkFault, string> = {
  MISSING: 'nothing of that name is there',
  OUTSIDE: 'it leads out of the folder',
  NOT_TAKEN: 'that file is neither a page nor a picture that is shown here: it is not taken',
  LETTERS: 'capital and small letters are not those of the file',
  HEADING: 'the page has no heading of that name',
};

/** Where a link of a page leads. @param file that it stands in */
export function followLink(target: string, file: string, facts: FolderFacts): FoundLink {
  if (isElsewhere(target)) return { goal: { to: 'ELSEWHERE' }, fault: null };
  const { path, fragment } = targetFrom(file, target.trim());
  if (path === null) return { goal: { to: 'NOWHERE' }, fault: target.trim() === '' ? 'MISSING' : 'OUTSIDE' };
  const found = fileAt(path, facts);
  if (found === null) return { goal: { to: 'NOWHERE' }, fault: 'MISSING' };
  const fault: LinkFault | null = found.isExact ? null : 'LETTERS';
  const page = facts.pages.get(found.path);
  if (page !== undefined) {
    if (fragment === '' || fragment === 'top') return { goal: { to: 'PAGE', path: page.path, anchor: null }, fault };
    const anchor = anchorIn(fragment, page.headings, page.named);
    return { goal: { to: 'PAGE', path: page.path, anchor }, fault: fault ?? (anchor === null ? 'HEADING' : null) };
  }
  const folder = facts.folders.get(found.path);
  if (folder !== undefined) {
    const goal = { to: 'PAGE' as const, path: folder, anchor: null };
    const own = [...facts.pages.values()].find((one) => one.path === folder);
    const anchor = fragment === '' ? null : anchorIn(fragment, own?.headings ?? [], own?.named);
    return { goal: { ...goal, anchor }, fault: fault ?? (fragment !== '' && anchor === null ? 'HEADING' : null) };
  }
  if (facts.pictures.has(found.path)) return { goal: { to: 'PICTURE', file: found.path }, fault };
  return { goal: { to: 'NOWHERE' }, fault: 'NOT_TAKEN' };
}

/** A file or folder as it is named, without its ending, or in other letters. */
function fileAt(path: string, { files, folders, small }: FolderFacts): { path: string; isExact: boolean } | null {
  const bare = path.replace(/\.html?$/iu, '');
  for (const name of [path, ...(bare === '' ? [] : [`${path}.md`, `${bare}.md`])])
    if (files.has(name) || folders.has(name)) return { path: name, isExact: true };
  const name = small.get(inSmall(path));
  return name === undefined ? null : { path: name, isExact: name.normalize('NFC') === path.normalize('NFC') };
}

/** The same letter may be written as one sign or as two: some systems write theirs anew. */
function inSmall(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** A text with other words in some places. @param edits none of which overlap */
export function withEdits(text: string, edits: readonly { from: number; to: number; text: string }[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((one, other) => one.from - other.from)) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}
