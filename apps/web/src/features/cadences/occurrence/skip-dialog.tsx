import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import type { OccurrenceDialogProps } from './move-dialog';
import { SKIP_OCCURRENCE } from './occurrence.operations';
import { useRestore } from './use-restore';

export type SkipDialogProps = OccurrenceDialogProps & { onSkipped: () => void };

/** Milliseconds by which the screen of the date has been left. */
const LEFT_BY = 300;

/** As if the series had no such date. */
export function SkipDialog({ occurrence, onClose, onSkipped }: SkipDialogProps) {
  const { id, name, cadence } = occurrence;
  const client = useApolloClient();
  // What is shown is not asked for again: there is no such date any more.
  const { act, pending, refusal } = useAct(SKIP_OCCURRENCE);
  const { key } = useIdempotencyKey();
  const restore = useRestore();
  const skip = async () => {
    const version = conflictOf(refusal)?.version ?? occurrence.version;
    if ((await act({ id, version, idempotencyKey: key() })) === null) return;
    onClose();
    onSkipped();
    setTimeout(() => void client.refetchQueries({ include: 'active' }), LEFT_BY);
    notify({
      title: `${name} skips this date.`,
      subject: id,
      // Skipping is one change of the date's own.
      action: { label: 'Undo', onSelect: () => void restore({ id, version: version + 1 }) },
    });
  };
  return (
    <FormDialog
      title={`Skip this date of ${name}?`}
      description={
        cadence.facilitation === 'ROTA'
          ? 'It is taken out of calendars without a trace. Whose turn it was facilitates the next one.'
          : 'It is taken out of calendars without a trace. To tell people why, cancel it instead.'
      }
      submit="Skip"
      pending={pending}
      refusal={refusal}
      onSubmit={skip}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
