import { RUN_TITLE_LIMIT } from '@chapterhouse/domain/communities/checklist-run';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { useViewer } from '../../../platform/session/session-provider';
import { START_RUN } from './checklists.operations';

export type StartRunDialogProps = {
  artifact: { id: string; title: string };
  /** What it says until somebody words it. */
  title?: string;
  onClose: () => void;
};

/** A run is of a team, or of one person alone. */
export function StartRunDialog({ artifact, title: begun = '', onClose }: StartRunDialogProps) {
  const { teams } = useViewer();
  const navigate = useNavigate();
  const [title, setTitle] = useState(begun);
  const [teamId, setTeamId] = useState(teams[0]?.id ?? '');
  const { act, pending, refusal } = useAct(START_RUN);
  const { key } = useIdempotencyKey();
  const start = async () => {
    const data = await act({
      artifactId: artifact.id,
      title: title.trim(),
      teamId: teamId === '' ? null : teamId,
      idempotencyKey: key(),
    });
    if (data) await navigate(`/checklist-runs/${data.startChecklistRun.id}`);
  };
  return (
    <FormDialog
      title={`Start a run of “${artifact.title}”`}
      description="Steps are ticked in the run; the checklist itself stays as it is published."
      submit="Start"
      pending={pending}
      refusal={refusal}
      fieldsShown={['title']}
      onSubmit={start}
      onClose={onClose}
    >
      <TextField
        label="What this run is for"
        placeholder="Release 12"
        maxLength={RUN_TITLE_LIMIT}
        value={title}
        error={refusal?.fields['title']}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Select
        label="For"
        value={teamId}
        options={[...teams.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: 'Myself alone' }]}
        onChange={(event) => setTeamId(event.target.value)}
      />
    </FormDialog>
  );
}
