import { useMemo, useState } from 'react';
import { useDraft } from '../../../platform/drafts/use-draft';
import { changedByBoth, changedItemFields, type ItemForm, readItemForm, rebasedItem } from './item-form';

/**
 * The fields of an item that is being written; all of it survives as one draft.
 * @param place where the draft lies: a new one, an edit of B-42
 * @param saved what it says without a draft; it may change while somebody writes
 */
export function useItemForm(place: string, saved: ItemForm) {
  const [begun] = useState(() => JSON.stringify(saved));
  const [text, setText, clear, draft] = useDraft(place, begun);
  const { form, both } = useMemo(() => {
    const [mine, from] = [readItemForm(text), readItemForm(draft.from)];
    return { form: rebasedItem(mine, from, saved), both: changedByBoth(mine, from, saved) };
  }, [text, draft.from, saved]);
  return {
    form,
    // Kept beside what it was begun from, so that what others change meanwhile is still followed.
    set: (part: Partial<ItemForm>) => setText(JSON.stringify({ ...readItemForm(text), ...part })),
    changed: changedItemFields(saved, form),
    /** Changed by somebody else as well, since this was begun. */
    both,
    clear,
    draft,
  };
}

export type WrittenItem = ReturnType<typeof useItemForm>;
