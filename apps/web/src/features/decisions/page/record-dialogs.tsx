import { TextArea } from '@chapterhouse/ui/text-area';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { useNow } from '../../impediments/public';
import { ChangedNote } from '../flow/changed-note';
import { AMEND_DECISION, REVERT_DECISION, WITHDRAW_DECISION } from '../record-acts.operations';
import type { ShownDecision } from './decision-body';

/** Which question about the record is open. */
export type RecordDialog = 'amend' | 'withdraw' | 'revert';

export type RecordDialogsProps = { decision: ShownDecision; open: RecordDialog | null; onClose: () => void };

/** Questions that end a decision or add to it: one at a time. */
export function RecordDialogs({ decision, open, onClose }: RecordDialogsProps) {
  if (open === 'amend') return <AmendDialog decision={decision} onClose={onClose} />;
  if (open === 'withdraw') return <WithdrawDialog decision={decision} onClose={onClose} />;
  if (open === 'revert') return <RevertDialog decision={decision} onClose={onClose} />;
  return null;
}

type OneDialogProps = Omit<RecordDialogsProps, 'open'>;

function AmendDialog({ decision, onClose }: OneDialogProps) {
  const { act, sendingKey, ...rest } = useStepAct(AMEND_DECISION);
  const { id, key } = decision;
  return (
    <WordsDialog
      {...rest}
      onClose={onClose}
      place={`decision-amend:${id}`}
      title={`Add an amendment to ${key}`}
      description="What was decided stays as it is; this is added below it, with your name and the day, for good."
      label="What is to be added"
      field="text"
      submit="Add"
      missing="Write what is to be added."
      done={`The amendment of ${key} is added.`}
      onWords={async (text) => (await act({ id, text, idempotencyKey: sendingKey() })) !== null}
    />
  );
}

function WithdrawDialog({ decision, onClose }: OneDialogProps) {
  const { act, sendingKey, ...rest } = useStepAct(WITHDRAW_DECISION);
  const { id, key, version } = decision;
  return (
    <WordsDialog
      {...rest}
      onClose={onClose}
      place={`decision-withdraw:${id}`}
      title={`Withdraw ${key}?`}
      description="Nobody decides it then. It stays on the record, and can be proposed anew."
      label="Reason"
      field="reason"
      optional
      submit="Withdraw"
      tone="danger"
      done={`${key} is withdrawn.`}
      onWords={async (reason) => (await act({ id, version, reason, idempotencyKey: sendingKey() })) !== null}
    />
  );
}

function RevertDialog({ decision, onClose }: OneDialogProps) {
  const { act, sendingKey, ...rest } = useStepAct(REVERT_DECISION);
  const { id, key, version, title, supersedes, flow } = decision;
  const now = useNow();
  // While it can be vetoed, taking it back does what the veto would.
  const goesBack = supersedes.length > 0 && flow.vetoEndsAt !== null && Date.parse(flow.vetoEndsAt) > now;
  const names = supersedes.map((one) => one.key).join(' and ');
  const follows = goesBack
    ? `${names} ${supersedes.length === 1 ? 'is' : 'are'} in force again.`
    : 'Nothing takes its place. Where something does, replace it instead.';
  return (
    <WordsDialog
      {...rest}
      onClose={onClose}
      place={`decision-revert:${id}`}
      title={`Take ${key} out of force?`}
      description={`“${title}” no longer holds then. ${follows}`}
      label="Reason"
      field="reason"
      submit="Take out of force"
      tone="danger"
      missing="Say why it no longer holds."
      done={`${key} is no longer in force.`}
      onWords={async (reason) => (await act({ id, version, reason, idempotencyKey: sendingKey() })) !== null}
    />
  );
}

type WordsDialogProps = Pick<ReturnType<typeof useStepAct>, 'pending' | 'changed' | 'told'> & {
  title: string;
  description: string;
  label: string;
  /** What the api calls the words. */
  field: string;
  optional?: boolean;
  submit: string;
  tone?: 'primary' | 'danger';
  /** Where words that were begun are kept. */
  place: string;
  missing?: string;
  done: string;
  /** True once they are saved. */
  onWords: (words: string) => Promise<boolean>;
  onClose: () => void;
};

function WordsDialog(props: WordsDialogProps) {
  const { title, description, label, field, optional = false, submit, tone = 'primary', place, missing, done } = props;
  const { pending, changed, told, onWords, onClose } = props;
  const [words, setWords, clearDraft, draft] = useDraft(place);
  const [tried, setTried] = useState(false);
  const empty = !optional && words.trim() === '';
  const send = async () => {
    setTried(true);
    if (empty) return;
    if (!(await onWords(words))) return;
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
      fieldsShown={[field]}
      answer={changed ? <ChangedNote /> : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea
        label={label}
        optional={optional}
        rows={5}
        value={words}
        error={(tried && empty ? missing : undefined) ?? told?.fields[field]}
        onChange={({ target: { value } }) => setWords(value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}
