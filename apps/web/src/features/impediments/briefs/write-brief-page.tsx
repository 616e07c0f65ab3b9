import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { FileText } from 'lucide-react';
import { Link, useParams } from 'react-router';
import type { BriefToWriteQuery } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useLiveImpediments } from '../live-board/use-live-impediments';
import { BRIEF_PREVIEW, BRIEF_TO_WRITE } from './briefs.operations';
import { WriteBrief } from './write-brief';

export type BriefedImpediment = BriefToWriteQuery['impediment'];

/** `/impediments/:key/brief`: what goes to the top level is written here, beside the data that goes with it. */
export function WriteBriefPage() {
  const { key = '' } = useParams();
  const { data, error, refetch } = useQuery(BRIEF_TO_WRITE, { variables: { key }, fetchPolicy: 'cache-and-network' });
  const impediment = data?.impediment;
  return (
    <Page
      title={`Escalation brief of ${key}`}
      subtitle={impediment && <Link to={`/impediments/${key}`}>{impediment.title}</Link>}
    >
      {!impediment && error && <Failed error={error} onRetry={refetch} />}
      {!impediment && !error && <Skeleton lines={8} label={`Loading ${key}`} />}
      {impediment && !can(impediment, 'impediment:send-brief') && <NotNow impediment={impediment} />}
      {impediment && can(impediment, 'impediment:send-brief') && (
        <WithData key={impediment.id} impediment={impediment} onChanged={refetch} />
      )}
    </Page>
  );
}

type Changed = { impediment: BriefedImpediment; onChanged: () => Promise<unknown> };

/** Its data follows what happens until it is sent. */
function WithData({ impediment, onChanged }: Changed) {
  const { data, error, refetch } = useQuery(BRIEF_PREVIEW, {
    variables: { impedimentId: impediment.id },
    fetchPolicy: 'cache-and-network',
  });
  useLiveImpediments(data !== undefined, () => Promise.all([refetch(), onChanged()]));
  if (data) return <WriteBrief impediment={impediment} preview={data.escalationBriefPreview} />;
  return error ? <Failed error={error} onRetry={refetch} /> : <Skeleton lines={8} label="Computing the data" />;
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => Promise<unknown> }) {
  return (
    <RefusalNote
      refusal={shownRefusal(error)}
      action={<Button onClick={() => void onRetry().catch(() => {})}>Try again</Button>}
    />
  );
}

function NotNow({ impediment: { key, briefs } }: { impediment: BriefedImpediment }) {
  const [last] = briefs;
  return (
    <EmptyState
      icon={<FileText />}
      title={`You cannot send a brief of ${key} now`}
      action={
        <Link className={buttonLook()} to={last ? `/briefs/${last.id}` : `/impediments/${key}`}>
          {last ? 'Read the one that was sent' : `Open ${key}`}
        </Link>
      }
    >
      A brief takes what is still in the way to the top level. Those send it who triage for the teams that it affects:
      their Scrum Masters and the Scrum of Scrums Master.
    </EmptyState>
  );
}
