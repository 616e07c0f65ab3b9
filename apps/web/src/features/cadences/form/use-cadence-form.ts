import { useMemo, useState } from 'react';
import { useDraft } from '../../../platform/drafts/use-draft';
import type { CadenceForm } from './cadence-form';
import { changedFields, readStoredForm, rebased } from './stored-cadence-form';

/**
 * The fields of a series that is being written; all of it survives as one draft.
 * @param place where the draft lies
 * @param saved what it says without a draft; it may change while somebody writes
 */
export function useCadenceForm(place: string, saved: CadenceForm) {
  const [begun] = useState(() => JSON.stringify(saved));
  const [text, setText, clear, draft] = useDraft(place, begun);
  const form = useMemo(
    () => rebased(readStoredForm(text, saved), readStoredForm(draft.from, saved), saved),
    [text, draft.from, saved],
  );
  return {
    form,
    saved,
    set: (part: Partial<CadenceForm>) => setText(JSON.stringify({ ...readStoredForm(text, saved), ...part })),
    changed: changedFields(saved, form),
    clear,
    draft,
  };
}

export type WrittenCadence = ReturnType<typeof useCadenceForm>;
