import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useEffect } from 'react';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { SaveState } from '../editor/save-state';
import { ChecklistConflict } from './checklist-conflict';
import { DRAFT_CHECKLIST } from './checklists.operations';
import { linesOfSteps, type Step, stepsOfLines } from './step-lines';
import { StepList } from './step-list';
import { StepRows } from './step-rows';
import { useChecklistWriter } from './use-checklist-writer';
import './checklist-editor.css';

/** The draft of a checklist: its steps, in order and depth. */
export function ChecklistEditor({ artifact }: { artifact: ShownArtifact }) {
  const { key, id } = artifact;
  const { data, error, loading, refetch } = useQuery(DRAFT_CHECKLIST, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
  });
  useArtifactChanges(id, refetch);
  const draft = data?.artifact.draft;
  if (draft) {
    return can(artifact, 'draft:write') ? (
      <WrittenChecklist key={id} artifact={artifact} draft={draft} />
    ) : (
      <StepList steps={draft.checklist} />
    );
  }
  if (loading) return <Skeleton shape="card" lines={10} label="Loading the checklist" />;
  return (
    <ErrorNote
      title={error ? shownRefusal(error).title : 'There is no draft any more.'}
      next={error ? shownRefusal(error).next : 'Somebody discarded or published it.'}
      action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
    />
  );
}

type WrittenProps = {
  artifact: ShownArtifact;
  draft: { id: string; revision: number; checklist: readonly Step[] };
};

function WrittenChecklist({ artifact, draft }: WrittenProps) {
  const { writing, writer } = useChecklistWriter(artifact, draft);
  const { text, status, conflict, cameIn } = writing;
  useEffect(() => {
    if (cameIn > 0) announce('What somebody else changed is in the list.');
  }, [cameIn]);
  useEffect(() => {
    if (status === 'conflict') announce('Somebody else changed the same step. Choose what stays.', { urgent: true });
  }, [status]);
  if (conflict) {
    return <ChecklistConflict base={conflict.base} mine={text} theirs={conflict.body} onChosen={writer.resolve} />;
  }
  return (
    <section className="checklist-editor" aria-label={`Write ${artifact.title}`}>
      <div className="checklist-editor__bar">
        <span className="checklist-editor__keys">
          Enter adds a step; Alt with an arrow moves it up, down, or deeper. A list can be pasted.
        </span>
        <SaveState writing={writing} onSave={() => void writer.save()} />
      </div>
      <StepRows steps={stepsOfLines(text)} onChange={(steps) => writer.type(linesOfSteps(steps))} />
    </section>
  );
}
