import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Avatar } from '@chapterhouse/ui/avatar';
import { classNames } from '@chapterhouse/ui/class-names';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { ChevronsUp, ChevronUp, CloudOff, MessageSquare, Pause, Tag, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useWaits } from '../../../platform/offline/waiting';
import { ageInDays, deadlineWords } from '../impediment-times';
import { plural } from '../plural';
import { useCardSurroundings } from './card-surroundings';

/**
 * What stands under the title: numbers and words, colour only where it is overdue. What has no room goes as a whole,
 * the least important first; nothing is cut.
 */
export function CardFacts({ impediment }: { impediment: ImpedimentCardFragment }) {
  const { key, raisingTeam, affectedTeams, owner, severity, level, raisedAt, labels, blockedTeamDays, clock } =
    impediment;
  const { now, today, levelName } = useCardSurroundings();
  const waits = useWaits(impediment.id);
  const deadline = deadlineOf(impediment, today, now);
  const age = ageInDays(raisedAt, now);
  return (
    <div className="card__facts">
      <div className="card__line card__line--first">
        <span className="card__key">{key}</span>
        <Fitting className="card__team" short={initialsOf(raisingTeam.name)} title={raisingTeam.name}>
          {raisingTeam.name}
        </Fitting>
        {affectedTeams.length > 1 && <span className="card__more">{plural(affectedTeams.length, 'team')}</span>}
        {labels.length > 0 && <Labels names={labels.map(({ name }) => name)} />}
        <span className="card__counts">
          <Count icon={<MessageSquare aria-hidden />} count={impediment.commentCount} one="comment" />
          <Count icon={<ThumbsUp aria-hidden />} count={impediment.voteCount} one="vote" />
        </span>
      </div>
      <div className="card__line card__line--last">
        <div className="card__whole">
          {waits && (
            <span className="card__paused" title="Its change waits for the connection">
              <CloudOff aria-hidden />
              <VisuallyHidden>its change waits for the connection</VisuallyHidden>
            </span>
          )}
          <span className="ch-number" title={`Raised ${plural(age, 'day')} ago`}>
            {age} d<VisuallyHidden> old</VisuallyHidden>
          </span>
          {blockedTeamDays > 0 && (
            <span className="ch-number card__cost" title={plural(blockedTeamDays, 'blocked team-day')}>
              {blockedTeamDays} td<VisuallyHidden> blocked team-days</VisuallyHidden>
            </span>
          )}
          {deadline && (
            <span
              className={classNames('ch-number', deadline.overdue && 'card__overdue')}
              title={deadline.because === 'clock' ? `The clock of ${levelName(level)}` : 'The due date'}
            >
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
            <span className="card__severity" title={SEVERITY_TITLES[severity]}>
              {severity === 'HIGH' ? <ChevronUp aria-hidden /> : <ChevronsUp aria-hidden />}
              <span className="card__severity-word">{SEVERITY_TITLES[severity]}</span>
            </span>
          )}
          {level > 1 && (
            <Fitting className="card__level" short={initialsOf(levelName(level))} title={levelName(level)}>
              {levelName(level)}
            </Fitting>
          )}
        </div>
        <span className="card__owner">{owner ? <Avatar name={owner.name} size="sm" /> : 'no owner'}</span>
      </div>
    </div>
  );
}

/** The first by name and how many more; where that has no room, how many there are. */
function Labels({ names }: { names: readonly string[] }) {
  const short = (
    <span className="card__count">
      <Tag aria-hidden />
      {names.length}
    </span>
  );
  return (
    <Fitting className="card__labels" short={short} title={names.join(', ')}>
      <span className="card__label">{names[0]}</span>
      {names.length > 1 && ` +${names.length - 1}`}
    </Fitting>
  );
}

/** The whole where there is room for it; else what is short. By styles alone: a thousand cards measure nothing. */
export function Fitting({
  className,
  short,
  title,
  children,
}: {
  className: string;
  short: ReactNode;
  title: string;
  children: ReactNode;
}) {
  return (
    <span className={classNames('card__fitting', className)} title={title}>
      <span className="card__short" aria-hidden>
        {short}
      </span>
      <span className="card__long">{children}</span>
    </span>
  );
}

/** "Executive Action Team" -> "EAT"; a single word has no shorter form than its beginning. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  return words.length > 1 ? words.map((word) => word[0]).join('') : name.slice(0, 3);
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
