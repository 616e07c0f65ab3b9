import { useEffect } from 'react';

/** The title of the browser tab; screens without `<Page>` (a panel, a sign-in) set it by themselves. */
export function PageTitle({ title }: { title: string }) {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Chapterhouse`;
    return () => {
      document.title = before;
    };
  }, [title]);
  return null;
}
