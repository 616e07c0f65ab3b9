import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { Lightbulb, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { IdeaLineFragment, IdeaState } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { CommunityProblem } from '../community/community-page';
import { useCommunityChanges } from '../community/use-community-changes';
import { IdeaCard } from './idea-card';
import { IdeaDialog } from './idea-dialog';
import { IDEA_PROGRESS, IDEA_WORDS, STATE_HINTS, STATES } from './idea-words';
import { IDEAS } from './ideas.operations';
import './ideas-page.css';

/** `/communities/:id/ideas`: every idea, by how far it is; the most wanted first. */
export function IdeasPage() {
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(IDEAS, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useCommunityChanges(data !== undefined, refetch, id);
  const [adding, setAdding] = useState(false);
  const community = data?.community;
  const adds = can(community, 'idea:add');
  useShortcut({ key: 'n', label: 'Add an idea', group: 'create', when: adds, run: () => setAdding(true) });
  const add = adds && (
    <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
      Add an idea <Kbd>n</Kbd>
    </Button>
  );
  return (
    <Page
      title="Ideas"
      tabTitle={community && `Ideas of ${community.name}`}
      subtitle={
        community && (
          <>
            <Link to={`/communities/${encodeURIComponent(id)}`}>{community.name}</Link> ·{' '}
            {plural(community.ideas.length, 'idea')}
          </>
        )
      }
      actions={community && community.ideas.length > 0 && add}
    >
      {!community && loading && <Skeleton shape="card" lines={8} label="Loading the ideas" />}
      {!community && !loading && error && (
        <CommunityProblem error={error} onRetry={() => void refetch().catch(() => {})} />
      )}
      {community && community.ideas.length === 0 && (
        <EmptyState icon={<Lightbulb />} title="No idea yet" action={add || undefined}>
          Something you would try: others vote and say what they think, a team tries it until a day, and what it showed
          decides whether it becomes a playbook, a decision, or nothing.
        </EmptyState>
      )}
      {community && community.ideas.length > 0 && (
        <div className="ideas-board">
          {STATES.map((state) => (
            <Column key={state} state={state} ideas={community.ideas.filter((idea) => idea.state === state)} />
          ))}
        </div>
      )}
      {adding && community && <IdeaDialog community={community} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Column({ state, ideas }: { state: IdeaState; ideas: readonly IdeaLineFragment[] }) {
  const sorted = ideas.toSorted((a, b) => b.votes - a.votes || (a.at < b.at ? 1 : -1));
  return (
    <section
      className="ideas-board__column"
      aria-label={IDEA_WORDS[state]}
      data-empty={ideas.length === 0 || undefined}
    >
      <h2>
        <StateBadge label={IDEA_WORDS[state]} progress={IDEA_PROGRESS[state]} />
        <span className="ideas-board__count">{ideas.length}</span>
      </h2>
      {ideas.length === 0 ? (
        <p className="ideas-board__hint">{STATE_HINTS[state]}</p>
      ) : (
        <ul>
          {sorted.map((idea) => (
            <IdeaCard key={idea.id} idea={idea} />
          ))}
        </ul>
      )}
    </section>
  );
}
