import { lazy, Suspense } from 'react';
import './markdown.css';

const Markdown = lazy(async () => ({ default: (await import('./markdown')).Markdown }));

export type MarkdownTextProps = {
  text: string;
  /** The ids of the people mentioned who are known here; a mention of anybody else is no link. Left out: all are. */
  people?: readonly string[];
  /** Level of its headings: one below those of the place in which it stands, the fourth in most. */
  headings?: 2 | 3 | 4;
};

/** What people wrote, as Markdown once its code is there; the plain words until then, so that nothing jumps. */
export function MarkdownText(props: MarkdownTextProps) {
  return (
    <Suspense fallback={<div className="markdown markdown--plain">{props.text}</div>}>
      <Markdown {...props} />
    </Suspense>
  );
}
