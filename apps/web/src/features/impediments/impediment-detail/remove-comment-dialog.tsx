import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { ImpedimentCommentFieldsFragment, ImpedimentFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { REMOVE_COMMENT } from './comments.operations';
import { TheirWords } from '../../../platform/forms/their-words';
import { commentNow, useCommentAct } from './use-comment-act';

export type RemoveCommentDialogProps = {
  impediment: ImpedimentFactsFragment;
  comment: ImpedimentCommentFieldsFragment;
  /** "your comment" */
  whose: string;
  onClose: () => void;
  onRemoved: () => void;
};

/** There is no way back: it is asked first, and asked again when it was edited meanwhile. */
export function RemoveCommentDialog({ impediment, comment, whose, onClose, onRemoved }: RemoveCommentDialogProps) {
  const { act, pending } = useCommentAct(impediment);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const current = refusal && commentNow(refusal);
  const version = Math.max(comment.version, current?.version ?? 0);
  const remove = async () => {
    setRefusal(null);
    let left = false;
    const onWait = () => {
      left = true;
      onClose();
    };
    const outcome = await act(
      REMOVE_COMMENT,
      { id: comment.id, version, idempotencyKey: newIdempotencyKey() },
      {
        update: (cache) => void cache.evict({ id: cache.identify(comment) ?? comment.id }),
        waits: { onWait, claims: () => false },
      },
    );
    if (outcome === 'busy' || left) return;
    // Somebody was faster: it is gone as well.
    if (!outcome.done && outcome.refusal.code !== 'NOT_FOUND') return setRefusal(outcome.refusal);
    notify({ title: 'The comment is removed.' });
    onClose();
    onRemoved();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${whose}?`}
      description="Nobody can read it any more, here or in the activity, and it cannot be put back."
      size="sm"
    >
      {current && current.version > comment.version ? (
        <TheirWords words={current.body} onTake={onClose} />
      ) : (
        <RefusalNote refusal={refusal} />
      )}
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button variant="danger" pending={pending} onClick={() => void remove()}>
          Remove
        </Button>
      </DialogActions>
    </Dialog>
  );
}
