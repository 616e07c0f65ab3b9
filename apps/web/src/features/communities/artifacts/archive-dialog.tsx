import { TextArea } from '@chapterhouse/ui/text-area';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { ARCHIVE_ARTIFACT } from './artifact.operations';
import type { ShownArtifact } from './shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';

export type ArchiveDialogProps = { artifact: ShownArtifact; onClose: () => void };

/** It is read no more, and kept. */
export function ArchiveDialog({ artifact: { id, version, title }, onClose }: ArchiveDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(ARCHIVE_ARTIFACT);
  const missing = reason.trim() === '' ? 'Say why: whoever finds it later will ask.' : undefined;
  const save = async () => {
    setTried(true);
    if (missing !== undefined) return;
    if ((await act({ id, version, reason: reason.trim(), idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: `${title} is in the archive.` });
  };
  return (
    <FormDialog
      title={`Archive ${title}?`}
      description="Its versions stay readable. It can be taken out of the archive again."
      submit="Archive"
      tone="danger"
      pending={pending}
      refusal={refusal}
      fieldsShown={['reason']}
      onSubmit={save}
      onClose={onClose}
    >
      <TextArea
        label="Why"
        rows={2}
        value={reason}
        error={(tried ? missing : undefined) ?? refusal?.fields['reason']}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
