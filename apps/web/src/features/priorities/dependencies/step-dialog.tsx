import { ErrorNote } from '@chapterhouse/ui/error-note';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../../platform/dates/use-today';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

export type StepWords = {
  label: string;
  hint?: string;
  /** What is said where they are missing; without it they may be. */ missing?: string;
};

export type StepDialogProps = {
  title: string;
  description: ReactNode;
  submit: string;
  tone?: 'primary' | 'danger';
  /** Where words that were begun are kept. */
  place: string;
  /** What the api calls the words. */
  field?: 'words' | 'reason';
  words: StepWords;
  /** What they say before anybody changes them. */
  initialWords?: string;
  /** A day that goes with the step. */
  day?: { field: string; label: string; initial: string; hint?: (day: string) => string | undefined };
  sendingKey: () => string;
  pending: boolean;
  changed: boolean;
  told: ShownRefusal | null;
  /** Sends it; the sentence that tells that it is done, or null where it was refused. */
  onStep: (sent: { words: string; day: string; idempotencyKey: string }) => Promise<string | null>;
  onClose: () => void;
  children?: ReactNode;
};

/** One step of a dependency: a day where it has one, and words for the other side. */
export function StepDialog(props: StepDialogProps) {
  const { title, description, submit, tone = 'primary', place, field = 'words', words, initialWords = '', day } = props;
  const { sendingKey, pending, changed, told, onStep, onClose, children } = props;
  const today = useToday();
  const [text, setText, clearDraft, draft] = useDraft(place, initialWords);
  const [chosenDay, setDay] = useState(day?.initial ?? '');
  const [tried, setTried] = useState(false);
  const noWords = words.missing !== undefined && text.trim() === '';
  const noDay = day !== undefined && chosenDay === '';
  const send = async () => {
    setTried(true);
    if (noWords || noDay) return;
    const done = await onStep({ words: text, day: chosenDay, idempotencyKey: sendingKey() });
    if (done === null) return;
    clearDraft();
    onClose();
    notify({ title: done });
  };
  return (
    <FormDialog
      title={title}
      description={description}
      submit={submit}
      tone={tone}
      size="md"
      pending={pending}
      refusal={told}
      fieldsShown={[field, ...(day ? [day.field] : [])]}
      answer={changed ? <ChangedNote /> : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      {day && (
        <TextField
          type="date"
          label={day.label}
          hint={day.hint?.(chosenDay)}
          min={today}
          value={chosenDay}
          error={(tried && noDay ? 'Choose a day.' : undefined) ?? told?.fields[day.field]}
          onChange={(event) => setDay(event.target.value)}
        />
      )}
      {children}
      <TextArea
        label={words.label}
        hint={words.hint}
        optional={words.missing === undefined}
        rows={3}
        value={text}
        error={(tried && noWords ? words.missing : undefined) ?? told?.fields[field]}
        onChange={(event) => setText(event.target.value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}

/** Nobody answers what they have not read. */
function ChangedNote() {
  return (
    <ErrorNote
      tone="attention"
      title="The other side changed it a moment before you."
      next="It is loaded as it is now. Read it again, then go on; your words are kept."
    />
  );
}
