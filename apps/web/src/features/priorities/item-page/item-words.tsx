import { notify } from '@chapterhouse/ui/toast';
import { Pencil } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { BacklogItemChanges } from '../../../generated/graphql';
import { useDraft } from '../../../platform/drafts/use-draft';
import { focusBack } from '../../../platform/forms/focus-back';
import { InPlaceForm } from '../../../platform/forms/in-place-form';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { EDIT_ITEM } from '../item-acts/item-acts.operations';
import { type ItemNow, useItemAct } from '../item-acts/use-item-act';
import type { ShownItem } from './use-item';
import '../../../platform/forms/in-place.css';

export type ItemWordsProps = {
  item: ShownItem;
  /** The name of the field in the input; its refusals are shown at it. */
  field: 'title' | 'description' | 'acceptanceCriteria';
  label: string;
  kind?: 'line' | 'area';
  hint?: string;
  read: (item: ItemNow) => string;
  input: (text: string) => BacklogItemChanges;
  /** What is shown while nobody edits it. */
  children: ReactNode;
};

/**
 * Words that are edited where they stand. What is not saved yet outlives a closed tab. Somebody else's change of another
 * field is no conflict to bother the person with; one of the same field is shown, and replaced only by saving again.
 */
export function ItemWords({ item, field, label, kind = 'line', hint, read, input, children }: ItemWordsProps) {
  const value = read(item);
  const act = useItemAct();
  const [text, setText, clear, draft] = useDraft(`item-${field}:${item.key}`, value);
  // Words from before are still there: go on with them.
  const [editing, setEditing] = useState(draft.restoredAt !== null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [theirs, setTheirs] = useState<string | null>(null);
  const base = useRef({ version: item.version, value });
  const opener = useRef<HTMLButtonElement>(null);
  if (!can(item, 'item:edit')) return children;

  const begin = () => {
    base.current = { version: item.version, value };
    setRefusal(null);
    setTheirs(null);
  };
  const edit = () => {
    begin();
    if (draft.restoredAt === null) setText(value);
    setEditing(true);
  };
  const leave = () => {
    setRefusal(null);
    setTheirs(null);
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
  const send = async (): Promise<boolean> => {
    const variables = { id: item.id, version: base.current.version, changes: input(text) };
    const outcome = await act(item.key, EDIT_ITEM, variables);
    if (outcome.done) return true;
    const { current } = outcome;
    if (outcome.refusal.code === 'CONFLICT' && current && current.version !== base.current.version) {
      const untouched = read(current) === base.current.value;
      base.current = { version: current.version, value: read(current) };
      if (untouched) return send();
      setTheirs(read(current));
    }
    setRefusal(outcome.refusal);
    return false;
  };
  // Changed live, or between two visits; whoever saves now has seen it.
  const changed = theirs ?? (draft.from === value ? null : value);
  const submit = async () => {
    if (pending) return;
    if (changed !== null) begin();
    if (text !== value) {
      setPending(true);
      const saved = await send();
      setPending(false);
      if (!saved) return;
    }
    clear();
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
