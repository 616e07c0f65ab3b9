import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { MessagesSquare, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { can } from '../../../platform/session/can';
import { useLineKeys } from '../../../platform/shortcuts/use-line-keys';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { CommunityProblem } from '../community/community-page';
import { useCommunityChanges } from '../community/use-community-changes';
import { DiscussionLines } from './discussion-lines';
import { DISCUSSIONS } from './discussions.operations';
import { StartDiscussionDialog } from './start-discussion-dialog';

/** Discussions at a time. */
const PAGE = 30;

/** `/communities/:id/discussions`: all of them, the latest word first. */
export function DiscussionsPage() {
  const { id = '' } = useParams();
  const { data, error, loading, refetch, fetchMore } = useQuery(DISCUSSIONS, {
    variables: { id, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  useCommunityChanges(data !== undefined, refetch, id);
  const [starting, setStarting] = useState(false);
  const [more, setMore] = useState(false);
  const community = data?.community;
  const list = community?.topicsOfDiscussion;
  const starts = can(community, 'discussion:start');
  useShortcut({ key: 'n', label: 'Start a discussion', group: 'create', when: starts, run: () => setStarting(true) });
  useLineKeys((list?.edges.length ?? 0) > 0);
  const start = starts && (
    <Button icon={<Plus aria-hidden />} onClick={() => setStarting(true)}>
      Start a discussion <Kbd>n</Kbd>
    </Button>
  );
  const showMore = async () => {
    setMore(true);
    await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <Page
      title="Discussions"
      tabTitle={community && `Discussions of ${community.name}`}
      width="narrow"
      subtitle={community && <Link to={`/communities/${encodeURIComponent(id)}`}>{community.name}</Link>}
      actions={list && list.totalCount > 0 && start}
    >
      {!community && loading && <Skeleton lines={8} label="Loading the discussions" />}
      {!community && !loading && error && (
        <CommunityProblem error={error} onRetry={() => void refetch().catch(() => {})} />
      )}
      {community && list && list.edges.length === 0 && (
        <EmptyState icon={<MessagesSquare />} title="Nobody asked anything yet" action={start || undefined}>
          A question that others had too, an experience worth telling, a rule to agree on: what is said here stays to be
          found by whoever asks next.
        </EmptyState>
      )}
      {community && list && list.edges.length > 0 && (
        <>
          <DiscussionLines label="Discussions" discussions={list.edges.map(({ node }) => node)} />
          {list.pageInfo.hasNextPage && (
            <p>
              <Button pending={more} onClick={() => void showMore()}>
                Show more
              </Button>
            </p>
          )}
        </>
      )}
      {starting && community && <StartDiscussionDialog community={community} onClose={() => setStarting(false)} />}
    </Page>
  );
}
