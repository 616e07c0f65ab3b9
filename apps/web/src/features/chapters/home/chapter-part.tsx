import { type ReactNode, useId } from 'react';

export type ChapterPartProps = { title: string; count?: number; actions?: ReactNode; children: ReactNode };

/** One part of a chapter's home. */
export function ChapterPart({ title, count, actions, children }: ChapterPartProps) {
  const id = useId();
  return (
    <section className="chapter-part" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {count !== undefined && count > 0 && <span className="chapter-part__count">{count}</span>}
        {actions && <div className="chapter-part__actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
