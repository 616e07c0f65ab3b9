import { lazy, Suspense, useState } from 'react';
import type { SprintFactsFragment } from '../../../generated/graphql';
import type { RecordSprintDialogProps } from './record-sprint-dialog';

// Needed after a click only; the screen is there sooner without them.
const AskedDialog = lazy(async () => ({ default: (await import('./asked-dialog')).AskedDialog }));

export type SprintQuestion = { ask: 'record' } | { ask: 'edit' | 'finish' | 'remove'; sprint: SprintFactsFragment };
export type SprintDialogsProps = Omit<RecordSprintDialogProps, 'onClose'>;

/** The questions of a screen with sprints: how to ask one, and the dialog that asks it. */
export function useSprintDialogs(of: SprintDialogsProps | null) {
  const [question, setQuestion] = useState<SprintQuestion | null>(null);
  const dialog = of && question && (
    <Suspense>
      <AskedDialog {...of} question={question} onClose={() => setQuestion(null)} />
    </Suspense>
  );
  return { ask: setQuestion, dialog };
}
