import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { RUNS_OF_TEAM } from './checklists.operations';
import { RunLines } from './run-lines';

/** On the page of a team: what it ticks off now, and did lately. Nothing where it never began. */
export function RunsOfTeam({ teamId }: { teamId: string }) {
  const { data } = useQuery(RUNS_OF_TEAM, { variables: { id: teamId }, fetchPolicy: 'cache-and-network' });
  const team = data?.node?.__typename === 'Team' ? data.node : null;
  if (!team || team.checklistRuns.length === 0) return null;
  return (
    <section aria-labelledby="runs-of-team">
      <h3 id="runs-of-team">Checklist runs</h3>
      <RunLines runs={team.checklistRuns} label="Checklist runs" withoutTeam />
      <Link to={`/checklist-runs?team=${encodeURIComponent(teamId)}`}>All runs of {team.name}</Link>
    </section>
  );
}
