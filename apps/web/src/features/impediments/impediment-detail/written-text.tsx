import { lazy, Suspense } from 'react';

const Markdown = lazy(async () => ({ default: (await import('./markdown')).Markdown }));

/** Markdown once its code is there; the plain words until then, so that nothing jumps. */
export function WrittenText({ text }: { text: string }) {
  return (
    <Suspense fallback={<div className="markdown detail__plain">{text}</div>}>
      <Markdown text={text} />
    </Suspense>
  );
}
