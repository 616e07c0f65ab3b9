import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { EDIT_ARTIFACT } from './artifact.operations';
import type { ShownArtifact } from './shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';

export type EditArtifactDialogProps = { artifact: ShownArtifact; onClose: () => void };

/** What stands around the text: title, what it is for, when it is looked at again, how many must agree. */
export function EditArtifactDialog({ artifact, onClose }: EditArtifactDialogProps) {
  const [title, setTitle] = useState(artifact.title);
  const [summary, setSummary] = useState(artifact.summary);
  const [approvals, setApprovals] = useState(String(artifact.approvalsNeeded));
  const [reviewDueOn, setReviewDueOn] = useState(artifact.reviewDueOn ?? '');
  const { act, pending, refusal, key } = useShownAct(EDIT_ARTIFACT);
  const save = async () => {
    const version = conflictOf(refusal)?.version ?? artifact.version;
    const changes = {
      title: title.trim(),
      summary: summary.trim(),
      approvalsNeeded: Number(approvals),
      reviewDueOn: reviewDueOn === '' ? null : reviewDueOn,
    };
    if ((await act({ id: artifact.id, version, changes, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: 'Saved.' });
  };
  return (
    <FormDialog
      title={`${artifact.key}: title, review date, approvals`}
      submit="Save"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['title', 'summary', 'approvalsNeeded', 'reviewDueOn']}
      current={(conflict) => [
        { label: 'Title', value: textOf(conflict, 'title') },
        { label: 'What it is for', value: textOf(conflict, 'summary') },
      ]}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Title"
        value={title}
        error={refusal?.fields['title']}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label="What it is for"
        optional
        rows={2}
        value={summary}
        error={refusal?.fields['summary']}
        onChange={(event) => setSummary(event.target.value)}
      />
      <div className="form-dialog__pair">
        <TextField
          label="Approvals needed"
          type="number"
          min={0}
          max={9}
          value={approvals}
          error={refusal?.fields['approvalsNeeded']}
          hint="Of people who did not write it."
          onChange={(event) => setApprovals(event.target.value)}
        />
        <TextField
          label="Look at it again on"
          type="date"
          optional
          value={reviewDueOn}
          error={refusal?.fields['reviewDueOn']}
          onChange={(event) => setReviewDueOn(event.target.value)}
        />
      </div>
    </FormDialog>
  );
}
