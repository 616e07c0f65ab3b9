import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Link } from 'react-router';
import type { EarlierImpedimentFragment } from '../../../generated/graphql';
import { Moment } from '../moment';

/** The server tells of so many of one title at most. */
const MOST_TOLD = 9;

export type MoreLikeItProps = { others: readonly EarlierImpedimentFragment[]; onOpen: () => void };

/** What else was raised in the same words, in one line: how many, how many are open, and how the last one was resolved. */
export function MoreLikeIt({ others, onOpen }: MoreLikeItProps) {
  if (others.length === 0) return null;
  const open = others.filter(({ state }) => OPEN_STATES.includes(state)).length;
  const last = others
    .filter(({ resolvedAt }) => resolvedAt !== null)
    .toSorted((a, b) => String(b.resolvedAt).localeCompare(String(a.resolvedAt)))[0];
  const count = others.length < MOST_TOLD ? others.length : `${MOST_TOLD} or`;
  return (
    <p className="similar__how">
      and {count} more like it{open > 0 && `, ${open} of them open`}
      {last?.resolvedAt && (
        <>
          ; the last one resolved is{' '}
          <Link to={`/impediments/${last.key}`} onClick={onOpen}>
            {last.key}
          </Link>
          , <Moment at={last.resolvedAt} />
          {last.resolution !== '' && `: ${last.resolution}`}
        </>
      )}
    </p>
  );
}
