import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { pageAddress } from '../artifacts/artifact-addresses';
import { READING } from '../artifacts/artifact-kinds';
import { useShownArtifact } from '../artifacts/shown-artifact';
import { OldVersionNote } from './old-version-note';
import { ReadingBody } from './reading-body';
import { VERSION_PAGE } from './reading.operations';

/** `/artifacts/:key/pages/*`: a page of what is published; `?version=2` of an older version. */
export function ReadingPage() {
  const artifact = useShownArtifact();
  const { '*': rest = '' } = useParams();
  const [params] = useSearchParams();
  const asked = Number(params.get('version') ?? Number.NaN);
  const version = artifact.versions.find(({ number }) => number === asked) ?? artifact.current;
  const isOld = version !== null && version.number !== artifact.current?.number;
  const first = artifact.current?.pages[0]?.path ?? 'index';
  const path = rest.replace(/\/$/, '') || first;
  const { data, previousData, error, loading, refetch } = useQuery(VERSION_PAGE, {
    variables: { id: version?.id ?? '', path },
    skip: version === null,
  });
  if (version === null) {
    return <p>No version is published yet.</p>;
  }
  const Kind = READING[artifact.kind];
  if (Kind) {
    return (
      <>
        {isOld && <OldVersionNote artifact={artifact} number={version.number} path={path} />}
        <Suspense fallback={<Skeleton shape="card" lines={8} label="Loading" />}>
          <Kind artifact={artifact} oldVersionId={isOld ? version.id : undefined} />
        </Suspense>
      </>
    );
  }
  const node = data?.node?.__typename === 'ArtifactVersion' ? data.node : null;
  // The tree stays while the next page is on its way.
  const before = previousData?.node?.__typename === 'ArtifactVersion' ? previousData.node : null;
  const shown = node ?? before;
  return (
    <>
      {isOld && <OldVersionNote artifact={artifact} number={version.number} path={path} />}
      {shown && (
        <ReadingBody
          artifact={artifact}
          version={shown}
          versionId={version.id}
          path={path}
          number={isOld ? version.number : null}
          loading={node === null}
        />
      )}
      {!shown && loading && <Skeleton shape="card" lines={10} label="Loading the page" />}
      {!node && !loading && error && (
        <ErrorNote
          title={shownRefusal(error).title}
          next={shownRefusal(error).next}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!error && !loading && data && !node && (
        <ErrorNote
          title="This version is not here."
          action={
            <Link className={buttonLook()} to={pageAddress(artifact.key, first)}>
              Read the current one
            </Link>
          }
        />
      )}
    </>
  );
}
