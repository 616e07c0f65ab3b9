import { notify } from '@chapterhouse/ui/toast';
import { Pencil } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { EditImpedimentInput, ImpedimentFactsFragment } from '../../../generated/graphql';
import { useDraft } from '../../../platform/drafts/use-draft';
import { can } from '../../../platform/session/can';
import { InPlaceForm } from './in-place-form';
import { useFieldEdit } from './use-field-edit';
import './in-place.css';

export type InPlaceProps = {
  impediment: ImpedimentFactsFragment;
  /** The name of the field in the input; its refusals are shown at it. */
  field: 'title' | 'description' | 'nextStep' | 'dueOn' | 'blockedItemKeys';
  label: string;
  /** `area`: several lines of Markdown. */
  kind?: 'line' | 'area' | 'date';
  hint?: string;
  read: (impediment: ImpedimentFactsFragment) => string;
  input: (text: string) => EditImpedimentInput;
  /** What is shown while nobody edits it. */
  children: ReactNode;
};

/** Text that is edited where it stands. Words that are not saved yet outlive a closed tab and a sign-out. */
export function InPlace({ impediment, field, label, kind = 'line', hint, read, input, children }: InPlaceProps) {
  const value = read(impediment);
  const [text, setText, clearDraft, draft] = useDraft(`${field}:${impediment.key}`, value);
  // Words from before are still there: go on with them.
  const [editing, setEditing] = useState(draft.restoredAt !== null);
  const { begin, save, pending, refusal, theirs, reset } = useFieldEdit(impediment, read);
  const opener = useRef<HTMLButtonElement>(null);
  if (!can(impediment, 'impediment:edit')) return children;

  const edit = () => {
    begin();
    // Another tab may have begun meanwhile: its words are here already.
    if (draft.restoredAt === null) setText(value);
    setEditing(true);
  };
  const leave = () => {
    reset();
    setEditing(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const cancel = () => {
    const putBack = draft.discard();
    leave();
    if (text === value) return;
    const again = () => {
      putBack();
      setEditing(true);
    };
    notify({ title: 'Your words are thrown away.', action: { label: 'Put them back', onSelect: again } });
  };
  // Changed live, or between two visits; whoever saves now has seen it.
  const changed = theirs ?? (draft.from === value ? null : value);
  const submit = async () => {
    if (changed !== null) begin();
    if (text !== value && !(await save(input(text)))) return;
    clearDraft();
    leave();
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
  return (
    <InPlaceForm
      field={field}
      label={label}
      kind={kind}
      hint={hint}
      text={text}
      onText={setText}
      draft={draft}
      changed={changed}
      refusal={refusal}
      pending={pending}
      onSave={() => void submit()}
      onCancel={cancel}
    />
  );
}
