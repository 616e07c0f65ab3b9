import { notify } from '@chapterhouse/ui/toast';
import { useNavigate } from 'react-router';
import type { ScenarioRecordFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { RenameDialog } from './name-dialogs';
import { PublishDialog } from './publish-dialog';
import { DISCARD_SCENARIO } from './scenario-acts.operations';

/** Which question about a scenario is open. */
export type ScenarioDialog = 'publish' | 'rename' | 'discard';

export type ScenarioDialogProps = { scenario: ScenarioRecordFragment; onClose: () => void };

/** The questions that change a scenario as a whole: one at a time. */
export function ScenarioDialogs({ open, ...dialog }: ScenarioDialogProps & { open: ScenarioDialog | null }) {
  if (open === 'publish') return <PublishDialog {...dialog} />;
  if (open === 'rename') return <RenameDialog {...dialog} />;
  if (open === 'discard') return <DiscardDialog {...dialog} />;
  return null;
}

function DiscardDialog({ scenario: { id, version, name }, onClose }: ScenarioDialogProps) {
  const { act, sendingKey, pending, refusal } = useStepAct(DISCARD_SCENARIO);
  const navigate = useNavigate();
  const discard = async () => {
    if (!(await act({ id, version, idempotencyKey: sendingKey() }))) return;
    onClose();
    void navigate('/scenarios');
    notify({ title: `“${name}” is discarded.` });
  };
  return (
    <FormDialog
      title={`Discard “${name}”?`}
      description="Nobody changes or publishes it then; it stays in your list."
      submit="Discard"
      tone="danger"
      pending={pending}
      refusal={refusal}
      onSubmit={discard}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
