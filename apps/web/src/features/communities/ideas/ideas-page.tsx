import { useLazyQuery, useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { Lightbulb, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { IdeaColumnFragment, IdeaState } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { CommunityProblem } from '../community/community-page';
import { useCommunityChanges } from '../community/use-community-changes';
import { IdeaCard } from './idea-card';
import { IdeaDialog } from './idea-dialog';
import { IDEA_PROGRESS, IDEA_WORDS, STATE_HINTS, STATES } from './idea-words';
import { IDEAS, MORE_IDEAS } from './ideas.operations';
import './ideas-page.css';

/** Ideas of a column at a time. */
const PAGE = 30;

/** `/communities/:id/ideas`: every idea, by how far it is; the most wanted first. */
export function IdeasPage() {
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(IDEAS, {
    variables: { id, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  useCommunityChanges(data !== undefined, refetch, id);
  const [adding, setAdding] = useState(false);
  const community = data?.community;
  const count = community ? STATES.reduce((sum, state) => sum + community[state].totalCount, 0) : 0;
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
            <Link to={`/communities/${encodeURIComponent(id)}`}>{community.name}</Link> · {plural(count, 'idea')}
          </>
        )
      }
      actions={count > 0 && add}
    >
      {!community && loading && <Skeleton shape="card" lines={8} label="Loading the ideas" />}
      {!community && !loading && error && (
        <CommunityProblem error={error} onRetry={() => void refetch().catch(() => {})} />
      )}
      {community && count === 0 && (
        <EmptyState icon={<Lightbulb />} title="No idea yet" action={add || undefined}>
          Something you would try: others vote and say what they think, a team tries it until a day, and what it showed
          decides whether it becomes a playbook, a decision, or nothing.
        </EmptyState>
      )}
      {community && count > 0 && (
        <div className="ideas-board">
          {STATES.map((state) => (
            <Column key={state} communityId={id} state={state} list={community[state]} />
          ))}
        </div>
      )}
      {adding && community && <IdeaDialog community={community} onClose={() => setAdding(false)} />}
    </Page>
  );
}

type ColumnProps = { communityId: string; state: IdeaState; list: IdeaColumnFragment };

function Column({ communityId, state, list }: ColumnProps) {
  const { totalCount, pageInfo } = list;
  const [showMore, { loading }] = useLazyQuery(MORE_IDEAS, { fetchPolicy: 'network-only' });
  // One that has left the column meanwhile may still stand where it was loaded.
  const ideas = list.edges.flatMap(({ node }) => (node.state === state ? [node] : []));
  const next = { id: communityId, states: [state], first: PAGE, after: pageInfo.endCursor };
  return (
    <section className="ideas-board__column" aria-label={IDEA_WORDS[state]} data-empty={totalCount === 0 || undefined}>
      <h2>
        <StateBadge label={IDEA_WORDS[state]} progress={IDEA_PROGRESS[state]} />
        <span className="ideas-board__count">{totalCount.toLocaleString('en')}</span>
      </h2>
      {ideas.length === 0 ? (
        <p className="ideas-board__hint">{STATE_HINTS[state]}</p>
      ) : (
        <ul>
          {ideas.map((idea) => (
            <IdeaCard key={idea.id} idea={idea} />
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage && (
        <Button size="sm" pending={loading} onClick={() => void showMore({ variables: next }).catch(() => {})}>
          Show more
        </Button>
      )}
    </section>
  );
}
