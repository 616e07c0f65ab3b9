import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import type { SprintFactsFragment } from '../../generated/graphql';
import { useToday } from '../../platform/dates/use-today';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { shownRefusal } from '../../platform/refusals/shown-refusal';
import { can } from '../../platform/session/can';
import { useSprintDialogs } from './dialogs/sprint-dialogs';
import { untilWords } from './sprint-words';
import { TEAM_SPRINTS } from './sprints.operations';
import { ThroughputPanel } from './throughput/throughput-panel';
import { useLiveSprints } from './use-live-sprints';
import './team-sprints.css';

/** Part of a team's page: the sprint that runs, what the team gets done, and what of its work is blocked. */
export function TeamSprints({ teamId }: { teamId: string }) {
  const { data, error, refetch } = useQuery(TEAM_SPRINTS, { variables: { teamId }, fetchPolicy: 'cache-and-network' });
  useLiveSprints(data !== undefined, refetch);
  const sprints = data?.sprints.edges.map(({ node }) => node) ?? [];
  const { ask, dialog } = useSprintDialogs(
    data ? { team: data.team, last: sprints[0] ?? null, throughput: data.team.throughput } : null,
  );
  if (!data) {
    if (!error) return <Skeleton shape="card" lines={4} label="Loading the sprints" />;
    return (
      <RefusalNote
        refusal={shownRefusal(error)}
        action={
          <Button size="sm" onClick={() => void refetch().catch(() => {})}>
            Try again
          </Button>
        }
      />
    );
  }
  const { throughput } = data.team;
  const running = sprints.find(({ state }) => state === 'ACTIVE');
  const mayRecord = can(throughput, 'sprint:record');
  const blocked = data.blockedItems.totalCount;
  return (
    <div className="team-sprints">
      {sprints.length === 0 ? (
        <p className="team-sprints__none">
          No sprints are recorded. After two finished ones the team’s throughput shows here.
        </p>
      ) : (
        <>
          {running && <Running sprint={running} />}
          <ThroughputPanel throughput={throughput} />
        </>
      )}
      <p className="team-sprints__ways">
        {sprints.length > 0 && <Link to={`/teams/${teamId}/sprints`}>All {data.sprints.totalCount} sprints</Link>}
        {blocked > 0 && (
          <Link to={`/impediments/blocked?team=${teamId}`}>
            {blocked === 1 ? 'One item is blocked' : `${blocked} items are blocked`}
          </Link>
        )}
        {mayRecord && running && (
          <Button size="sm" onClick={() => ask({ ask: 'finish', sprint: running })}>
            Finish {running.name}…
          </Button>
        )}
        {mayRecord && !running && (
          <Button size="sm" icon={<Plus aria-hidden />} onClick={() => ask({ ask: 'record' })}>
            New sprint
          </Button>
        )}
      </p>
      {dialog}
    </div>
  );
}

function Running({ sprint }: { sprint: SprintFactsFragment }) {
  const today = useToday();
  return (
    <p className="team-sprints__running">
      <strong>{sprint.name}</strong> runs {untilWords(sprint, today)}
      {sprint.goal !== '' && <span className="team-sprints__goal">{sprint.goal}</span>}
    </p>
  );
}
