import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { ReadingBody } from '../reading/reading-body';
import { VERSION_PAGE } from '../reading/reading.operations';
import { UseTemplate } from './use-template';
import './template-reading.css';

/** What is published of a template, and the way to what it is for. */
export function TemplateReading({
  artifact,
  oldVersionId,
}: {
  artifact: ShownArtifact;
  oldVersionId?: string | undefined;
}) {
  const versionId = oldVersionId ?? artifact.current?.id ?? '';
  const path = artifact.current?.pages[0]?.path ?? 'index';
  const { data, error, loading, refetch } = useQuery(VERSION_PAGE, {
    variables: { id: versionId, path },
    skip: versionId === '',
  });
  const version = data?.node?.__typename === 'ArtifactVersion' ? data.node : null;
  if (!version && loading) return <Skeleton shape="card" lines={8} label="Loading the template" />;
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
  return (
    <div className="template-reading">
      {artifact.templateFor && oldVersionId === undefined && can(artifact, 'template:use') && (
        <UseTemplate artifact={artifact} use={artifact.templateFor} />
      )}
      <ReadingBody
        artifact={artifact}
        version={version}
        versionId={version.id}
        path={path}
        number={oldVersionId === undefined ? null : version.number}
        loading={false}
      />
    </div>
  );
}
