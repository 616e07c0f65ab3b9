import { Link } from 'react-router';
import type { Named } from '../dialogs/dialog-request';
import './answer.css';

/** Names beyond these are counted; the roles of the place list them all. */
const SHOWN = 3;

export type PeopleCellProps = { label: string; people: readonly Named[] };

/** Several people who hold the same role alike. */
export function PeopleCell({ label, people }: PeopleCellProps) {
  if (people.length === 0) return null;
  const more = people.length - SHOWN;
  return (
    <div className="answer">
      <dt className="answer__role">{label}</dt>
      <dd className="answer__words answer__words--several">
        {people.slice(0, SHOWN).map((person) => (
          <Link key={person.id} className="answer__name" to={`/people/${person.id}`}>
            {person.name}
          </Link>
        ))}
        {more > 0 && <span className="answer__more">and {more} more</span>}
      </dd>
    </div>
  );
}
