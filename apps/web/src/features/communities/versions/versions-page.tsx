import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { History } from 'lucide-react';
import { Link } from 'react-router';
import type { ArtifactVersionsQuery } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { compareAddress, pageAddress } from '../artifacts/artifact-addresses';
import { type ShownArtifact, useShownArtifact } from '../artifacts/shown-artifact';
import { VERSIONS } from './versions.operations';
import './versions.css';

type Version = ArtifactVersionsQuery['artifact']['versions'][number];

const andList = new Intl.ListFormat('en', { type: 'conjunction' });

/** `/artifacts/:key/versions`: what was published, the latest first, and what changed each time. */
export function VersionsPage() {
  const artifact = useShownArtifact();
  const { data, error, loading, refetch } = useQuery(VERSIONS, {
    variables: { key: artifact.key },
    fetchPolicy: 'cache-and-network',
  });
  const versions = [...(data?.artifact.versions ?? [])].sort((one, other) => other.number - one.number);
  if (!data && loading) return <Skeleton shape="card" lines={8} label="Loading the versions" />;
  if (!data && error) {
    return (
      <ErrorNote
        title={shownRefusal(error).title}
        next={shownRefusal(error).next}
        action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
      />
    );
  }
  if (versions.length === 0) {
    return (
      <EmptyState icon={<History />} title="Nothing is published yet.">
        <p>Every published version stays here as it was, with what changed since the one before.</p>
      </EmptyState>
    );
  }
  return (
    <ol className="versions">
      {versions.map((version, index) => (
        <VersionLine key={version.id} artifact={artifact} version={version} before={versions[index + 1] ?? null} />
      ))}
    </ol>
  );
}

type VersionLineProps = { artifact: ShownArtifact; version: Version; before: Version | null };

function VersionLine({ artifact, version, before }: VersionLineProps) {
  const { timeZone } = useViewer().organization;
  const { number, whatChanged, publishedAt, publishedBy, approvedBy, contentHash, archiveUrl } = version;
  const first = artifact.current?.pages[0]?.path ?? 'index';
  return (
    <li className="versions__line">
      <h2 className="versions__title">
        <Link to={pageAddress(artifact.key, first, number === artifact.current?.number ? null : number)}>
          Version {number}
        </Link>
        {number === artifact.current?.number && <span className="versions__current">current</span>}
      </h2>
      <p className="versions__who">
        {publishedBy.name}, {momentWords(publishedAt, timeZone)}
        {approvedBy.length > 0 && `, approved by ${andList.format(approvedBy.map(({ name }) => name))}`}
      </p>
      {whatChanged !== '' && <MarkdownText text={whatChanged} />}
      <div className="versions__ways">
        {before && (
          <Link
            className={buttonLook({ size: 'sm', variant: 'ghost' })}
            to={compareAddress(artifact.key, before.number, number)}
          >
            Compare with version {before.number}
          </Link>
        )}
        <a className={buttonLook({ size: 'sm', variant: 'ghost' })} href={archiveUrl} download>
          Download
        </a>
        <span className="versions__hash" title={`SHA-256 of its content: ${contentHash}`}>
          SHA-256 <code>{contentHash.slice(0, 12)}</code>
        </span>
      </div>
    </li>
  );
}
