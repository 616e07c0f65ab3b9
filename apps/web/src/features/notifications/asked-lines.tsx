import { classNames } from '@chapterhouse/ui/class-names';
import { Link } from 'react-router';
import type { MyWorkQuery } from '../../generated/graphql';
import { dayWords } from '../../platform/dates/day-words';
import { useToday } from '../../platform/dates/use-today';

type Asked = MyWorkQuery['asked']['edges'][number]['node'];

/** Decisions that teams ask for, each with who asks and by when. */
export function AskedLines({ briefs }: { briefs: readonly Asked[] }) {
  const today = useToday();
  return (
    <ul className="my-work__lines">
      {briefs.map(({ id, data, impediment, sentBy, answerBy, overdue }) => (
        <li key={id} className="my-work__line">
          <span className="my-work__head">
            <Link to={`/asked-of-me#${impediment.key}`} data-line={id}>
              {data.ask}
            </Link>
            <span className={classNames('my-work__due', overdue && 'my-work__due--over')}>
              by {dayWords(answerBy, today)}
            </span>
          </span>
          <span className="my-work__facts">
            {sentBy.name} asks · {impediment.key} {impediment.title}
          </span>
        </li>
      ))}
    </ul>
  );
}
