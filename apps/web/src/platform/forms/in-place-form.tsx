import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { TextField } from '@chapterhouse/ui/text-field';
import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import { DraftNote } from '../drafts/draft-note';
import type { KeptDraft } from '../drafts/use-draft';
import { PICTURES } from '../files/upload-image';
import { MarkdownField } from '../markdown/markdown-field';
import { RefusalNote } from '../refusals/refusal-note';
import type { ShownRefusal } from '../refusals/shown-refusal';
import { TheirWords } from './their-words';
import './in-place.css';

export type InPlaceFormProps = {
  field: string;
  label: string;
  kind: 'line' | 'area' | 'date';
  hint: string | undefined;
  text: string;
  onText: (text: string) => void;
  draft: KeptDraft;
  /** What it says now, where that is not what the words began from. */
  changed: string | null;
  refusal: ShownRefusal | null;
  pending: boolean;
  onSave: () => void;
  onCancel: () => void;
};

/** One field with its own save; Escape lets go, with a way back. */
export function InPlaceForm(props: InPlaceFormProps) {
  const { field, label, kind, hint, text, onText, draft, changed, refusal, pending, onSave, onCancel } = props;
  const [uploading, setUploading] = useState(false);
  const save = () => {
    if (!uploading) onSave();
  };
  // Words that came back are not jumped to: somebody may have come to read.
  const [asked] = useState(draft.restoredAt === null);
  const control = {
    label,
    labelHidden: true,
    error: refusal?.fields[field],
    value: text,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') onCancel();
    },
    ...(hint !== undefined && { hint }),
  };
  return (
    <form
      className="in-place__form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {kind === 'area' ? (
        <MarkdownField
          {...control}
          takesFocus={asked}
          rows={6}
          onChange={onText}
          pictures={PICTURES}
          onUploading={setUploading}
        />
      ) : (
        <TextField
          {...control}
          type={kind === 'date' ? 'date' : 'text'}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by pressing the edit button
          autoFocus={asked}
          onChange={(event) => onText(event.target.value)}
          // Go on where the words end; a date has no such place.
          onFocus={({ target }: FocusEvent<HTMLInputElement>) => {
            if (kind !== 'date') target.setSelectionRange(target.value.length, target.value.length);
          }}
        />
      )}
      <DraftNote draft={draft} />
      {changed === null ? (
        <RefusalNote refusal={refusal} fieldsShown={[field]} />
      ) : (
        <TheirWords
          words={changed}
          onTake={onCancel}
          onAdd={kind === 'area' ? () => onText(`${text.trimEnd()}\n\n${changed}`) : undefined}
        />
      )}
      <div className="in-place__actions">
        <Button type="submit" size="sm" variant="primary" pending={pending || uploading}>
          Save {kind === 'area' && <Kbd>Ctrl ↵</Kbd>}
        </Button>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
