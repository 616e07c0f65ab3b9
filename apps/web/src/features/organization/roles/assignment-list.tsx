import { ROLE_KIND_TITLES, ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Avatar } from '@chapterhouse/ui/avatar';
import { Link } from 'react-router';
import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { rangeWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { AssignmentMenu } from './assignment-menu';
import { ScopeLink } from './scope-link';
import './assignment-list.css';
import '../layout/links.css';

export type AssignmentListProps = {
  label: string;
  assignments: readonly HeldAssignmentFragment[];
  /** The lines begin with the person (in a scope) or with the role (of a person). */
  lead: 'person' | 'role';
};

/** Who holds which role, of which kind, how much and since when. */
export function AssignmentList({ label, assignments, lead }: AssignmentListProps) {
  const today = useToday();
  return (
    <ul className="assignments" aria-label={label}>
      {assignments.map((held) => (
        <li key={held.id} className="assignments__row">
          {lead === 'person' && <Avatar name={held.person.name} decorative />}
          <div className="assignments__words">
            {lead === 'person' ? (
              <Link className="quiet-link" to={`/people/${held.person.id}`}>
                {held.person.name}
              </Link>
            ) : (
              <span>
                {ROLE_TITLES[held.role]} of <ScopeLink scope={held.scope} />
              </span>
            )}
            <span className="assignments__details">{detailsOf(held, lead)}</span>
          </div>
          <span className="assignments__dates">{rangeWords(datesOf(held), today)}</span>
          <span className="assignments__menu">
            <AssignmentMenu assignment={held} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function datesOf({ startsOn = null, endsBefore = null }: HeldAssignmentFragment) {
  return { startsOn, endsBefore };
}

function detailsOf({ role, kind, sharePercent }: HeldAssignmentFragment, lead: 'person' | 'role'): string {
  const share = typeof sharePercent === 'number' ? `${sharePercent} % of their time` : null;
  const words = [lead === 'person' && ROLE_TITLES[role], kind !== 'PRIMARY' && ROLE_KIND_TITLES[kind], share];
  return words.filter(Boolean).join(' · ');
}
