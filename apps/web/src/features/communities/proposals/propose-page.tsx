import { useQuery } from '@apollo/client/react';
import { checklistText } from '@chapterhouse/domain/communities/checklist-text';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useParams } from 'react-router';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { BESIDE } from '../artifacts/artifact-words';
import { type ShownArtifact, useShownArtifact } from '../artifacts/shown-artifact';
import { VERSION_CHECKLIST } from '../checklists/checklists.operations';
import { VERSION_PAGE } from '../reading/reading.operations';
import { VERSION_TREE } from '../trees/trees.operations';
import { ProposeBeside } from './propose-beside';
import { ProposeForm } from './propose-form';

/** `/artifacts/:key/propose/*`: a reader writes a page, the steps or the tree as they would have them. */
export function ProposePage() {
  const artifact = useShownArtifact();
  const { '*': asked = '' } = useParams();
  const place = BESIDE[artifact.kind];
  // Nothing said: what one reads first.
  const path = asked || (place ?? artifact.current?.pages[0]?.path ?? '');
  if (place === 'steps' && path === place) return <ProposeSteps artifact={artifact} />;
  if (place === 'tree' && path === place) return <ProposeTree artifact={artifact} />;
  return <ProposeText artifact={artifact} path={path} />;
}

function ProposeText({ artifact, path }: { artifact: ShownArtifact; path: string }) {
  const { current } = artifact;
  const { data, error, loading } = useQuery(VERSION_PAGE, {
    variables: { id: current?.id ?? '', path },
    skip: current === null,
  });
  const version = data?.node?.__typename === 'ArtifactVersion' ? data.node : null;
  if (version?.page && current) {
    return <ProposeForm key={version.page.id} artifact={artifact} page={version.page} number={current.number} />;
  }
  return <NotThere error={error} loading={loading} />;
}

function ProposeSteps({ artifact }: { artifact: ShownArtifact }) {
  const { current } = artifact;
  const { data, error, loading } = useQuery(VERSION_CHECKLIST, {
    variables: { id: current?.id ?? '' },
    skip: current === null,
  });
  const version = data?.node?.__typename === 'ArtifactVersion' ? data.node : null;
  if (!version) return <NotThere error={error} loading={loading} />;
  const { number, checklist } = version;
  return (
    <ProposeBeside
      key={number}
      artifact={artifact}
      place="steps"
      published={checklistText(checklist)}
      number={number}
    />
  );
}

function ProposeTree({ artifact }: { artifact: ShownArtifact }) {
  const { current } = artifact;
  const { data, error, loading } = useQuery(VERSION_TREE, {
    variables: { id: current?.id ?? '' },
    skip: current === null,
  });
  const version = data?.node?.__typename === 'ArtifactVersion' ? data.node : null;
  if (!version?.tree) return <NotThere error={error} loading={loading} />;
  const { number, tree } = version;
  return <ProposeBeside key={number} artifact={artifact} place="tree" published={tree.mermaid} number={number} />;
}

function NotThere({ error, loading }: { error: Error | undefined; loading: boolean }) {
  if (loading) return <Skeleton shape="card" lines={10} label="Loading what is published" />;
  return (
    <ErrorNote
      title={error ? shownRefusal(error).title : 'There is no such page in what is published.'}
      next={error ? shownRefusal(error).next : 'It may have been renamed, moved or removed. Look for it in the tree.'}
    />
  );
}
