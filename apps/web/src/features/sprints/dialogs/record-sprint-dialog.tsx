import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { SprintFactsFragment, ThroughputFactsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { RECORD_SPRINT } from '../sprints.operations';
import { proposedForm, recordInput } from './sprint-form';
import { SPRINT_FIELDS, SprintFields } from './sprint-fields';
import { useSprintAct } from './use-sprint-act';

export type RecordSprintDialogProps = {
  team: { id: string; name: string };
  last: SprintFactsFragment | null;
  throughput: ThroughputFactsFragment;
  onClose: () => void;
};

/** A sprint by hand. It begins with what would follow the last one, so that most often only the numbers are left. */
export function RecordSprintDialog({ team, last, throughput, onClose }: RecordSprintDialogProps) {
  const today = useToday();
  const [form, setForm] = useState(() => proposedForm(last, throughput, today));
  const { act, pending, refusal, key } = useSprintAct(RECORD_SPRINT);
  const record = async () => {
    const done = await act({ teamId: team.id, input: recordInput(form), idempotencyKey: key() });
    if (done === null) return;
    notify({ title: `${done.recordSprint.name} of ${team.name} is recorded.` });
    onClose();
  };
  return (
    <FormDialog
      title={`New sprint of ${team.name}`}
      description={last ? `It follows ${last.name}; change what is different.` : undefined}
      size="md"
      submit="Record sprint"
      pending={pending}
      refusal={refusal}
      fieldsShown={SPRINT_FIELDS}
      onSubmit={record}
      onClose={onClose}
    >
      <SprintFields form={form} onChange={(part) => setForm({ ...form, ...part })} refusal={refusal} />
    </FormDialog>
  );
}
