import { useEffect } from 'react';

export type PageTitleProps = {
  title: string;
  /** It says that something is missing or broken: no place to come back to. */
  isProblem?: boolean;
};

let place: string | null = null;
const listeners = new Set<() => void>();

/** The title of the browser tab; screens without `<Page>` (a panel, a sign-in) set it by themselves. */
export function PageTitle({ title, isProblem = false }: PageTitleProps) {
  useEffect(() => {
    const before = { shown: document.title, place };
    show(`${title} · Chapterhouse`, isProblem ? null : title);
    return () => show(before.shown, before.place);
  }, [title, isProblem]);
  return null;
}

function show(title: string, nextPlace: string | null): void {
  document.title = title;
  place = nextPlace;
  for (const listener of listeners) listener();
}

/** The title of the page that is open; null while it has none. */
export function presentTitle(): string | null {
  return place;
}

export function subscribeToTitle(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
