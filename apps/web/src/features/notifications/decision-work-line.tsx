import type { ReactNode } from 'react';
import { Link } from 'react-router';

export type DecisionWorkLineProps = {
  decision: { id: string; key: string; title: string; scope: { name: string } };
  /** Until or since when. */
  due?: ReactNode;
  /** What is to be done about it; nothing where the list says so already. */
  words?: string;
};

/** A decision that waits for this person, in one of the lists of their work. */
export function DecisionWorkLine({ decision: { id, key, title, scope }, due, words }: DecisionWorkLineProps) {
  return (
    <li className="my-work__line">
      <span className="my-work__head">
        <Link to={`/decisions/${key}`} state={{ from: '/my-work' }} data-line={id}>
          {title}
        </Link>
        {due}
      </span>
      <span className="my-work__facts">{[words, key, scope.name].filter((one) => one !== undefined).join(' · ')}</span>
    </li>
  );
}
