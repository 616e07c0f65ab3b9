import { type ReactNode, useId } from 'react';

export type ItemPartProps = { title: string; action?: ReactNode; children: ReactNode };

/** One part of the page of an item, named. */
export function ItemPart({ title, action, children }: ItemPartProps) {
  const id = useId();
  return (
    <section className="item-part" aria-labelledby={id}>
      <div className="item-part__head">
        <h3 id={id}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}
