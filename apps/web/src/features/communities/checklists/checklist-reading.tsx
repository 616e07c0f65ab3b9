import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ListChecks, MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { momentWords } from '../../../platform/dates/day-words';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { proposeAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { RUNS, VERSION_CHECKLIST } from './checklists.operations';
import { RunLines } from './run-lines';
import { StartRunDialog } from './start-run-dialog';
import { StepList } from './step-list';

/** What is published of a checklist, and runs of it that one is at. */
export function ChecklistReading({
  artifact,
  oldVersionId,
}: {
  artifact: ShownArtifact;
  oldVersionId?: string | undefined;
}) {
  const { timeZone } = useViewer().organization;
  const [starting, setStarting] = useState(false);
  const versionId = oldVersionId ?? artifact.current?.id ?? '';
  const { data, error, loading, refetch } = useQuery(VERSION_CHECKLIST, {
    variables: { id: versionId },
    skip: versionId === '',
  });
  const runs = useQuery(RUNS, {
    variables: { artifactId: artifact.id, mine: true, open: true },
    fetchPolicy: 'cache-and-network',
  });
  // Runs are of the current version.
  const starts = can(artifact, 'checklist-run:start') && oldVersionId === undefined;
  useShortcut({ key: 's', label: 'Start a run', when: starts, run: () => setStarting(true) });
  const version = data?.node?.__typename === 'ArtifactVersion' ? data.node : null;
  if (!version && loading) return <Skeleton shape="card" lines={8} label="Loading the checklist" />;
  if (!version) {
    const refusal = error ? shownRefusal(error) : null;
    return (
      <ErrorNote
        title={refusal?.title ?? 'This version is not here.'}
        next={refusal?.next}
        action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
      />
    );
  }
  const own = (runs.data?.checklistRuns.edges ?? []).map(({ node }) => node);
  return (
    <div className="checklist-reading">
      {starts && (
        <div className="run__head">
          <Button variant="primary" icon={<ListChecks aria-hidden />} onClick={() => setStarting(true)}>
            Start a run
          </Button>
          <Link to="/checklist-runs">All runs</Link>
        </div>
      )}
      {own.length > 0 && oldVersionId === undefined && (
        <section aria-labelledby="own-runs">
          <h2 id="own-runs">Your runs under way</h2>
          <RunLines runs={own} label="Your runs under way" />
        </section>
      )}
      <StepList steps={version.checklist} />
      <footer className="reading__foot">
        <span>
          Version {version.number}, published {momentWords(version.publishedAt, timeZone)}
        </span>
        {oldVersionId === undefined && can(artifact, 'proposal:make') && (
          <Link className={buttonLook({ size: 'sm', variant: 'ghost' })} to={proposeAddress(artifact.key, 'steps')}>
            <MessageSquarePlus aria-hidden /> Propose a change
          </Link>
        )}
      </footer>
      {starting && <StartRunDialog artifact={artifact} onClose={() => setStarting(false)} />}
    </div>
  );
}
