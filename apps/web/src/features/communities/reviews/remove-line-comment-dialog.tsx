import { notify } from '@chapterhouse/ui/toast';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { REMOVE_REVIEW_COMMENT } from './review.operations';

export type RemoveLineCommentDialogProps = {
  comment: { id: string; version: number; body: string };
  onClose: () => void;
};

/** There is no way back: it is asked first. */
export function RemoveLineCommentDialog({ comment: { id, version, body }, onClose }: RemoveLineCommentDialogProps) {
  const { act, pending, refusal, key } = useShownAct(REMOVE_REVIEW_COMMENT);
  const remove = async () => {
    if ((await act({ id, version, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: 'The comment is removed.' });
  };
  return (
    <FormDialog
      title="Remove your comment?"
      description="Nobody can read it any more, and it cannot be put back."
      submit="Remove"
      tone="danger"
      size="sm"
      pending={pending}
      refusal={refusal}
      onSubmit={remove}
      onClose={onClose}
    >
      <MarkdownText text={body} />
    </FormDialog>
  );
}
