import { type ReactNode, useId } from 'react';
import './part.css';

export type PartProps = { title: string; count?: number; action?: ReactNode; children: ReactNode };

/** One part of a page, named. */
export function Part({ title, count, action, children }: PartProps) {
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part__head">
        <h2 id={id}>
          {title}
          {count !== undefined && count > 0 && <span className="part__count"> {count}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
