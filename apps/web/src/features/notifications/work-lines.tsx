import { type Deadline, deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { classNames } from '@chapterhouse/ui/class-names';
import { Link } from 'react-router';
import type { WorkLineFragment } from '../../generated/graphql';
import { useViewer } from '../../platform/session/session-provider';
import { deadlineWords, ImpedimentStateBadge, todayIn, useNow } from '../impediments/public';

/** Impediments, each with what happens next and by when: what is due first stands first, what has no day last. */
export function WorkLines({ impediments }: { impediments: readonly WorkLineFragment[] }) {
  const { timeZone } = useViewer().organization;
  const now = useNow();
  const today = todayIn(timeZone, now);
  return (
    <ul className="my-work__lines">
      {byUrgency(impediments, today, now).map(({ impediment, deadline }) => {
        const { id, key, title, state, raisingTeam, nextStep } = impediment;
        return (
          <li key={id} className="my-work__line">
            <span className="my-work__head">
              <ImpedimentStateBadge state={state} labelHidden />
              <Link to={`/impediments/${key}`} state={{ from: '/my-work' }} data-line={id}>
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

function byUrgency(impediments: readonly WorkLineFragment[], today: string, now: number) {
  const days = (deadline: Deadline | null) => deadline?.days ?? Infinity;
  const tooLate = (deadline: Deadline | null) => Number(deadline?.overdue ?? false);
  return impediments
    .map((impediment) => ({ impediment, deadline: deadlineOf(impediment, today, now) }))
    .sort(
      (a, b) =>
        tooLate(b.deadline) - tooLate(a.deadline) ||
        // Without a day on both sides the difference is none: who waits longer comes first.
        (days(a.deadline) === days(b.deadline) ? 0 : days(a.deadline) - days(b.deadline)) ||
        a.impediment.raisedAt.localeCompare(b.impediment.raisedAt),
    );
}
