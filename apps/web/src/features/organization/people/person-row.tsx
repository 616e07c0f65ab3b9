import { ROLE_KIND_TITLES, ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Avatar } from '@chapterhouse/ui/avatar';
import { Link } from 'react-router';
import type { PersonRowFragment } from '../../../generated/graphql';
import { accountWords } from './person-state';
import '../layout/links.css';

/** Roles beyond these are counted; the person's page lists them all. */
const SHOWN = 3;

/** One line: who, with which roles today, present or not, with an account or not. */
export function PersonRow({ person }: { person: PersonRowFragment }) {
  const { id, name, assignments, absentToday } = person;
  const account = accountWords(person);
  return (
    <li className="people__row">
      <Avatar name={name} decorative />
      <div className="people__name">
        <Link className="quiet-link" to={`/people/${id}`}>
          {name}
        </Link>
        {absentToday && <span className="people__absent">absent today</span>}
      </div>
      <div className="people__roles">
        {assignments.length === 0 && <span className="people__none">no role today</span>}
        {assignments.slice(0, SHOWN).map(({ id, role, kind, scope }) => (
          <span key={id} className="people__role">
            {ROLE_TITLES[role]}
            {kind !== 'PRIMARY' && ` (${ROLE_KIND_TITLES[kind].toLowerCase()})`}{' '}
            <span className="people__scope">{scope.name}</span>
          </span>
        ))}
        {assignments.length > SHOWN && <span className="people__none">and {assignments.length - SHOWN} more</span>}
      </div>
      <span className="people__account">{account}</span>
    </li>
  );
}
