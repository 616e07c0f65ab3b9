import { EditSprintDialog } from './edit-sprint-dialog';
import { FinishSprintDialog } from './finish-sprint-dialog';
import { RecordSprintDialog } from './record-sprint-dialog';
import { RemoveSprintDialog } from './remove-sprint-dialog';
import type { SprintDialogsProps, SprintQuestion } from './sprint-dialogs';

export type AskedDialogProps = SprintDialogsProps & { question: SprintQuestion; onClose: () => void };

/** The dialog that was asked for. */
export function AskedDialog({ question, onClose, ...of }: AskedDialogProps) {
  switch (question.ask) {
    case 'record':
      return <RecordSprintDialog {...of} onClose={onClose} />;
    case 'edit':
      return <EditSprintDialog sprint={question.sprint} onClose={onClose} />;
    case 'finish':
      return <FinishSprintDialog sprint={question.sprint} onClose={onClose} />;
    case 'remove':
      return <RemoveSprintDialog sprint={question.sprint} onClose={onClose} />;
  }
}
