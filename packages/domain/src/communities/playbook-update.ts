/** What a page says: enough to see whether somebody changed it. */
export interface PageWords {
  title: string;
  body: string;
}

/** A page of a folder that is imported. */
export interface IncomingPage extends PageWords {
  path: string;
  /** Null for a folder without a page. */
  file: string | null;
}

/** What an earlier import made of a page. */
export interface EarlierPage extends IncomingPage {
  id: string;
}

/** A page as it is here now. */
export interface PresentPage extends PageWords {
  id: string;
  path: string;
}

export type PageFate =
  | { effect: 'create'; page: IncomingPage }
  /** Nobody changed it here: it says what the folder says. */
  | { effect: 'update'; page: IncomingPage; id: string }
  | { effect: 'unchanged'; page: IncomingPage; id: string }
  /** The folder has it no more, and nobody changed it here. */
  | { effect: 'end'; id: string; path: string; file: string | null }
  /** What was changed here stays; why is told. */
  | { effect: 'keep'; id: string | null; path: string; file: string | null; why: KeptWhy };

export const KEPT_WHY = ['BOTH_CHANGED', 'GONE_HERE', 'GONE_THERE', 'CHANGED_HERE'] as const;
/** CHANGED_HERE is no conflict: the folder says what it said. */
export type KeptWhy = (typeof KEPT_WHY)[number];

export const KEPT_WHY_WORDS: Record<Exclude<KeptWhy, 'CHANGED_HERE'>, string> = {
  BOTH_CHANGED: 'It was changed here and in the folder: the words from here stay. Bring the others in by hand.',
  GONE_HERE: 'It was removed here and changed in the folder: it stays away. Add it again if it is needed.',
  GONE_THERE: 'The folder has it no more, and it was changed here: it stays.',
};

/**
 * What a newer folder does to the pages of a playbook. A page is known by its file, a folder without one by its path; what
 * was changed here by hand is never overwritten.
 * @param present its draft, or its current version where there is none
 */
export function playbookUpdate(
  incoming: readonly IncomingPage[],
  earlier: readonly EarlierPage[],
  present: readonly PresentPage[],
): PageFate[] {
  const before = new Map(earlier.map((page) => [nameOf(page), page]));
  const here = new Map(present.map((page) => [page.id, page]));
  const there = new Set(incoming.map(nameOf));
  const fates = incoming.map((page): PageFate => {
    const was = before.get(nameOf(page));
    if (was === undefined) return { effect: 'create', page };
    const { id } = was;
    const isSameThere = saysSame(was, page);
    const now = here.get(id);
    const kept = { effect: 'keep' as const, id: now === undefined ? null : id, path: page.path, file: page.file };
    if (now === undefined) return { ...kept, why: isSameThere ? 'CHANGED_HERE' : 'GONE_HERE' };
    if (saysSame(now, page)) return { effect: 'unchanged', page, id };
    if (saysSame(now, was)) return { effect: 'update', page, id };
    return { ...kept, why: isSameThere ? 'CHANGED_HERE' : 'BOTH_CHANGED' };
  });
  const left = earlier
    .filter((page) => !there.has(nameOf(page)))
    .flatMap((was): PageFate[] => {
      const now = here.get(was.id);
      if (now === undefined) return [];
      const { id, path, file } = was;
      return [
        saysSame(now, was) ? { effect: 'end', id, path, file } : { effect: 'keep', id, path, file, why: 'GONE_THERE' },
      ];
    });
  return [...fates, ...left];
}

function nameOf({ file, path }: { file: string | null; path: string }): string {
  return file === null ? `folder ${path}` : `file ${file}`;
}

function saysSame(one: PageWords, other: PageWords): boolean {
  return one.title === other.title && one.body === other.body;
}
