import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { Link } from 'react-router';
import type { EarlierImpedimentFragment } from '../../../generated/graphql';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { Moment } from '../moment';
import { MoreLikeIt } from './more-like-it';

export type EarlierOneProps = {
  impediment: EarlierImpedimentFragment;
  /** Of the same title. */
  others?: readonly EarlierImpedimentFragment[];
  onOpen: () => void;
};

/** One that was there before, with how it was resolved or whose it is. */
export function EarlierOne({ impediment, others = [], onOpen }: EarlierOneProps) {
  const { key, title, state, resolution, resolvedAt, owner } = impediment;
  return (
    <li className="similar__one">
      <ImpedimentStateBadge state={state} labelHidden />
      <div>
        <Link to={`/impediments/${key}`} onClick={onOpen}>
          {title}
        </Link>
        <p className="similar__how">
          {key}
          {resolvedAt === null ? (
            `, ${IMPEDIMENT_STATE_TITLES[state].toLowerCase()}${owner ? `, owned by ${owner.name}` : ''}`
          ) : (
            <>
              , resolved <Moment at={resolvedAt} />
              {owner && ` by ${owner.name}`}
              {resolution !== '' && `: ${resolution}`}
            </>
          )}
        </p>
        <MoreLikeIt first={impediment} others={others} onOpen={onOpen} />
      </div>
    </li>
  );
}
