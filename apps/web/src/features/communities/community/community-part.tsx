import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';

export type CommunityPartProps = {
  title: string;
  /** Where all of it is. */
  to?: string | undefined;
  count?: number;
  /** How many of them stand here; the way to the rest follows them. */
  shown?: number;
  actions?: ReactNode;
  children: ReactNode;
};

/** One part of a community's home. */
export function CommunityPart({ title, to, count, shown = count, actions, children }: CommunityPartProps) {
  const id = useId();
  return (
    <section className="community-part" aria-labelledby={id}>
      <header>
        <h2 id={id}>{to === undefined ? title : <Link to={to}>{title}</Link>}</h2>
        {count !== undefined && count > 0 && (
          <span className="community-part__count">{count.toLocaleString('en')}</span>
        )}
        {actions && <div className="community-part__actions">{actions}</div>}
      </header>
      {children}
      {to !== undefined && count !== undefined && shown !== undefined && shown < count && (
        <Link className="community-part__all" to={to}>
          Show all {count.toLocaleString('en')}
        </Link>
      )}
    </section>
  );
}
