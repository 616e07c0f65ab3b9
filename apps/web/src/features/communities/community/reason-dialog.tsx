import { TextArea } from '@chapterhouse/ui/text-area';
import { useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

export type ReasonDialogProps = {
  title: string;
  description: string;
  label: string;
  hint?: string;
  /** When nothing is written. */
  missing: string;
  submit: string;
  tone?: 'primary' | 'danger';
  /** Where words that were begun are kept. */
  place: string;
  /** As the api calls it. */
  field?: string;
  pending: boolean;
  refusal: ShownRefusal | null;
  /** @returns whether it was done */
  onReason: (reason: string) => Promise<boolean>;
  onClose: () => void;
};

/** A step that wants a few words with it: why, or what it showed. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, description, label, hint, missing, submit, tone = 'danger', place, field = 'reason' } = props;
  const { pending, refusal, onReason, onClose } = props;
  const [reason, setReason, clearDraft, draft] = useDraft(place);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (reason.trim() === '' || !(await onReason(reason.trim()))) return;
    clearDraft();
    onClose();
  };
  return (
    <FormDialog
      title={title}
      description={description}
      submit={submit}
      tone={tone}
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={[field]}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea
        label={label}
        hint={hint}
        rows={4}
        value={reason}
        error={(tried && reason.trim() === '' ? missing : undefined) ?? refusal?.fields[field]}
        onChange={({ target: { value } }) => setReason(value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}
