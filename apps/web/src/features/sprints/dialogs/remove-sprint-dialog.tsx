import { notify } from '@chapterhouse/ui/toast';
import type { SprintFactsFragment } from '../../../generated/graphql';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { REMOVE_SPRINT } from '../sprints.operations';
import { conflictLines } from './conflict-lines';
import { useSprintAct } from './use-sprint-act';

export type RemoveSprintDialogProps = { sprint: SprintFactsFragment; onClose: () => void };

/** Says what will happen before it does. */
export function RemoveSprintDialog({ sprint, onClose }: RemoveSprintDialogProps) {
  const { act, pending, refusal, key } = useSprintAct(REMOVE_SPRINT);
  const remove = async () => {
    const version = conflictOf(refusal)?.version ?? sprint.version;
    if ((await act({ id: sprint.id, version, idempotencyKey: `${key()}-${version}` })) === null) return;
    notify({ title: `${sprint.name} is removed.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Remove ${sprint.name}?`}
      submit="Remove"
      tone="danger"
      pending={pending}
      refusal={refusal}
      current={conflictLines(sprint)}
      onSubmit={remove}
      onClose={onClose}
    >
      <ul className="form-dialog__points">
        <li>Its numbers count no longer: for throughput and velocity it is as if it had not been.</li>
        {sprint.imported && <li>An import that brings it again leaves it removed, and says so.</li>}
        <li>This is not taken back; it can be recorded anew.</li>
      </ul>
    </FormDialog>
  );
}
