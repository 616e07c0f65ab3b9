import { Link } from 'react-router';
import { useViewer } from '../../platform/session/session-provider';

import { type MyTurn, whenWords } from '../chapters/public';

/** Meetings that this person leads next, each with its day and place. */
export function TurnLines({ turns }: { turns: readonly MyTurn[] }) {
  const { timeZone } = useViewer().organization;
  return (
    <ul className="my-work__lines">
      {turns.map(({ id, name, startsAt, place, cadence }) => (
        <li key={id} className="my-work__line">
          <span className="my-work__head">
            <Link to={`/calendar/${id}/page`} data-line={id}>
              {name}
            </Link>
            <span className="my-work__due">{whenWords(startsAt, timeZone)}</span>
          </span>
          <span className="my-work__facts">
            {cadence.scope.name}
            {place !== '' && ` · ${place}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
