import { type ReactNode, use } from 'react';
import { Link } from 'react-router';
import { NamedThingsContext } from './named-things';

export type NamedLinkProps = { /** Of a person or a team. */ id: string; children?: ReactNode };

/** A person or a team by the name of today; as it was written where nobody of that id is here. */
export function NamedLink({ id, children }: NamedLinkProps) {
  const things = use(NamedThingsContext);
  const name = things.nameOf(id);
  if (things.isMissing(id)) return <span className="markdown__mention">{children}</span>;
  const isPerson = id.startsWith('Person_');
  return (
    <Link className="markdown__mention" to={isPerson ? `/people/${id}` : `/teams/${id}`}>
      {name === null ? children : isPerson ? `@${name}` : name}
    </Link>
  );
}
