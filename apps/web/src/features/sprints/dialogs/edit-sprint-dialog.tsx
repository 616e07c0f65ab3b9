import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { SprintFactsFragment } from '../../../generated/graphql';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { EDIT_SPRINT } from '../sprints.operations';
import { conflictLines } from './conflict-lines';
import { editInput, formOf } from './sprint-form';
import { SPRINT_FIELDS, SprintFields } from './sprint-fields';
import { useSprintAct } from './use-sprint-act';

export type EditSprintDialogProps = { sprint: SprintFactsFragment; onClose: () => void };

/** Everything of a sprint may be put right, also when it is over. */
export function EditSprintDialog({ sprint, onClose }: EditSprintDialogProps) {
  const [before] = useState(() => formOf(sprint));
  const [form, setForm] = useState(before);
  const { act, pending, refusal, key } = useSprintAct(EDIT_SPRINT);
  const save = async () => {
    const version = conflictOf(refusal)?.version ?? sprint.version;
    const input = editInput(form, before);
    const isSame = Object.keys(input).length === 0;
    if (!isSame && (await act({ id: sprint.id, version, input, idempotencyKey: `${key()}-${version}` })) === null)
      return;
    if (!isSame) notify({ title: `${form.name} is saved.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Edit ${sprint.name}`}
      description={
        sprint.imported
          ? 'It comes from an import. What you change here stays: the next import leaves it alone, and says so.'
          : undefined
      }
      size="md"
      submit="Save"
      pending={pending}
      refusal={refusal}
      fieldsShown={SPRINT_FIELDS}
      current={conflictLines(sprint)}
      onSubmit={save}
      onClose={onClose}
    >
      <SprintFields form={form} onChange={(part) => setForm({ ...form, ...part })} refusal={refusal} sprint={sprint} />
    </FormDialog>
  );
}
