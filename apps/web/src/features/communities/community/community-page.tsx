import { useApolloClient, useQuery } from '@apollo/client/react';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Link, useParams } from 'react-router';
import type { CommunityQuery } from '../../../generated/graphql';
import { dayWords, todayIn } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Page } from '../../../platform/page/page';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { useViewer } from '../../../platform/session/session-provider';
import { COMMUNITY, COMMUNITY_MEMBERS } from './community.operations';
import { CommunityActions } from './community-actions';
import { LatestDiscussions } from './latest-discussions';
import { Members } from './members';
import { Meetings } from './meetings';
import { Published } from './published';
import { TopIdeas } from './top-ideas';
import { useCommunityChanges } from './use-community-changes';
import './community-page.css';
import './topics.css';

export type ShownCommunity = CommunityQuery['community'];

/** `/communities/:id`: what a community is for, what it publishes and talks about, who it is and when it meets. */
export function CommunityPage() {
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(COMMUNITY, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const client = useApolloClient();
  useCommunityChanges(data !== undefined, () => client.refetchQueries({ include: [COMMUNITY, COMMUNITY_MEMBERS] }), id);
  const community = data?.community;
  return (
    <Page
      title={community?.name ?? 'Community'}
      subtitle={
        community && (
          <>
            Community · <Link to="/communities">All communities</Link>
          </>
        )
      }
      actions={community && <CommunityActions community={community} />}
    >
      {!community && loading && <Skeleton shape="card" lines={10} label="Loading the community" />}
      {!community && !loading && error && (
        <CommunityProblem error={error} onRetry={() => void refetch().catch(() => {})} />
      )}
      {community && <Home community={community} />}
    </Page>
  );
}

function Home({ community }: { community: ShownCommunity }) {
  const { purpose, topics, closedAt, closeReason } = community;
  const { timeZone } = useViewer().organization;
  const today = useToday();
  return (
    <div className="community">
      {closedAt !== null && (
        <ErrorNote
          tone="attention"
          title={`This community is closed since ${dayWords(todayIn(timeZone, new Date(closedAt)), today)}.`}
          next={
            <>
              {closeReason && <p>{closeReason}</p>}
              All that it wrote stays readable. Who facilitates it can open it again.
            </>
          }
        />
      )}
      <div className="community__purpose">
        <MarkdownText text={purpose} headings={2} />
        {topics.length > 0 && (
          <ul className="topics" aria-label="Topics">
            {topics.map((topic) => (
              <li key={topic} className="topic">
                {topic}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="community__columns">
        <div>
          <Published community={community} />
          <TopIdeas community={community} />
          <LatestDiscussions community={community} />
        </div>
        <div>
          <Meetings community={community} />
          <Members community={community} />
        </div>
      </div>
    </div>
  );
}

type ProblemProps = { error: unknown; onRetry: () => void; what?: string };

/** Why a screen of a community shows nothing. */
export function CommunityProblem({ what = 'community', ...rest }: ProblemProps) {
  return <PageProblem {...rest} title={`There is no such ${what}.`} to="/communities" show="Show all communities" />;
}
