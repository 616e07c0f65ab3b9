import { useQuery } from '@apollo/client/react';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { Link, useParams } from 'react-router';
import type { IdeaPartsFragment } from '../../../generated/graphql';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Page } from '../../../platform/page/page';
import { can } from '../../../platform/session/can';
import { Moment } from '../../impediments/public';
import { CommunityProblem } from '../community/community-page';
import { useCommunityChanges } from '../community/use-community-changes';
import { Conversation } from '../discussions/conversation';
import { IdeaActions } from './idea-actions';
import { IDEA_PROGRESS, IDEA_WORDS } from './idea-words';
import { COMMENT_ON_IDEA, EDIT_IDEA_COMMENT, IDEA, REMOVE_IDEA_COMMENT } from './ideas.operations';
import './idea-page.css';

/** `/ideas/:id`: what somebody would try, what others think, what a trial showed, and what became of it. */
export function IdeaPage() {
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(IDEA, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const idea = data?.idea;
  useCommunityChanges(data !== undefined, refetch, idea?.community.id);
  return (
    <Page
      title={idea?.title ?? 'Idea'}
      width="narrow"
      subtitle={
        idea && (
          <>
            Idea of <Link to={`/communities/${encodeURIComponent(idea.community.id)}`}>{idea.community.name}</Link> ·{' '}
            <Link to={`/communities/${encodeURIComponent(idea.community.id)}/ideas`}>All its ideas</Link>
          </>
        )
      }
      actions={idea && <IdeaActions idea={idea} />}
    >
      {!idea && loading && <Skeleton shape="card" lines={8} label="Loading the idea" />}
      {!idea && !loading && error && (
        <CommunityProblem error={error} what="idea" onRetry={() => void refetch().catch(() => {})} />
      )}
      {idea && <Told key={idea.id} idea={idea} />}
    </Page>
  );
}

function Told({ idea }: { idea: IdeaPartsFragment }) {
  const { id, words, by, at, state, result, comments, trialOverdue } = idea;
  return (
    <div className="idea">
      <p className="idea__facts">
        <StateBadge
          label={IDEA_WORDS[state]}
          progress={IDEA_PROGRESS[state]}
          tone={trialOverdue ? 'attention' : state === 'ON_TRIAL' ? 'active' : 'quiet'}
        />
        <span>
          {by.name} <Moment at={at} />
        </span>
      </p>
      <Standing idea={idea} />
      <MarkdownText text={words} headings={2} />
      {result !== null && result !== '' && (
        <section className="idea__result" aria-label="What the trial showed">
          <h2>What the trial showed</h2>
          <MarkdownText text={result} headings={3} />
        </section>
      )}
      <section className="idea__comments" aria-label="Comments">
        <h2>What others think</h2>
        {comments.length === 0 && <p className="idea__quiet">Nobody said anything yet.</p>}
        <Conversation
          about={id}
          by={by}
          replies={comments}
          adds={can(idea, 'idea:comment') ? 'Comment' : null}
          place={`idea-comment:${id}`}
          add={COMMENT_ON_IDEA}
          edit={EDIT_IDEA_COMMENT}
          remove={REMOVE_IDEA_COMMENT}
        />
      </section>
    </div>
  );
}

/** Where it stands, where that wants a sentence. */
function Standing({ idea }: { idea: IdeaPartsFragment }) {
  const today = useToday();
  const { state, trialTeam, trialUntil, trialOverdue, artifact, decision, dropReason } = idea;
  if (state === 'ON_TRIAL' && trialTeam && trialUntil !== null) {
    const until = dayWords(trialUntil, today);
    if (trialOverdue)
      return (
        <ErrorNote
          tone="attention"
          title={`${trialTeam.name} was to try it until ${until}.`}
          next="Say what it showed, so that it can be adopted, tried again, or dropped."
        />
      );
    return (
      <p>
        <Link to={`/teams/${encodeURIComponent(trialTeam.id)}`}>{trialTeam.name}</Link> tries it until {until}.
      </p>
    );
  }
  if (state === 'ADOPTED' && (artifact || decision))
    return (
      <p>
        It became{' '}
        {artifact ? (
          <Link to={`/artifacts/${artifact.key}`}>
            {artifact.key} {artifact.title}
          </Link>
        ) : (
          decision && (
            <Link to={`/decisions/${decision.key}`}>
              {decision.key} {decision.title}
            </Link>
          )
        )}
        {artifact && decision && (
          <>
            {' and '}
            <Link to={`/decisions/${decision.key}`}>
              {decision.key} {decision.title}
            </Link>
          </>
        )}
        .
      </p>
    );
  if (state === 'DROPPED' && dropReason !== null) return <p>Dropped: {dropReason}</p>;
  return null;
}
