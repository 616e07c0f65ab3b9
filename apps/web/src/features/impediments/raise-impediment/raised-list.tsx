import { CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';

/** More would push the form away. */
const MOST = 3;

export type RaisedListProps = { raised: readonly ImpedimentCardFragment[]; onOpen: () => void };

/** What was raised without leaving the form, the latest first. */
export function RaisedList({ raised, onOpen }: RaisedListProps) {
  if (raised.length === 0) return null;
  return (
    <ul className="raised" aria-label="Raised just now">
      {raised.slice(0, MOST).map(({ id, key, title }) => (
        <li key={id} className="raised__one">
          <CircleCheck aria-hidden />
          <span className="raised__words">
            <Link to={`/impediments/${key}`} onClick={onOpen}>
              {key}
            </Link>{' '}
            is raised: {title}
          </span>
        </li>
      ))}
      {raised.length > MOST && <li className="raised__more">and {raised.length - MOST} before</li>}
    </ul>
  );
}
