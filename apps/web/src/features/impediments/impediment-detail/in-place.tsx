import { notify } from '@chapterhouse/ui/toast';
import { Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { EditImpedimentInput, ImpedimentFactsFragment } from '../../../generated/graphql';
import { useDraft } from '../../../platform/drafts/use-draft';
import { focusBack } from '../../../platform/forms/focus-back';
import { InPlaceForm } from '../../../platform/forms/in-place-form';
import '../../../platform/forms/in-place.css';
import { outbox } from '../../../platform/apollo/client';
import { useWaitingOf, Waiting } from '../../../platform/offline/waiting';
import type { WaitingEdit } from '../../../platform/offline/waiting-edit';
import { can } from '../../../platform/session/can';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useOverWords } from '../over-words';
import { useFieldEdit } from './use-field-edit';

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
  const overWords = useOverWords(editing && kind === 'date' ? text : '', draft.from);
  const opener = useRef<HTMLButtonElement>(null);
  const waiting = useWaitingOf(impediment.id).findLast(
    (one) => one.operationName === 'EditImpediment' && speaksOf(one, field),
  );
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  if (!can(impediment, 'impediment:edit')) return children;

  const edit = () => {
    begin();
    // Its words come back into the form; a second change of the same would only stand in its way.
    if (waiting) {
      outbox.takeBack(waiting);
      return setEditing(true);
    }
    // Another tab may have begun meanwhile: its words are here already.
    if (draft.restoredAt === null) setText(value);
    setEditing(true);
  };
  const leave = () => {
    reset();
    setEditing(false);
    focusBack(opener);
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
    if (text !== value) {
      // Too late, its words are in the draft again.
      const onLate = (saved: boolean) => (saved ? clearDraft() : setEditing(true));
      const late = { drafts: [draft.key], claims: () => mounted.current, onLate };
      if ((await save(input(text), late)) === 'refused') return;
    }
    clearDraft();
    leave();
  };
  if (!editing) {
    return (
      <>
        <div className={`in-place in-place--${field}`}>
          {children}
          <button ref={opener} type="button" className="in-place__edit" aria-label={`Edit ${label}`} onClick={edit}>
            <Pencil aria-hidden />
          </button>
        </div>
        {waiting && (
          <div className="in-place__waiting">
            {kind !== 'area' && <q>{textOf(waiting, field)}</q>}
            {kind === 'area' && <MarkdownText text={textOf(waiting, field)} />}
            <Waiting edit={waiting} onTakeBack={edit} />
          </div>
        )}
      </>
    );
  }
  return (
    <InPlaceForm
      field={field}
      label={label}
      kind={kind}
      hint={overWords ?? hint}
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

const inputOf = ({ variables }: WaitingEdit): object => {
  const { input } = variables;
  return typeof input === 'object' && input !== null ? input : {};
};
const speaksOf = (edit: WaitingEdit, field: string): boolean => field in inputOf(edit);

/** What it would say; for people, whatever the input's shape. */
function textOf(edit: WaitingEdit, field: string): string {
  const value: unknown = Reflect.get(inputOf(edit), field);
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' && value !== '' ? value : 'nothing';
}
