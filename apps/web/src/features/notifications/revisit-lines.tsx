import { Link } from 'react-router';
import type { RevisitDueFragment } from '../../generated/graphql';
import { dayWords } from '../../platform/dates/day-words';

/** Whose day to be looked at again has come; whoever made them says that they still hold, or replaces them. */
export function RevisitLines({ decisions, today }: { decisions: readonly RevisitDueFragment[]; today: string }) {
  return (
    <ul className="my-work__lines">
      {decisions.map(({ id, key, title, scope, revisitOn }) => (
        <li key={id} className="my-work__line">
          <span className="my-work__head">
            <Link to={`/decisions/${key}`} state={{ from: '/my-work' }} data-line={id}>
              {title}
            </Link>
            {revisitOn !== null && <span className="my-work__due">since {dayWords(revisitOn, today)}</span>}
          </span>
          <span className="my-work__facts">
            {key} · {scope.name}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Those in force that this person proposed, made or accepted: who was only asked or told of one does not keep it. */
export function keptBy(decisions: readonly RevisitDueFragment[], personId: string): RevisitDueFragment[] {
  return decisions.filter(
    ({ state, proposedBy, decidedBy, people }) =>
      state === 'ACCEPTED' &&
      [
        proposedBy?.id,
        decidedBy?.id,
        ...people.filter(({ part }) => part === 'DECISION_MAKER').map(({ person }) => person?.id),
      ].includes(personId),
  );
}
