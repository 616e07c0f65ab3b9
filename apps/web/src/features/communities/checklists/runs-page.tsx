import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Segments } from '@chapterhouse/ui/segments';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ListChecks } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { RUNS } from './checklists.operations';
import { RunLines } from './run-lines';
import './runs.css';

const WHICH = [
  { value: 'open', label: 'Under way' },
  { value: 'ended', label: 'Ended' },
] as const;
const MINE = 'mine';

/** `/checklist-runs?team=<id>&which=ended`: what one started or one's teams run, or what one team runs. */
export function RunsPage() {
  const { teams } = useViewer();
  const [params, setParams] = useSearchParams();
  const teamId = params.get('team');
  const which = params.get('which') === 'ended' ? 'ended' : 'open';
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(RUNS, {
    variables: { teamId, mine: teamId === null, open: which === 'open' },
    fetchPolicy: 'cache-and-network',
  });
  const runs = (data ?? previousData)?.checklistRuns;
  const choose = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const others =
    teamId !== null && !teams.some(({ id }) => id === teamId) ? [{ value: teamId, label: 'This team' }] : [];
  return (
    <Page title="Checklist runs" subtitle="What a team ticks off together, step by step.">
      <div className="runs__bar">
        <Select
          label="Whose"
          labelHidden
          value={teamId ?? MINE}
          options={[
            { value: MINE, label: 'Mine and my teams’' },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ...others,
          ]}
          onChange={(event) => choose('team', event.target.value === MINE ? null : event.target.value)}
        />
        <Segments
          label="Which"
          value={which}
          onChange={(next) => choose('which', next === 'open' ? null : next)}
          options={WHICH}
        />
      </div>
      {!runs && loading && <Skeleton lines={6} label="Loading runs" />}
      {!runs && !loading && error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {runs && runs.edges.length === 0 && (
        <EmptyState icon={<ListChecks />} title={which === 'open' ? 'No run is under way.' : 'No run has ended yet.'}>
          <p>Communities publish checklists; open one and start a run of it for your team.</p>
        </EmptyState>
      )}
      {runs && runs.edges.length > 0 && (
        <RunLines runs={runs.edges.map(({ node }) => node)} label="Runs" withoutTeam={teamId !== null} />
      )}
      {runs?.pageInfo.hasNextPage && (
        <Button onClick={() => void fetchMore({ variables: { after: runs.pageInfo.endCursor } }).catch(() => {})}>
          Show more
        </Button>
      )}
    </Page>
  );
}
