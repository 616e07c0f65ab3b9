/** An address in a file of a folder, taken apart. */
export interface FolderTarget {
  /** From the top of the folder, without `/` around; null when it leads out of it. The file itself for `#anchor`. */
  path: string | null;
  /** Behind `#`, decoded; empty when there is none. */
  fragment: string;
}

/** An address of the web, of mail, of anything but a file. */
export function isElsewhere(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(target);
}

/**
 * Where a relative address leads.
 * @param file the one that it stands in, from the top of the folder
 */
export function targetFrom(file: string, target: string): FolderTarget {
  const [, before = '', hash] = /^([^#]*)(?:#(.*))?$/su.exec(target) ?? [];
  const address = decoded(before.replace(/\?.*$/su, ''));
  const fragment = decoded(hash ?? '');
  if (address === '') return { path: before === '' ? file : null, fragment };
  const path: string[] = address.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const step of address.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') path.push(step);
    else if (path.pop() === undefined) return { path: null, fragment };
  }
  return { path: path.join('/'), fragment };
}

/** The address of one file as another writes it: `../a/b.md`. */
export function relativeTarget(from: string, to: string): string {
  const [base, goal] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < base.length && same < goal.length - 1 && base[same] === goal[same]) same += 1;
  const steps = [...base.slice(same).map(() => '..'), ...goal.slice(same)];
  return steps.map((step) => encodeURIComponent(step).replaceAll(/[()']/gu, escaped)).join('/');
}

function escaped(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
