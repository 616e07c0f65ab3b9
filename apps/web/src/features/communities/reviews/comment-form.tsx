import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { PICTURES } from '../../../platform/files/upload-image';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

export type CommentFormProps = {
  /** Where the words are kept until they are sent. */
  place: string;
  /** What is edited; a new one when left out. */
  begun?: string;
  label: string;
  submit: string;
  pending: boolean;
  refusal: ShownRefusal | null;
  /** False when it was refused. */
  onSend: (words: string) => Promise<boolean>;
  onClose: () => void;
};

/** A few words in place. */
export function CommentForm({ place, begun = '', label, submit, pending, refusal, onSend, onClose }: CommentFormProps) {
  const [text, setText, clear, draft] = useDraft(place, begun);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (text.trim() === '' || !(await onSend(text.trim()))) return;
    clear();
    onClose();
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
        label={label}
        value={text}
        rows={2}
        takesFocus
        pictures={PICTURES}
        error={(tried && text.trim() === '' ? 'Say it in a few words.' : undefined) ?? refusal?.fields['body']}
        onChange={setText}
      />
      <DraftNote draft={draft} />
      <RefusalNote refusal={refusal} fieldsShown={['body']} />
      <div className="comment-form__ways">
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          {submit}
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
