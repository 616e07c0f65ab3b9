import { lineTooCostly } from '@chapterhouse/domain/communities/markdown-cost';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { lazy, Suspense, useMemo } from 'react';
import { type PagePlace, PagePlaceContext } from './page-place';
import './page-text.css';

const PageMarkdown = lazy(async () => ({ default: (await import('./page-markdown')).PageMarkdown }));

export type PageTextProps = { text: string; place: PagePlace };

/** A page of a playbook as it is read; the plain words until the code for it is there, so that nothing jumps. */
export function PageText({ text, place }: PageTextProps) {
  const line = useMemo(() => lineTooCostly(text), [text]);
  if (line !== null) {
    return (
      <>
        <ErrorNote
          tone="attention"
          title="This page is shown as it was written."
          next={`At line ${line} a paragraph has more marks than a browser can read. Divide it by an empty line.`}
        />
        <div className="markdown markdown--plain page-text">{text}</div>
      </>
    );
  }
  return (
    <PagePlaceContext value={place}>
      <Suspense fallback={<div className="markdown markdown--plain page-text">{text}</div>}>
        <PageMarkdown text={text} />
      </Suspense>
    </PagePlaceContext>
  );
}
