import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';
import { Link } from 'react-router';
import type { ImpedimentsOfQuery, ImpedimentState } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { daysBetween, todayIn } from '../../../platform/dates/day-words';

type Impediment = ImpedimentsOfQuery['impediments']['edges'][number]['node'];

const PROGRESS: Record<ImpedimentState, StateBadgeProps['progress']> = {
  RAISED: 'none',
  TRIAGED: 'quarter',
  IN_PROGRESS: 'half',
  RESOLVED: 'most',
  CLOSED: 'full',
  DECLINED: 'stopped',
  DUPLICATE: 'stopped',
};

/** One open impediment: state, title, who has it, how old it is. */
export function ImpedimentLine({ impediment }: { impediment: Impediment }) {
  const { timeZone } = useViewer().organization;
  const { key, title, state, owner, raisedAt } = impediment;
  const age = daysBetween(todayIn(timeZone, new Date(raisedAt)), todayIn(timeZone));
  return (
    <li className="open-impediments__row">
      <StateBadge label={IMPEDIMENT_STATE_TITLES[state]} progress={PROGRESS[state]} labelHidden />
      <Link className="open-impediments__title" to={`/impediments/${key}`}>
        {title}
      </Link>
      <span className="open-impediments__owner">{owner?.name ?? 'nobody yet'}</span>
      <span className="open-impediments__age ch-number">
        {age === 0 ? 'today' : `${age} ${age === 1 ? 'day' : 'days'}`}
      </span>
    </li>
  );
}
