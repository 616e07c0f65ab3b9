import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { EarlierImpedimentFragment } from '../../../generated/graphql';
import { Moment } from '../moment';

/** The server tells of so many of one title at most, beside the first. */
const MOST_TOLD = 9;

export type MoreLikeItProps = {
  /** What stands above this line. */
  first: EarlierImpedimentFragment;
  others: readonly EarlierImpedimentFragment[];
  onOpen: () => void;
};

/** What else was raised in the same words, in one line: how many, which are open, and how the last one was resolved. */
export function MoreLikeIt({ first, others, onOpen }: MoreLikeItProps) {
  if (others.length === 0) return null;
  const open = others.filter(({ state }) => OPEN_STATES.includes(state));
  const last = others
    .filter(({ state, resolvedAt }) => resolvedAt !== null && !OPEN_STATES.includes(state))
    .toSorted((a, b) => String(b.resolvedAt).localeCompare(String(a.resolvedAt)))[0];
  const count = others.length < MOST_TOLD ? others.length : `${MOST_TOLD} or`;
  const link = ({ key }: EarlierImpedimentFragment) => (
    <Link to={`/impediments/${key}`} onClick={onOpen}>
      {key}
    </Link>
  );
  return (
    <p className="similar__how">
      and {count} more like it
      {open.map((one, index) => (
        <Fragment key={one.id}>
          {index === 0 ? '; open: ' : ', '}
          {link(one)}
        </Fragment>
      ))}
      {last?.resolvedAt && (
        <>
          ; the last one resolved: {link(last)}, <Moment at={last.resolvedAt} />
          {last.resolution !== '' && last.resolution !== first.resolution && `: ${last.resolution}`}
        </>
      )}
    </p>
  );
}
