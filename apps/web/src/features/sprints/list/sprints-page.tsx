import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ChartColumn, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useSprintDialogs } from '../dialogs/sprint-dialogs';
import { SPRINTS_PAGE } from '../sprints.operations';
import { ThroughputPanel } from '../throughput/throughput-panel';
import { useLiveSprints } from '../use-live-sprints';
import { SprintTable } from './sprint-table';
import './sprints-page.css';

/** Rows at a time. */
const PAGE = 25;

/** `/teams/:id/sprints`: what a team planned and got done, sprint by sprint. */
export function SprintsPage() {
  const { id = '' } = useParams();
  const { data, error, refetch, fetchMore } = useQuery(SPRINTS_PAGE, {
    variables: { teamId: id, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  useLiveSprints(data !== undefined, refetch);
  const sprints = data?.sprints.edges.map(({ node }) => node) ?? [];
  const throughput = data?.team.throughput;
  const { ask, dialog } = useSprintDialogs(
    data ? { team: data.team, last: sprints[0] ?? null, throughput: data.team.throughput } : null,
  );
  const mayRecord = can(throughput, 'sprint:record');
  useShortcut({ key: 'n', label: 'New sprint', when: mayRecord, run: () => ask({ ask: 'record' }) });
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: data?.sprints.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  const record = mayRecord && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => ask({ ask: 'record' })}>
      New sprint
    </Button>
  );
  return (
    <Page
      title={data ? `Sprints of ${data.team.name}` : 'Sprints'}
      subtitle={
        <Link className="sprints-page__team" to={`/teams/${id}`}>
          Back to the team
        </Link>
      }
      actions={sprints.length > 0 && record}
    >
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!data && !error && <Skeleton shape="card" lines={6} label="Loading the sprints" />}
      {data && sprints.length === 0 && (
        <EmptyState icon={<ChartColumn />} title="No sprints yet" action={record}>
          {mayRecord
            ? 'Record what was planned and done, the last sprint first: after two finished ones the team’s throughput shows, and what an impediment costs in it. A Jira import brings sprints as well.'
            : 'Somebody of the team records what was planned and done; a Jira import brings sprints as well.'}
        </EmptyState>
      )}
      {data && sprints.length > 0 && (
        <div className="sprints-page">
          <ThroughputPanel throughput={data.team.throughput} />
          <SprintTable sprints={sprints} onAsk={ask} />
          {data.sprints.pageInfo.hasNextPage && (
            <div className="sprints__more">
              <span>
                {sprints.length} of {data.sprints.totalCount}
              </span>
              <Button pending={more} onClick={() => void showMore()}>
                Show more
              </Button>
            </div>
          )}
        </div>
      )}
      {dialog}
    </Page>
  );
}
