import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { PICTURES } from '../../../platform/files/upload-image';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

export type ReplyFormProps = {
  label: string;
  /** Where words that are not sent yet are kept. */
  place: string;
  /** Who is named most likely. */
  near: readonly { id: string; name: string }[];
  pending: boolean;
  refusal: ShownRefusal | null;
  /** Said to screen readers. */
  done: string;
  /** @returns whether it was taken */
  onSend: (text: string) => Promise<boolean>;
};

/** A word to what others said; what is not sent yet stays. */
export function ReplyForm({ label, place, near, pending, refusal, done, onSend }: ReplyFormProps) {
  const [body, setBody, clearDraft, draft] = useDraft(place);
  const [uploading, setUploading] = useState(false);
  const send = async () => {
    if (body.trim() === '' || uploading || pending) return;
    if (!(await onSend(body))) return;
    clearDraft();
    announce(done);
  };
  return (
    <form
      className="reply-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <MarkdownField
        label={label}
        labelHidden
        placeholder={`${label}. Markdown works.`}
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
        <div>
          <Button type="submit" size="sm" variant="primary" pending={pending || uploading}>
            {label} <Kbd>Ctrl ↵</Kbd>
          </Button>
        </div>
      )}
    </form>
  );
}
