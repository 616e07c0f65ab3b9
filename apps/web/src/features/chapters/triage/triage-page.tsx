import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Link, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
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

export function TriageProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, title, next } = shownRefusal(error);
  const unknown = code === 'NOT_FOUND';
  return (
    <ErrorNote
      title={unknown ? 'There is no such triage.' : title}
      next={next}
      action={
        unknown ? (
          <Link className={buttonLook()} to="/chapters">
            Show all chapters
          </Link>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
    />
  );
}
