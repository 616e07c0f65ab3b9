import { classNames } from '@chapterhouse/ui/class-names';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { Link } from 'react-router';
import type { IdeaLineFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { IDEA_PROGRESS, IDEA_WORDS, ideaFacts } from './idea-words';
import { VoteButton } from './vote-button';
import './idea-lines.css';

export type IdeaLinesProps = { label: string; ideas: readonly IdeaLineFragment[] };

/** Each by its title, with its votes and how far it is. */
export function IdeaLines({ label, ideas }: IdeaLinesProps) {
  const today = useToday();
  return (
    <ul className="idea-lines" aria-label={label}>
      {ideas.map((idea) => {
        const facts = ideaFacts(idea, today);
        return (
          <li key={idea.id}>
            <VoteButton idea={idea} />
            <div>
              <Link to={`/ideas/${encodeURIComponent(idea.id)}`}>{idea.title}</Link>
              <span className={classNames('idea-lines__facts', idea.trialOverdue && 'idea-lines__facts--due')}>
                <StateBadge
                  label={IDEA_WORDS[idea.state]}
                  progress={IDEA_PROGRESS[idea.state]}
                  tone={idea.trialOverdue ? 'attention' : idea.state === 'ON_TRIAL' ? 'active' : 'quiet'}
                />
                {facts !== null && <span>{facts}</span>}
                {idea.trialOverdue && <span>what did it show?</span>}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
