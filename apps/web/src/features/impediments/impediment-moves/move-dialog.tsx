import type { TransitionAction } from '@chapterhouse/domain/impediments/impediment-state';
import { Dialog } from '@chapterhouse/ui/dialog';
import type { ReactNode } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { DuplicateForm } from './duplicate-form';
import { MOVE_WORDS } from './move-words';
import type { Move } from './offered-moves';
import { TriageForm } from './triage-form';
import { WordsForm } from './words-form';

export type MoveFormProps = {
  impediment: ImpedimentCardFragment;
  onClose: () => void;
  /** @param state where it is after the move */
  onDone: (state: ImpedimentCardFragment['state']) => void;
};

export type MoveDialogProps = MoveFormProps & { move: Pick<Move, 'action'> };

/** The few words that a move needs, in one small form. */
export function MoveDialog({ move, ...form }: MoveDialogProps) {
  const { key, title } = form.impediment;
  const again = move.action === 'impediment:triage' && form.impediment.state !== 'RAISED';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && form.onClose()}
      title={again ? `Triage of ${key}` : `${MOVE_WORDS[move.action].button} ${key}`}
      description={title}
      keepOnOutsideClick
    >
      {formFor(move.action, form)}
    </Dialog>
  );
}

function formFor(action: TransitionAction, form: MoveFormProps): ReactNode {
  switch (action) {
    case 'impediment:triage':
      return <TriageForm {...form} />;
    case 'impediment:mark-duplicate':
      return <DuplicateForm {...form} />;
    case 'impediment:resolve':
    case 'impediment:decline':
    case 'impediment:reopen':
      return <WordsForm {...form} action={action} />;
    case 'impediment:start':
    case 'impediment:close':
      return null; // These need no words and open no dialog.
  }
}
