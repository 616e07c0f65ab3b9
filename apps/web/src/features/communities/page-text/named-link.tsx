import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { NAME_OF_NODE } from './things.operations';

export type NamedLinkProps = { /** Of a person or a team. */ id: string; children?: ReactNode };

/** A person or a team by the name of today; as it was written where nobody of that id is here. */
export function NamedLink({ id, children }: NamedLinkProps) {
  const { data } = useQuery(NAME_OF_NODE, { variables: { id } });
  const node = data?.node;
  if (data && !node) return <span className="markdown__mention">{children}</span>;
  const name = node && 'name' in node ? node.name : null;
  const isPerson = id.startsWith('Person_');
  return (
    <Link className="markdown__mention" to={isPerson ? `/people/${id}` : `/teams/${id}`}>
      {name === null ? children : isPerson ? `@${name}` : name}
    </Link>
  );
}
