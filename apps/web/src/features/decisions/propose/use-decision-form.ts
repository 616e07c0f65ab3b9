import { useMemo, useState } from 'react';
import { useDraft } from '../../../platform/drafts/use-draft';
import type { DecisionForm } from './decision-form';
import { changedByBoth, changedFields, readStoredForm, rebased, storedForm } from './stored-form';

/**
 * The fields of a decision that is being written; all of it survives as one draft.
 * @param place where the draft lies: a new one, an edit of D-7
 * @param saved what it says without a draft; it may change while somebody writes
 */
export function useDecisionForm(place: string, saved: DecisionForm) {
  const [begun] = useState(() => storedForm(saved));
  const [text, setText, clear, draft] = useDraft(place, begun);
  const { form, both } = useMemo(() => {
    const [mine, from] = [readStoredForm(text), readStoredForm(draft.from)];
    return { form: rebased(mine, from, saved), both: changedByBoth(mine, from, saved) };
  }, [text, draft.from, saved]);
  return {
    form,
    set: (part: Partial<DecisionForm>) => {
      // Kept beside what it was begun from, so that what others change meanwhile is still followed.
      const mine = readStoredForm(text);
      setText(storedForm({ ...mine, ...part }));
    },
    changed: changedFields(saved, form),
    /** Changed by somebody else as well, since this was begun. */
    both,
    clear,
    draft,
  };
}

export type WrittenDecision = ReturnType<typeof useDecisionForm>;
