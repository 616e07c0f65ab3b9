import { createContext, type ReactNode, use } from 'react';
import { Link, useLocation } from 'react-router';
import { personAt } from './mention';

const KEY = /^\/impediments\/[A-Z]+-\d+$/;

/** The ids of the people who are known here; without it everybody is. */
export const KnownPeople = createContext<readonly string[] | undefined>(undefined);

export type MarkdownLinkProps = { href: string | undefined; children: ReactNode };

/** A person, an impediment of this installation, or a page elsewhere, which gets no hold of this one. */
export function MarkdownLink({ href, children }: MarkdownLinkProps) {
  const people = use(KnownPeople);
  const { pathname, search } = useLocation();
  const person = personAt(href);
  if (person !== null) {
    if (people && !people.includes(person)) return <span className="markdown__mention">{children}</span>;
    return (
      <Link className="markdown__mention" to={`/people/${person}`}>
        {children}
      </Link>
    );
  }
  const path = pathHere(href);
  if (path !== null && KEY.test(path)) {
    // Beside the board or the list its filter stays.
    return <Link to={{ pathname: path, search: pathname.startsWith('/impediments') ? search : '' }}>{children}</Link>;
  }
  // An address that was taken away because it would run.
  if (href === undefined || href === '') return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** The path of an address of this installation; null elsewhere. */
function pathHere(href = ''): string | null {
  const { origin } = window.location;
  if (!URL.canParse(href, origin)) return null;
  const address = new URL(href, origin);
  return address.origin === origin && address.search === '' ? address.pathname : null;
}
