import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { classNames } from '@chapterhouse/ui/class-names';
import { Link } from 'react-router';
import type { WorkLineFragment } from '../../generated/graphql';
import { useViewer } from '../../platform/session/session-provider';
import { deadlineWords, ImpedimentStateBadge, todayIn, useNow } from '../impediments/public';

/** Impediments, each with what happens next and by when. */
export function WorkLines({ impediments }: { impediments: readonly WorkLineFragment[] }) {
  const { timeZone } = useViewer().organization;
  const now = useNow();
  const today = todayIn(timeZone, now);
  return (
    <ul className="my-work__lines">
      {impediments.map((impediment) => {
        const { id, key, title, state, raisingTeam, nextStep } = impediment;
        const deadline = deadlineOf(impediment, today, now);
        return (
          <li key={id} className="my-work__line">
            <span className="my-work__head">
              <ImpedimentStateBadge state={state} labelHidden />
              <Link to={`/impediments/${key}`} state={{ from: '/my-work' }}>
                {title}
              </Link>
              {deadline && (
                <span className={classNames('my-work__due', deadline.overdue && 'my-work__due--over')}>
                  {deadlineWords(deadline)}
                </span>
              )}
            </span>
            <span className="my-work__facts">
              {key} · {raisingTeam.name}
              {nextStep !== '' && ` · ${nextStep}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
