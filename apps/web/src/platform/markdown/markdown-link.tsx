import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { createContext, type ReactNode, use } from 'react';
import { Link, useLocation } from 'react-router';
import { personAt } from './mention';

const KEY = /^\/impediments\/[A-Z]+-\d+$/;
const DECISION = /^\/decisions\/D-\d+$/;
/** A place beside the file that the words were written in, which has no place here. */
const BESIDE_A_FILE = /^(?![a-z][a-z\d+.-]*:)[^/#?]/i;

/** The ids of the people who are known here; without it everybody is. */
export const KnownPeople = createContext<readonly string[] | undefined>(undefined);

export type MarkdownLinkProps = { href: string | undefined; children: ReactNode };

/**
 * A person, an impediment or a decision of this installation, or a page elsewhere, which gets no hold of this one. What led
 * to another file is marked, and leads nowhere.
 */
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
  if (path !== null && DECISION.test(path)) return <Link to={path}>{children}</Link>;
  // An address that was taken away because it would run.
  if (href === undefined || href === '') return <span>{children}</span>;
  if (BESIDE_A_FILE.test(href)) {
    return (
      <span className="markdown__broken" title={`${href} is not here`}>
        {children}
        <VisuallyHidden> (leads to a file that is not here)</VisuallyHidden>
      </span>
    );
  }
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
