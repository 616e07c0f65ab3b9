import { classNames } from '@chapterhouse/ui/class-names';
import { Link } from 'react-router';
import type { IdeaLineFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { ideaFacts } from './idea-words';
import { VoteButton } from './vote-button';
import './idea-lines.css';

/** On the board: what it is, whose, how wanted. */
export function IdeaCard({ idea }: { idea: IdeaLineFragment }) {
  const today = useToday();
  const facts = ideaFacts(idea, today);
  return (
    <li className="idea-card">
      <Link to={`/ideas/${encodeURIComponent(idea.id)}`}>{idea.title}</Link>
      {facts !== null && (
        <p className={classNames('idea-card__facts', idea.trialOverdue && 'idea-card__facts--due')}>
          {facts}
          {idea.trialOverdue && ': what did it show?'}
        </p>
      )}
      <div className="idea-card__foot">
        <span className="idea-card__facts">{idea.by.name}</span>
        <VoteButton idea={idea} />
      </div>
    </li>
  );
}
