import { notify } from '@chapterhouse/ui/toast';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useMeetingAct } from '../use-meeting-act';
import type { OccurrenceDialogProps } from './move-dialog';
import { SKIP_OCCURRENCE } from './occurrence.operations';
import { useRestore } from './use-restore';

export type SkipDialogProps = OccurrenceDialogProps & { onSkipped: () => void };

/** As if the series had no such date. */
export function SkipDialog({ occurrence, onClose, onSkipped }: SkipDialogProps) {
  const { id, name, cadence } = occurrence;
  const { act, pending, refusal, key } = useMeetingAct(SKIP_OCCURRENCE);
  const restore = useRestore();
  const skip = async () => {
    const version = conflictOf(refusal)?.version ?? occurrence.version;
    if ((await act({ id, version, idempotencyKey: key() })) === null) return;
    onClose();
    onSkipped();
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
