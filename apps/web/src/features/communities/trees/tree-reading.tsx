import { useQuery } from '@apollo/client/react';
import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { MessageSquarePlus } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { momentWords } from '../../../platform/dates/day-words';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { proposeAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { TreeList } from './tree-list';
import { VERSION_TREE } from './trees.operations';
import { WalkTree } from './walk-tree';
import './tree-reading.css';

const TreePicture = lazy(async () => ({ default: (await import('./tree-picture')).TreePicture }));
const TreeCounts = lazy(async () => ({ default: (await import('./tree-counts')).TreeCounts }));

type Shown = 'walk' | 'picture' | 'list' | 'counts';
const isShown = (value: string | null): value is Shown => ['walk', 'picture', 'list', 'counts'].includes(value ?? '');

/** What is published of a tree: to walk, to look at as a whole, and for its authors how it is walked. `?show=picture` */
export function TreeReading({
  artifact,
  oldVersionId,
}: {
  artifact: ShownArtifact;
  oldVersionId?: string | undefined;
}) {
  const { timeZone } = useViewer().organization;
  const [params, setParams] = useSearchParams();
  const versionId = oldVersionId ?? artifact.current?.id ?? '';
  const isOld = oldVersionId !== undefined;
  const { data, error, loading, refetch } = useQuery(VERSION_TREE, {
    variables: { id: versionId },
    skip: versionId === '',
  });
  const version = data?.node?.__typename === 'ArtifactVersion' ? data.node : null;
  const mermaid = version?.tree?.mermaid;
  const tree = useMemo(() => (mermaid === undefined ? null : readDecisionTree(mermaid).tree), [mermaid]);
  const counts = can(artifact, 'walk:count') && !isOld;
  const asked = params.get('show');
  // Only the current version is walked.
  const usual = isOld ? 'picture' : 'walk';
  const offered = isShown(asked) && (asked !== 'counts' || counts) && (asked !== 'walk' || !isOld);
  const show: Shown = offered ? asked : usual;

  if (!version && loading) return <Skeleton shape="card" lines={8} label="Loading the tree" />;
  if (!version || !tree) {
    const refusal = error ? shownRefusal(error) : null;
    return (
      <ErrorNote
        title={refusal?.title ?? 'This version is not here.'}
        next={refusal?.next}
        action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
      />
    );
  }
  const choose = (next: Shown) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (next === usual) after.delete('show');
        else after.set('show', next);
        return after;
      },
      { replace: true },
    );
  return (
    <div className="tree-reading">
      <Segments
        label="What is shown"
        value={show}
        onChange={choose}
        options={[
          ...(isOld ? [] : [{ value: 'walk' as const, label: 'Walk' }]),
          { value: 'picture', label: 'Picture' },
          { value: 'list', label: 'List' },
          ...(counts ? [{ value: 'counts' as const, label: 'How it is walked' }] : []),
        ]}
      />
      {show === 'walk' &&
        (can(artifact, 'walk:start') ? (
          <WalkTree key={version.id} artifact={artifact} versionId={version.id} tree={tree} />
        ) : (
          <TreeList tree={tree} />
        ))}
      {show === 'list' && <TreeList tree={tree} />}
      <Suspense fallback={<Skeleton shape="card" lines={8} label="Drawing" />}>
        {show === 'picture' && <TreePicture tree={tree} label={artifact.title} />}
        {show === 'counts' && <TreeCounts artifact={artifact} />}
      </Suspense>
      <footer className="tree-reading__foot">
        <span>
          Version {version.number}, published {momentWords(version.publishedAt, timeZone)}
        </span>
        {!isOld && can(artifact, 'proposal:make') && (
          <Link className={buttonLook({ size: 'sm', variant: 'ghost' })} to={proposeAddress(artifact.key, 'tree')}>
            <MessageSquarePlus aria-hidden /> Propose a change
          </Link>
        )}
      </footer>
    </div>
  );
}
