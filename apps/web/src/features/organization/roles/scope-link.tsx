import { Link } from 'react-router';
import type { ScopeRef } from '../dialogs/dialog-request';
import '../layout/links.css';

/** The name of an area, a product or the organization on the overview is at this place of the page. */
export function placeAnchor(scopeId: string): string {
  return `place-${scopeId}`;
}

/** To where a scope is shown: a team has a page, everything wider is on the overview. */
export function ScopeLink({ scope }: { scope: ScopeRef }) {
  const to = scope.kind === 'TEAM' ? `/teams/${scope.id}` : `/organization#${placeAnchor(scope.id)}`;
  return (
    <Link className="quiet-link" to={to}>
      {scope.name}
    </Link>
  );
}
