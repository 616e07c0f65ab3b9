import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Kbd } from '@chapterhouse/ui/kbd';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { ImpedimentCommentFieldsFragment, ImpedimentFactsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { PICTURES } from '../../../platform/files/upload-image';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { EDIT_COMMENT } from './comments.operations';
import { TheirWords } from '../../../platform/forms/their-words';
import { commentNow, useCommentAct } from './use-comment-act';

export type CommentEditFormProps = {
  impediment: ImpedimentFactsFragment;
  comment: ImpedimentCommentFieldsFragment;
  /** Who is named most likely. */
  near: readonly { id: string; name: string }[];
  gone: boolean;
  onLeave: () => void;
  /** Opens it again, with the words that were put back. */
  onReturn: () => void;
  onMoveWords: (words: string) => void;
};

/** One's own comment, said better. Nothing that was typed is lost to another tab, a removal or a session that ends. */
export function CommentEditForm(props: CommentEditFormProps) {
  const { impediment, comment, near, gone, onLeave, onReturn, onMoveWords } = props;
  const { id, body, version } = comment;
  const [text, setText, clearDraft, draft] = useDraft(`comment-edit:${id}`, body);
  const { act, pending } = useCommentAct(impediment);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  // What the server said that it is now, before it was loaded anew.
  const [now, setNow] = useState<{ version: number; body: string } | null>(null);
  const [uploading, setUploading] = useState(false);
  const seen = now && now.version > version ? now : { version, body };
  const changed = seen.body !== draft.from;
  const removed = gone || refusal?.code === 'NOT_FOUND';

  const cancel = () => {
    const putBack = draft.discard();
    onLeave();
    if (text === body) return;
    const again = () => {
      putBack();
      onReturn();
    };
    notify({ title: 'Your words are thrown away.', action: { label: 'Put them back', onSelect: again } });
  };
  const save = async () => {
    if (uploading || text.trim() === '') return;
    if (text === seen.body) {
      clearDraft();
      return onLeave();
    }
    setRefusal(null);
    const variables = { id, version: seen.version, body: text, idempotencyKey: newIdempotencyKey() };
    let left = false;
    const onWait = () => {
      left = true;
      clearDraft();
      onLeave();
    };
    // Nobody looks at this form any more when one that waited is refused: it says so below the comment.
    const waits = { drafts: [draft.key], onWait, claims: () => false };
    const outcome = await act(EDIT_COMMENT, variables, { waits });
    if (outcome === 'busy' || left) return;
    if (outcome.done) {
      clearDraft();
      return onLeave();
    }
    setRefusal(outcome.refusal);
    const current = commentNow(outcome.refusal);
    if (current) setNow(current);
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <MarkdownField
        label="Your comment"
        labelHidden
        takesFocus={draft.restoredAt === null}
        rows={2}
        value={text}
        error={refusal?.fields['body']}
        onChange={setText}
        near={near}
        pictures={PICTURES}
        onUploading={setUploading}
        onKeyDown={(event) => event.key === 'Escape' && cancel()}
      />
      <DraftNote draft={draft} />
      {removed && (
        <ErrorNote
          title="This comment was removed meanwhile."
          next="Your words are kept: say them in a new comment, or cancel to let them go."
          action={
            <Button
              size="sm"
              onClick={() => {
                draft.discard();
                onMoveWords(text);
              }}
            >
              Into a new comment
            </Button>
          }
        />
      )}
      {!removed && changed && <TheirWords words={seen.body} onTake={cancel} />}
      {!removed && !changed && <RefusalNote refusal={refusal} fieldsShown={['body']} />}
      <div className="comment-form__actions">
        {!removed && (
          <Button type="submit" size="sm" variant="primary" pending={pending || uploading}>
            Save <Kbd>Ctrl ↵</Kbd>
          </Button>
        )}
        <Button size="sm" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
