import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { EndedTriage } from '../minutes/ended-triage';
import { TriageRoom } from './triage-room';
import { useTriageSession } from './use-triage-session';

/** `/triage/:id`: a session while it runs, and what came of it afterwards. */
export function TriagePage() {
  const { id = '' } = useParams();
  const { session, error, loading, connected, refetch } = useTriageSession(id);
  if (session?.state === 'ENDED') return <EndedTriage session={session} />;
  if (session) return <TriageRoom key={session.id} session={session} connected={connected} />;
  return (
    <Page title="Triage">
      {loading && <Skeleton shape="card" lines={8} label="Loading the triage" />}
      {!loading && error && <TriageProblem error={error} onRetry={refetch} />}
    </Page>
  );
}

export function TriageProblem(props: { error: unknown; onRetry: () => void }) {
  return <PageProblem {...props} title="There is no such triage." to="/chapters" show="Show all chapters" />;
}
