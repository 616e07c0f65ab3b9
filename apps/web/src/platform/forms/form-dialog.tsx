import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import type { ReactNode } from 'react';
import { RefusalNote } from '../refusals/refusal-note';
import type { ShownRefusal } from '../refusals/shown-refusal';
import { ConflictNote } from './conflict-note';
import { conflictOf, type Conflict } from './conflict';
import { sendByKey } from './send-by-key';
import './form-dialog.css';

export type FormDialogProps = {
  title: string;
  description?: ReactNode;
  submit: string;
  tone?: 'primary' | 'danger';
  size?: 'sm' | 'md' | 'lg';
  pending: boolean;
  refusal: ShownRefusal | null;
  /** Input fields of this form that show their own problem. */
  fieldsShown?: readonly string[];
  /** What somebody else saved meanwhile, as lines of label and value. */
  current?: (conflict: Conflict) => { label: string; value: string }[];
  /** In place of the usual words for a refusal that this form has an answer to. */
  answer?: ReactNode;
  onSubmit: () => Promise<void>;
  onClose: () => void;
  /** It is gone, and the focus is where it was before. */
  onClosed?: () => void;
  children: ReactNode;
};

/** A question with fields. A refusal keeps every word; a conflict shows what is there now and lets one save over it. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, submit, tone = 'primary', size = 'sm', pending, refusal, fieldsShown = [] } = props;
  const { current = () => [], answer, onSubmit, onClose, onClosed, children } = props;
  const conflict = conflictOf(refusal);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      size={size}
      {...(onClosed && { onClosed })}
      keepOnOutsideClick
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field */}
      <form
        className="form-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
        onKeyDown={sendByKey}
      >
        {children}
        {answer}
        {!answer && conflict && <ConflictNote lines={current(conflict)} />}
        {!answer && !conflict && <RefusalNote refusal={refusal} fieldsShown={fieldsShown} />}
        <DialogActions>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant={tone} pending={pending}>
            {conflict ? 'Save mine over it' : submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
