export type PageChangeKind = 'ADDED' | 'CHANGED' | 'REMOVED' | 'MOVED';

export interface ComparedPage {
  id: string;
  path: string;
  title: string;
  body: string;
}

export interface PageChange {
  kind: PageChangeKind;
  path: string;
  title: string;
  /** Null where it was there already, or not at all. */
  wasPath: string | null;
}

/** A page of both, of the one before or of the one after only. */
export interface PagePair<P extends ComparedPage = ComparedPage> {
  kind: PageChangeKind;
  before: P | null;
  after: P | null;
}

/**
 * Pages that differ: those of after in their order, then those that are gone. One that was moved and changed is changed; a
 * page is the same by its id, wherever it stands.
 */
export function changedPages<P extends ComparedPage>(before: readonly P[], after: readonly P[]): PagePair<P>[] {
  const was = new Map(before.map((page) => [page.id, page]));
  const is = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((page): PagePair<P>[] => {
      const old = was.get(page.id);
      if (!old) return [{ kind: 'ADDED', before: null, after: page }];
      if (old.body !== page.body || old.title !== page.title) return [{ kind: 'CHANGED', before: old, after: page }];
      return old.path === page.path ? [] : [{ kind: 'MOVED', before: old, after: page }];
    }),
    ...before.flatMap((page): PagePair<P>[] =>
      is.has(page.id) ? [] : [{ kind: 'REMOVED', before: page, after: null }],
    ),
  ];
}
