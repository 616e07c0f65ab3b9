import type { RunPartsFragment } from '../../../generated/graphql';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { END_RUN } from './checklists.operations';

export type EndRunDialogProps = { run: RunPartsFragment; onClose: () => void; onEnded: () => void };

/** An ended run stays as it is: whoever ends one sees what is left undone. */
export function EndRunDialog({ run, onClose, onEnded }: EndRunDialogProps) {
  const { act, pending, refusal } = useAct(END_RUN);
  const { key, renew } = useIdempotencyKey();
  const left = run.steps.filter(({ done }) => !done);
  const end = async () => {
    const rowVersion = conflictOf(refusal)?.version ?? run.rowVersion;
    const done = await act({ id: run.id, rowVersion, idempotencyKey: key() });
    renew();
    if (done) onEnded();
  };
  return (
    <FormDialog
      title="End the run?"
      description={
        left.length === 0
          ? 'Every step is done. The run stays to be read, and is ticked no more.'
          : `${left.length === 1 ? 'One step is' : `${left.length} steps are`} not done and will stay so: the run is ticked no more.`
      }
      submit="End the run"
      pending={pending}
      refusal={refusal}
      onSubmit={end}
      onClose={onClose}
    >
      {left.length > 0 && (
        <ul>
          {left.slice(0, 8).map(({ step }) => (
            <li key={step.id}>{step.text}</li>
          ))}
          {left.length > 8 && <li>and {left.length - 8} more</li>}
        </ul>
      )}
    </FormDialog>
  );
}
