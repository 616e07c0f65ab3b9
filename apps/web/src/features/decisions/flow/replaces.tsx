import { Fragment } from 'react';
import { Link } from 'react-router';
import type { DecisionTurnFragment } from '../../../generated/graphql';

export type ReplacesProps = { decision: Pick<DecisionTurnFragment, 'state' | 'supersedes'> };

/** What a proposal would end: nobody accepts that unseen. */
export function Replaces({ decision: { state, supersedes } }: ReplacesProps) {
  if (state !== 'PROPOSED' || supersedes.length === 0) return null;
  return (
    <p className="decision-flow__replaces">
      Will replace{' '}
      {supersedes.map(({ id, key, title }, index) => (
        <Fragment key={id}>
          {index > 0 && (index === supersedes.length - 1 ? ' and ' : ', ')}
          <Link to={`/decisions/${key}`}>
            {key} {title}
          </Link>
        </Fragment>
      ))}
      : {supersedes.length === 1 ? 'it is' : 'they are'} no longer in force then.
    </p>
  );
}
