import { notify } from '@chapterhouse/ui/toast';
import { useNavigate } from 'react-router';
import type { DraftPartsFragment } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { artifactAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { DISCARD_DRAFT } from './draft.operations';

export type DiscardDialogProps = { artifact: ShownArtifact; draft: DraftPartsFragment; onClose: () => void };

/** The draft goes; what is published stays. */
export function DiscardDialog({ artifact: { id, key: artifactKey }, draft, onClose }: DiscardDialogProps) {
  const navigate = useNavigate();
  const { act, pending, refusal, key } = useShownAct(DISCARD_DRAFT);
  const discard = async () => {
    if ((await act({ artifactId: id, revision: draft.revision, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: 'The draft is discarded.' });
    await navigate(artifactAddress(artifactKey));
  };
  const count = draft.changedPages.length;
  return (
    <FormDialog
      title="Discard this draft?"
      description={`What everybody wrote in it is thrown away: ${count === 1 ? 'one changed page' : `${count} changed pages`}. Published versions stay.`}
      submit="Discard it"
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
