import { TextArea } from '@chapterhouse/ui/text-area';
import { notify } from '@chapterhouse/ui/toast';
import { type ReactNode, useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import type { FlowDialogProps } from './accept-dialog';
import { ChangedNote } from './changed-note';
import { REJECT_DECISION, VETO_DECISION } from './flow.operations';
import { useReadVersion } from './use-read-version';

type Words = {
  title: string;
  description: ReactNode;
  submit: string;
  /** Where a reason that was begun is kept. */
  place: string;
  missing: string;
  done: string;
};

/** A no for good, with why. */
export function RejectDialog({ decision, onClose }: FlowDialogProps) {
  const { act, sendingKey, ...rest } = useStepAct(REJECT_DECISION);
  return (
    <ReasonDialog
      {...rest}
      version={decision.version}
      onClose={onClose}
      onReason={async (reason) =>
        (await act({ id: decision.id, version: decision.version, reason, idempotencyKey: sendingKey() })) !== null
      }
      words={{
        title: `Reject ${decision.key}?`,
        description: 'It stays on the record with your reason. To decide it another way, propose it anew.',
        submit: 'Reject',
        place: `decision-reject:${decision.id}`,
        missing: 'Say why not, so that they can go on.',
        done: `${decision.key} is rejected.`,
      }}
    />
  );
}

/** What was accepted is taken back by who is accountable, while the time for it runs. */
export function VetoDialog({ decision, onClose }: FlowDialogProps) {
  const { act, sendingKey, ...rest } = useStepAct(VETO_DECISION);
  return (
    <ReasonDialog
      {...rest}
      version={decision.version}
      onClose={onClose}
      onReason={async (reason) =>
        (await act({ id: decision.id, version: decision.version, reason, idempotencyKey: sendingKey() })) !== null
      }
      words={{
        title: `Veto ${decision.key}?`,
        description: `“${decision.title}” is no longer in force then. Your veto and its reason stay on the record, and count in the numbers of delegation.`,
        submit: 'Veto',
        place: `decision-veto:${decision.id}`,
        missing: 'Say why: a veto without a reason teaches nobody.',
        done: `${decision.key} is vetoed.`,
      }}
    />
  );
}

type ReasonDialogProps = Pick<ReturnType<typeof useStepAct>, 'pending' | 'changed' | 'told'> & {
  words: Words;
  version: number;
  onReason: (reason: string) => Promise<boolean>;
  onClose: () => void;
};

function ReasonDialog({ words, version, pending, changed, told, onReason, onClose }: ReasonDialogProps) {
  const [reason, setReason, clearDraft, draft] = useDraft(words.place);
  const [tried, setTried] = useState(false);
  const looked = useReadVersion(version);
  const submit = async () => {
    if (looked.changed) return looked.read();
    setTried(true);
    if (reason.trim() === '') return;
    if (!(await onReason(reason))) return;
    clearDraft();
    onClose();
    notify({ title: words.done, detail: 'Those who took part are told.' });
  };
  return (
    <FormDialog
      title={words.title}
      description={words.description}
      submit={looked.changed ? 'I have read it' : words.submit}
      tone="danger"
      size="md"
      pending={pending}
      refusal={told}
      fieldsShown={['reason']}
      answer={changed || looked.changed ? <ChangedNote /> : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label="Reason"
        rows={4}
        value={reason}
        error={(tried && reason.trim() === '' ? words.missing : undefined) ?? told?.fields['reason']}
        onChange={({ target: { value } }) => setReason(value)}
      />
      <DraftNote draft={draft} />
    </FormDialog>
  );
}
