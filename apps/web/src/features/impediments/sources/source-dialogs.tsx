import { lazy, Suspense, useState } from 'react';

// Needed after a click only; the screen is there sooner without them.
const EditSource = lazy(async () => ({ default: (await import('./edit-source-dialog')).EditSourceDialog }));
const MergeSources = lazy(async () => ({ default: (await import('./merge-sources-dialog')).MergeSourcesDialog }));

export type NamedSource = { id: string; name: string };
/** `source` of a merge: one of the two, where it is known already. */
export type SourceQuestion = { ask: 'edit'; source: NamedSource } | { ask: 'merge'; source: NamedSource | null };

/**
 * The questions of a screen with sources: how to ask one, and the dialog that asks it.
 * @param onMerged where to go when two became one; its id and name are given
 */
export function useSourceDialogs(onMerged?: (kept: NamedSource) => void) {
  const [question, setQuestion] = useState<SourceQuestion | null>(null);
  const close = () => setQuestion(null);
  const dialog = question && (
    <Suspense>
      {question.ask === 'edit' ? (
        <EditSource source={question.source} onClose={close} />
      ) : (
        <MergeSources one={question.source} onMerged={onMerged} onClose={close} />
      )}
    </Suspense>
  );
  return { ask: setQuestion, dialog };
}
