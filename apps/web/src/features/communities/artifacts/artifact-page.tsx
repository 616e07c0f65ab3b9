import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Suspense } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { ArtifactActions } from './artifact-actions';
import { ArtifactNotes } from './artifact-notes';
import { ArtifactTabs } from './artifact-tabs';
import { KIND_WORDS } from './artifact-words';
import { ARTIFACT } from './artifact.operations';
import type { ShownArtifact } from './shown-artifact';
import { useArtifactChanges } from './use-artifact-changes';
import './artifact-page.css';

/** `/artifacts/:key`: what a community publishes, and the parts of it, one at a time. */
export function ArtifactPage() {
  const { key = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(ARTIFACT, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
  });
  const artifact = data?.artifact;
  useArtifactChanges(artifact?.id, refetch);
  return (
    <Page
      title={artifact?.title ?? key}
      tabTitle={artifact && `${key} ${artifact.title}`}
      subtitle={artifact && <Whose artifact={artifact} />}
      actions={artifact && <ArtifactActions artifact={artifact} />}
    >
      {artifact && (
        <div className="artifact">
          <ArtifactNotes artifact={artifact} />
          <ArtifactTabs artifact={artifact} />
          <Suspense fallback={<Skeleton shape="card" lines={8} label="Loading" />}>
            <Outlet context={artifact} />
          </Suspense>
        </div>
      )}
      {!artifact && loading && <Skeleton shape="card" lines={10} label={`Loading ${key}`} />}
      {!artifact && !loading && error && (
        <PageProblem
          error={error}
          onRetry={() => void refetch().catch(() => {})}
          title="Nothing is published under this key."
          to="/communities"
          show="Show all communities"
        />
      )}
    </Page>
  );
}

function Whose({ artifact: { key, kind, community } }: { artifact: ShownArtifact }) {
  return (
    <>
      {key} · {KIND_WORDS[kind]} of <Link to={`/communities/${community.id}`}>{community.name}</Link>
    </>
  );
}
