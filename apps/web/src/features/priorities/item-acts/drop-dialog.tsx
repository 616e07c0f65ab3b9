import { ITEM_REASON_LIMIT } from '@chapterhouse/domain/priorities/item-fields';
import { TextArea } from '@chapterhouse/ui/text-area';
import { useState } from 'react';
import type { ItemLineFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useDraft } from '../../../platform/drafts/use-draft';
import { DraftNote } from '../../../platform/drafts/draft-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useLineEdit } from './use-line-edit';

/** An item is dropped with a reason: whoever looks for it later reads why it was not done. */
export function DropDialog({ item, onClose }: { item: ItemLineFragment; onClose: () => void }) {
  const { key, title, openChildCount } = item;
  const { setState } = useLineEdit();
  const [reason, setReason, clear, draft] = useDraft(`drop:${key}`);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const submit = async () => {
    if (pending) return;
    if (reason.trim() === '') return setProblem('Say why it is dropped.');
    setProblem(undefined);
    setPending(true);
    const outcome = await setState(item, 'DROPPED', reason.trim());
    setPending(false);
    if (!outcome.done) return setRefusal(outcome.refusal);
    clear();
    onClose();
  };
  return (
    <FormDialog
      title={`Drop ${key}`}
      description={title}
      submit="Drop it"
      tone="danger"
      pending={pending}
      refusal={refusal}
      fieldsShown={['reason']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label="Why"
        hint={openChildCount > 0 ? `What is part of it stays as it is: ${openChildCount} open.` : undefined}
        maxLength={ITEM_REASON_LIMIT}
        value={reason}
        error={problem ?? refusal?.fields['reason']}
        onChange={(event) => setReason(event.target.value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}
