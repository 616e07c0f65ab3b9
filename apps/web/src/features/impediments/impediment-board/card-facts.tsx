import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Avatar } from '@chapterhouse/ui/avatar';
import { classNames } from '@chapterhouse/ui/class-names';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { ChevronsUp, ChevronUp, CloudOff, MessageSquare, Pause, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useWaits } from '../../../platform/offline/waiting';
import { ageInDays, deadlineWords } from '../impediment-times';
import { plural } from '../plural';
import { useCardSurroundings } from './card-surroundings';

/** What stands under the title: numbers and words, colour only where it is overdue. */
export function CardFacts({ impediment }: { impediment: ImpedimentCardFragment }) {
  const { key, raisingTeam, affectedTeams, owner, severity, level, raisedAt, labels, blockedTeamDays, clock } =
    impediment;
  const [label] = labels;
  const { now, today, levelName } = useCardSurroundings();
  const waits = useWaits(impediment.id);
  const deadline = deadlineOf(impediment, today, now);
  const age = ageInDays(raisedAt, now);
  return (
    <div className="card__facts">
      <div className="card__line card__line--first">
        <span className="card__key">{key}</span>
        <span className="card__team">{raisingTeam.name}</span>
        {affectedTeams.length > 1 && <span className="card__more">{plural(affectedTeams.length, 'team')}</span>}
        {label && (
          <span className="card__label" title={labels.map(({ name }) => name).join(', ')}>
            {label.name}
            {labels.length > 1 && ` +${labels.length - 1}`}
          </span>
        )}
        <span className="card__counts">
          <Count icon={<MessageSquare aria-hidden />} count={impediment.commentCount} one="comment" />
          <Count icon={<ThumbsUp aria-hidden />} count={impediment.voteCount} one="vote" />
        </span>
      </div>
      <div className="card__line card__line--last">
        <span className="ch-number" title={`Raised ${plural(age, 'day')} ago`}>
          {age} d<VisuallyHidden> old</VisuallyHidden>
        </span>
        {blockedTeamDays > 0 && (
          <span className="ch-number" title={plural(blockedTeamDays, 'blocked team-day')}>
            {blockedTeamDays} td<VisuallyHidden> blocked team-days</VisuallyHidden>
          </span>
        )}
        {deadline && (
          <span className={classNames('ch-number', deadline.overdue && 'card__overdue')}>
            {deadlineWords(deadline)}
          </span>
        )}
        {clock?.pausedAt && (
          <span className="card__paused" title={`Clock paused: ${clock.pausedBecause ?? ''}`}>
            <Pause aria-hidden />
            <VisuallyHidden>clock paused</VisuallyHidden>
          </span>
        )}
        {(severity === 'HIGH' || severity === 'CRITICAL') && (
          <span className="card__severity">
            {severity === 'HIGH' ? <ChevronUp aria-hidden /> : <ChevronsUp aria-hidden />}
            {SEVERITY_TITLES[severity]}
          </span>
        )}
        {level > 1 && (
          <span className="card__level" title={levelName(level)}>
            {levelName(level)}
          </span>
        )}
        {waits && (
          <span className="card__paused" title="Its change waits for the connection">
            <CloudOff aria-hidden />
            <VisuallyHidden>its change waits for the connection</VisuallyHidden>
          </span>
        )}
        <span className="card__owner">{owner ? <Avatar name={owner.name} size="sm" /> : 'no owner'}</span>
      </div>
    </div>
  );
}

function Count({ icon, count, one }: { icon: ReactNode; count: number; one: string }) {
  if (count === 0) return null;
  return (
    <span className="card__count" title={plural(count, one)}>
      {icon}
      {count}
      <VisuallyHidden> {count === 1 ? one : `${one}s`}</VisuallyHidden>
    </span>
  );
}
