import { type ReactNode, useId } from 'react';

export type OccurrencePartProps = { title: string; count?: number; action?: ReactNode; children: ReactNode };

/** One part of what is told of a meeting, named. */
export function OccurrencePart({ title, count = 0, action, children }: OccurrencePartProps) {
  const id = useId();
  return (
    <section className="occurrence__part" aria-labelledby={id}>
      <div className="occurrence__part-head">
        <h3 id={id}>
          {title}
          {count > 0 && <span className="occurrence__count"> {count}</span>}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}
