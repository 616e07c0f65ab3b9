import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Kbd } from '@chapterhouse/ui/kbd';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { Pencil } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { EditImpedimentInput, ImpedimentFactsFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { useDraft } from '../../../platform/drafts/use-draft';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useFieldEdit } from './use-field-edit';
import './in-place.css';

export type InPlaceProps = {
  impediment: ImpedimentFactsFragment;
  /** The name of the field in the input; its refusals are shown at it. */
  field: 'title' | 'description' | 'nextStep' | 'dueOn' | 'blockedItemKeys';
  label: string;
  kind?: 'line' | 'area' | 'date';
  hint?: string;
  read: (impediment: ImpedimentFactsFragment) => string;
  input: (text: string) => EditImpedimentInput;
  /** What is shown while nobody edits it. */
  children: ReactNode;
};

/** Text that is edited where it stands. Words that are not saved yet outlive a closed panel and a sign-in. */
export function InPlace({ impediment, field, label, kind = 'line', hint, read, input, children }: InPlaceProps) {
  const value = read(impediment);
  const [text, setText, clearDraft, draft] = useDraft(`${field}:${impediment.key}`, value);
  // Words from before are still there: go on with them.
  const [editing, setEditing] = useState(text !== value);
  const { begin, save, pending, refusal, theirs, reset } = useFieldEdit(impediment, read);
  const opener = useRef<HTMLButtonElement>(null);
  if (!can(impediment, 'impediment:edit')) return children;

  const edit = () => {
    begin();
    setText(value);
    setEditing(true);
  };
  const leave = () => {
    clearDraft();
    reset();
    setEditing(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  // Changed live, or between two visits; whoever saves now has seen it.
  const changed = theirs ?? (draft.from === value ? null : value);
  const submit = async () => {
    if (changed !== null) begin();
    if (text === value) leave();
    else if (await save(input(text))) leave();
  };
  if (!editing) {
    return (
      <div className={`in-place in-place--${field}`}>
        {children}
        <button ref={opener} type="button" className="in-place__edit" aria-label={`Edit ${label}`} onClick={edit}>
          <Pencil aria-hidden />
        </button>
      </div>
    );
  }
  const control = {
    label,
    labelHidden: true,
    error: refusal?.fields[field],
    value: text,
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by pressing the edit button
    autoFocus: true,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
    // Go on where the words end; a date has no such place.
    onFocus: ({ target }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (kind !== 'date') target.setSelectionRange(target.value.length, target.value.length);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
    },
    ...(hint !== undefined && { hint }),
  };
  return (
    <form
      className="in-place__form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {kind === 'area' && <TextArea {...control} rows={6} />}
      {kind !== 'area' && <TextField {...control} type={kind === 'date' ? 'date' : 'text'} />}
      {changed === null ? (
        <RefusalNote refusal={refusal} fieldsShown={[field]} />
      ) : (
        <ErrorNote
          title={`Somebody changed this meanwhile. It says now: ${changed === '' ? 'nothing' : `“${changed}”`}`}
          next="Your words are kept. Save again to replace theirs, or cancel to leave theirs."
        />
      )}
      <div className="in-place__actions">
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Save {kind === 'area' && <Kbd>Ctrl ↵</Kbd>}
        </Button>
        <Button size="sm" onClick={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
