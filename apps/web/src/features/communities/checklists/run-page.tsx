import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Link, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { PresenceAvatars } from '../../../platform/presence/presence-avatars';
import { usePresence } from '../../../platform/presence/use-presence';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { artifactAddress, pageAddress } from '../artifacts/artifact-addresses';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { RUN } from './checklists.operations';
import { RunSteps } from './run-steps';

/** `/checklist-runs/:id`: one run of a checklist, ticked by whoever of the team is at it. */
export function RunPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(RUN, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const run = data?.checklistRun;
  useArtifactChanges(run?.version.artifact.id, refetch);
  const people = usePresence(id);
  if (!run) {
    return (
      <Page title="Checklist run">
        {error ? (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        ) : (
          <Skeleton shape="card" lines={8} label="Loading the run" />
        )}
      </Page>
    );
  }
  const { artifact, number } = run.version;
  return (
    <Page
      title={run.title}
      width="narrow"
      subtitle={
        <>
          Run of <Link to={artifactAddress(artifact.key)}>{artifact.title}</Link>,{' '}
          <Link to={pageAddress(artifact.key, 'index', number)}>version {number}</Link>
          {run.team ? (
            <>
              {' '}
              for <Link to={`/teams/${run.team.id}`}>{run.team.name}</Link>
            </>
          ) : (
            ' for one person'
          )}
        </>
      }
      actions={<PresenceAvatars people={people} />}
    >
      <RunSteps run={run} />
    </Page>
  );
}
