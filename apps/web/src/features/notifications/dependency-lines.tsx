import { classNames } from '@chapterhouse/ui/class-names';
import { Link, useLocation } from 'react-router';
import type { WaitingDependencyFragment } from '../../generated/graphql';
import { dayWords } from '../../platform/dates/day-words';
import { useToday } from '../../platform/dates/use-today';
import { Moment } from '../impediments/public';
import './my-work.css';

/** Dependencies that this person answers for, what is due first before the rest. */
export function DependencyLines({ dependencies }: { dependencies: readonly WaitingDependencyFragment[] }) {
  const today = useToday();
  const { pathname } = useLocation();
  const sorted = dependencies.toSorted((a, b) => (a.answerDueAt ?? '').localeCompare(b.answerDueAt ?? ''));
  return (
    <ul className="my-work__lines">
      {sorted.map((dependency) => {
        const { id, key, words, answerDueAt, overdue, consumer } = dependency;
        return (
          <li key={id} className="my-work__line">
            <span className="my-work__head">
              <Link to={`/dependencies/${key}`} state={{ from: pathname }} data-line={id}>
                {words}
              </Link>
              {answerDueAt !== null && (
                <span className={classNames('my-work__due', overdue && 'my-work__due--over')}>
                  {overdue ? 'was due' : 'due'} <Moment at={answerDueAt} />
                </span>
              )}
            </span>
            <span className="my-work__facts">
              {turnWords(dependency, (day) => dayWords(day, today))} · {key} · {consumer.key} {consumer.title}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Who waits, and for which answer. */
function turnWords(dependency: WaitingDependencyFragment, day: (day: string) => string): string {
  const { state, neededBy, proposedFor, requestedBy, providerTeam } = dependency;
  if (state === 'COUNTERED' && proposedFor !== null) {
    return `${providerTeam?.name ?? 'The other side'} proposes ${day(proposedFor)}, needed by ${day(neededBy)}`;
  }
  return `${requestedBy.name} asks for it by ${day(neededBy)}`;
}
