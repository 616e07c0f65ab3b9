import { Link } from 'react-router';
import type { DecisionLineFragment } from '../../generated/graphql';
import { DecisionStateBadge } from './decision-state-badge';
import './decision-lines.css';

/** A few decisions below each other: their state, key and title. */
export function DecisionLines({
  decisions,
}: {
  decisions: readonly Pick<DecisionLineFragment, 'id' | 'key' | 'title' | 'state'>[];
}) {
  return (
    <ul className="decision-lines">
      {decisions.map(({ id, key, title, state }) => (
        <li key={id}>
          <Link to={`/decisions/${key}`} className="decision-lines__one">
            <DecisionStateBadge state={state} labelHidden />
            <span className="decision-lines__key">{key}</span>
            <span className="decision-lines__title">{title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
