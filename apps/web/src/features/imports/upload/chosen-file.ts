import type { ImportKind } from '../../../generated/graphql';

/** As many files as one import takes; more of them go into a zip. */
export const MOST_FILES = 100;

/** What of a folder is sent, by kind; kinds that are not here come as single files. */
const OF_FOLDER: Partial<Record<ImportKind, RegExp>> = {
  ADR: /\.(?:md|markdown)$/iu,
  KEP: /(?:^|\/)kep\.ya?ml$/iu,
  CALENDAR: /\.(?:ics|toml)$/iu,
  // Names of all others go along: links may lead to them.
  PLAYBOOK: /^(?!.*(?:^|\/)(?:\.(?!pages$)[^/]+|__MACOSX|node_modules)(?:\/|$)).+$/u,
};

/** What is looked for in a folder, in words. */
export const FOLDER_FILES: Partial<Record<ImportKind, string>> = {
  ADR: 'Markdown files (.md)',
  KEP: 'files named kep.yaml',
  CALENDAR: 'calendars (.ics, .toml)',
  PLAYBOOK: 'Markdown files (.md) and pictures',
};

/** Of files that browsers give without one: those of dropped folders. */
const paths = new WeakMap<File, string>();

/** The same file, at its path within a folder. */
export function placed(file: File, path: string): File {
  paths.set(file, path);
  return file;
}

/** The path of a file within the folder that was chosen, else its name: files of one name in two folders are two. */
export function pathOf(file: File): string {
  return paths.get(file) ?? (file.webkitRelativePath || file.name);
}

export function takesFolder(kind: ImportKind): boolean {
  return OF_FOLDER[kind] !== undefined;
}

/** Of a folder's files those that are of this kind. */
export function filesOfFolder(kind: ImportKind, files: readonly File[]): File[] {
  return files.filter((file) => OF_FOLDER[kind]?.test(pathOf(file)) ?? false);
}
