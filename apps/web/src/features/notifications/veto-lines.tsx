import { Link } from 'react-router';
import type { OpenToVetoFragment } from '../../generated/graphql';
import { Moment } from '../impediments/public';

/** Decisions in force that this person may still veto, what ends first before the rest. */
export function VetoLines({ decisions }: { decisions: readonly OpenToVetoFragment[] }) {
  return (
    <ul className="my-work__lines">
      {decisions.map(({ id, key, title, scope, decidedBy, flow }) => (
        <li key={id} className="my-work__line">
          <span className="my-work__head">
            <Link to={`/decisions/${key}`} state={{ from: '/my-work' }} data-line={id}>
              {title}
            </Link>
            {flow.vetoEndsAt !== null && (
              <span className="my-work__due">
                ends <Moment at={flow.vetoEndsAt} />
              </span>
            )}
          </span>
          <span className="my-work__facts">
            {decidedBy === null ? 'Accepted' : `${decidedBy.name} accepted it`} · {key} · {scope.name}
          </span>
        </li>
      ))}
    </ul>
  );
}
