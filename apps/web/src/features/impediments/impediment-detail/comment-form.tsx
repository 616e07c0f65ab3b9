import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { PICTURES } from '../../../platform/files/upload-image';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useImpedimentAct } from '../use-impediment-act';
import { COMMENT_ON_IMPEDIMENT } from './comments.operations';

export type CommentFormHandle = {
  /** Puts words behind those that are there, and goes on writing below them. */
  add: (words: string) => void;
  /** A comment that was on its way comes back. */
  putBack: (words: string) => void;
  focus: () => void;
};

export type CommentFormProps = {
  impediment: ImpedimentFactsFragment;
  /** Who is named most likely. */
  near: readonly { id: string; name: string }[];
  /** The cursor of the last comment that is shown. */
  after: string | null;
  ref: Ref<CommentFormHandle>;
};

/** A comment; what is not sent yet stays, whatever happens to the panel. */
export function CommentForm({ impediment, near, after, ref }: CommentFormProps) {
  const [body, setBody, clearDraft, draft] = useDraft(`comment:${impediment.key}`);
  const act = useImpedimentAct();
  const { key, renew } = useIdempotencyKey();
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [pending, setPending] = useState(false);
  const [uploading, setUploading] = useState(false);
  const underWay = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const append = (words: string) => {
    setBody(`${body.trim() === '' ? '' : `${body.trimEnd()}\n\n`}${words}`);
    requestAnimationFrame(() => {
      const area = field.current;
      area?.focus();
      area?.setSelectionRange(area.value.length, area.value.length);
      area?.scrollIntoView({ block: 'nearest' });
    });
  };
  useImperativeHandle(ref, () => ({
    add: (words) => append(`${words}\n\n`),
    putBack: append,
    focus: () => field.current?.focus(),
  }));

  const send = async () => {
    if (body.trim() === '' || underWay.current || uploading) return;
    underWay.current = true;
    setPending(true);
    setRefusal(null);
    const variables = { id: impediment.id, body, after, idempotencyKey: key() };
    let waits = false;
    const free = () => {
      underWay.current = false;
      setPending(false);
    };
    const letGo = () => {
      renew();
      // What was typed meanwhile is the next comment.
      const typed = field.current?.value ?? body;
      if (typed !== body && typed.startsWith(body)) setBody(typed.slice(body.length).trimStart());
      else clearDraft();
    };
    const onWait = () => {
      waits = true;
      free();
      letGo();
    };
    // One that waits stands among the comments, and says there how it ends.
    const outcome = await act(impediment, COMMENT_ON_IMPEDIMENT, variables, undefined, { onWait, claims: () => false });
    if (waits) return;
    free();
    if (outcome.done) {
      announce('Your comment is there.');
      return letGo();
    }
    setRefusal(outcome.refusal);
    if (outcome.refusal.code !== 'NETWORK') renew();
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <MarkdownField
        ref={field}
        label="Comment"
        labelHidden
        placeholder="Write a comment. Markdown works."
        rows={2}
        value={body}
        error={refusal?.fields['body']}
        onChange={setBody}
        near={near}
        pictures={PICTURES}
        onUploading={setUploading}
      />
      <DraftNote draft={draft} />
      <RefusalNote refusal={refusal} fieldsShown={['body']} />
      {body !== '' && (
        <div className="comment-form__actions">
          <Button type="submit" size="sm" variant="primary" pending={pending || uploading}>
            Comment <Kbd>Ctrl ↵</Kbd>
          </Button>
        </div>
      )}
    </form>
  );
}
