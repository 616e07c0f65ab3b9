import { TextArea } from '@chapterhouse/ui/text-area';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import type { OccurrenceDialogProps } from './move-dialog';
import { CANCEL_OCCURRENCE } from './occurrence.operations';
import { useRestore } from './use-restore';

/** It does not take place, and everybody hears why. */
export function CancelDialog({ occurrence, onClose }: OccurrenceDialogProps) {
  const { id, name } = occurrence;
  const [reason, setReason, clear, draft] = useDraft(`occurrence-cancel:${id}`);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(CANCEL_OCCURRENCE);
  const restore = useRestore();
  const cancel = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const version = conflictOf(refusal)?.version ?? occurrence.version;
    const done = await act({ id, version, reason: reason.trim(), idempotencyKey: key() });
    if (done === null) return;
    clear();
    onClose();
    notify({
      title: `${name} is cancelled on this date.`,
      detail: 'Everybody invited is told.',
      subject: id,
      action: { label: 'Undo', onSelect: () => void restore(done.cancelOccurrence) },
    });
  };
  return (
    <FormDialog
      title={`Cancel ${name} on this date?`}
      description="It stays in calendars, marked as cancelled. Whose turn it was to facilitate has the next one."
      submit="Cancel this date"
      tone="danger"
      pending={pending}
      refusal={refusal}
      fieldsShown={['reason']}
      onSubmit={cancel}
      onClose={onClose}
    >
      <TextArea
        label="Why"
        rows={3}
        value={reason}
        error={
          (tried && reason.trim() === '' ? 'Say why, so that nobody has to ask.' : undefined) ??
          refusal?.fields['reason']
        }
        onChange={(event) => setReason(event.target.value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}
