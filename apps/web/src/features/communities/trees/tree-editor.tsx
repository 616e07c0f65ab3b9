import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { announce } from '@chapterhouse/ui/live-region';
import { useEffect } from 'react';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { ConflictView } from '../editor/conflict-view';
import { SaveState } from '../editor/save-state';
import { DRAFT_TREE } from './trees.operations';
import { TreeSides } from './tree-sides';
import { useTreeWriter } from './use-tree-writer';

/** The draft of a decision tree, as a tree and as text: the same thing, changed in either. */
export function TreeEditor({ artifact }: { artifact: ShownArtifact }) {
  const { key, id } = artifact;
  const { data, error, loading, refetch } = useQuery(DRAFT_TREE, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
  });
  useArtifactChanges(id, refetch);
  const draft = data?.artifact.draft;
  if (draft) {
    return (
      <WrittenTree
        key={id}
        artifact={artifact}
        draft={{ id: draft.id, revision: draft.revision, mermaid: draft.tree?.mermaid ?? '' }}
        readOnly={!can(artifact, 'draft:write')}
      />
    );
  }
  if (loading) return <Skeleton shape="card" lines={10} label="Loading the tree" />;
  return (
    <ErrorNote
      title={error ? shownRefusal(error).title : 'There is no draft any more.'}
      next={error ? shownRefusal(error).next : 'Somebody discarded or published it.'}
      action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
    />
  );
}

type WrittenTreeProps = {
  artifact: ShownArtifact;
  draft: { id: string; revision: number; mermaid: string };
  readOnly: boolean;
};

function WrittenTree({ artifact, draft, readOnly }: WrittenTreeProps) {
  const { writing, writer } = useTreeWriter(artifact, draft);
  const { text, status, conflict, cameIn } = writing;
  useEffect(() => {
    if (cameIn > 0) announce('What somebody else changed is in the tree.');
  }, [cameIn]);
  useEffect(() => {
    if (status === 'conflict') announce('Somebody else wrote in the same place. Choose what stays.', { urgent: true });
  }, [status]);
  if (conflict) {
    return <ConflictView base={conflict.base} mine={text} theirs={conflict.body} onChosen={writer.resolve} />;
  }
  return (
    <TreeSides
      title={artifact.title}
      text={text}
      now={() => writer.now().text}
      readOnly={readOnly}
      onChange={writer.type}
      onSave={() => void writer.save()}
      state={!readOnly && <SaveState writing={writing} onSave={() => void writer.save()} />}
    />
  );
}
